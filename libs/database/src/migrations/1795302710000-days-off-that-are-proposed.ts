import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Bank holidays and days on which the council is closed, as one person proposes them and another decides. */
export class DaysOffThatAreProposed1795302710000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE calendar_change (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  kind text NOT NULL CHECK (kind IN ('holidays', 'closures')),
  content jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES officer (id),
  proposed_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('approved', 'refused')),
  decided_by uuid REFERENCES officer (id),
  decided_at timestamptz,
  CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK (decision IS DISTINCT FROM 'approved' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX calendar_change_waiting ON calendar_change (authority) WHERE decision IS NULL;
CREATE INDEX calendar_change_newest ON calendar_change (authority, proposed_at DESC);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
