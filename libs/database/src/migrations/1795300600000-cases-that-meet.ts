import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** One case leads to the next: a referral waits, filled in, until a person reads it and opens the case. */
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
CREATE INDEX send_case_reopen ON send_case (reopen_of) WHERE reopen_of IS NOT NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
