import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One case leads to the next: a referral waits, filled in, until a person reads it and opens the case.
 * A step that was taken back stays in the history; whoever counts what happened asks `effective_event`.
 */
export class CasesThatMeet1795300600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE referral (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  child_id uuid NOT NULL REFERENCES child (id),
  from_case uuid NOT NULL REFERENCES send_case (id),
  from_version integer NOT NULL,
  number integer NOT NULL,
  pathway text NOT NULL,
  reason text NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}',
  made_on date NOT NULL,
  opened_case uuid REFERENCES send_case (id),
  set_aside_on date,
  set_aside_by uuid REFERENCES officer (id),
  set_aside_why text,
  UNIQUE (from_case, from_version, number)
);
CREATE INDEX referral_waiting ON referral (authority, pathway, made_on) WHERE opened_case IS NULL AND set_aside_on IS NULL;
CREATE INDEX referral_child ON referral (child_id);
CREATE INDEX referral_opened ON referral (opened_case) WHERE opened_case IS NOT NULL;
CREATE INDEX case_event_undone ON case_event (case_id) WHERE type = 'STEP_UNDONE';
CREATE VIEW effective_event AS
  SELECT e.* FROM case_event e
  WHERE e.type <> 'STEP_UNDONE' AND NOT EXISTS (
    SELECT 1 FROM case_event u
    WHERE u.case_id = e.case_id AND u.type = 'STEP_UNDONE' AND (u.payload->>'version')::int = e.version);
CREATE INDEX send_case_reopen ON send_case (reopen_of) WHERE reopen_of IS NOT NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
