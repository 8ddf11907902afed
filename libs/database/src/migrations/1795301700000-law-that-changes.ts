import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Packs of law that a council has loaded: proposed by one person, approved by another, never changed afterwards; a plan
 * takes open cases over to one. Newer lists of bank holidays than the one that comes with the product.
 */
export class LawThatChanges1795301700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE law_pack (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  name text NOT NULL,
  content jsonb NOT NULL,
  proposed_by uuid NOT NULL REFERENCES officer (id),
  proposed_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('approved', 'refused')),
  decided_by uuid REFERENCES officer (id),
  decided_at timestamptz,
  CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK (decision IS DISTINCT FROM 'approved' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX law_pack_name ON law_pack (authority, name) WHERE decision IS DISTINCT FROM 'refused';
CREATE UNIQUE INDEX law_pack_waiting ON law_pack (authority) WHERE decision IS NULL;
ALTER TABLE version_plan ADD COLUMN to_law uuid REFERENCES law_pack (id);
CREATE INDEX version_plan_law ON version_plan (to_law) WHERE to_law IS NOT NULL;
CREATE TABLE bank_holiday_list (
  authority text NOT NULL REFERENCES authority (code),
  version text NOT NULL,
  holidays jsonb NOT NULL,
  source text NOT NULL,
  loaded_by uuid NOT NULL REFERENCES officer (id),
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (authority, version)
);
CREATE INDEX bank_holiday_list_newest ON bank_holiday_list (authority, loaded_at DESC);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
