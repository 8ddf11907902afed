import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a council has set otherwise on a pathway: proposed by one person, approved by another, never changed afterwards.
 * A plan can take cases over to other settings as well as to a newer version.
 */
export class SettingsOfACouncil1795300900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE policy_pack (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  pathway text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  valid_from date NOT NULL,
  numbers jsonb NOT NULL DEFAULT '{}',
  words jsonb NOT NULL DEFAULT '{}',
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES officer (id),
  proposed_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('approved', 'refused')),
  decided_by uuid REFERENCES officer (id),
  decided_at timestamptz,
  UNIQUE (authority, pathway, version),
  CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK (decision IS DISTINCT FROM 'approved' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX policy_pack_waiting ON policy_pack (authority, pathway) WHERE decision IS NULL;
ALTER TABLE version_plan ADD COLUMN to_policy integer;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
