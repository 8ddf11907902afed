import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * An action knows the step that agreed it.
 * Taking cases over to a newer version of their pathway: planned, approved by a second person, run, and kept as a certificate.
 */
export class NewerVersions1795300700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE action ADD COLUMN from_version integer;
CREATE TABLE version_plan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  pathway text NOT NULL,
  to_version integer NOT NULL,
  planned_by text NOT NULL,
  planned_at timestamptz NOT NULL,
  approved_by uuid REFERENCES officer (id),
  approved_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
);
CREATE TABLE version_move (
  plan_id uuid NOT NULL REFERENCES version_plan (id),
  case_id uuid NOT NULL REFERENCES send_case (id),
  from_version integer NOT NULL,
  decision text NOT NULL CHECK (decision IN ('moves', 'person')),
  why text,
  dates jsonb NOT NULL DEFAULT '[]',
  moved_at timestamptz,
  moved_as integer,
  taken_back_at timestamptz,
  PRIMARY KEY (plan_id, case_id)
);
CREATE INDEX version_move_waiting ON version_move (plan_id, case_id) WHERE decision = 'moves' AND moved_at IS NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
