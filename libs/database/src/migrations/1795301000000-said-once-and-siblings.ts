import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a program adds beside a case is written once for its key. Brothers and sisters are linked by a step of a case,
 * and by nothing else: no record and no household is merged.
 */
export class SaidOnceAndSiblings1795301000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE kept_answer (
  authority   text NOT NULL REFERENCES authority (code),
  command_key text NOT NULL,
  body_hash   bytea NOT NULL,
  answer      jsonb,
  kept_at     timestamptz NOT NULL,
  PRIMARY KEY (authority, command_key)
);

CREATE TABLE sibling_link (
  case_id       uuid NOT NULL REFERENCES send_case (id),
  version       integer NOT NULL,
  authority     text NOT NULL REFERENCES authority (code),
  other_case_id uuid NOT NULL REFERENCES send_case (id),
  PRIMARY KEY (case_id, version),
  CHECK (case_id <> other_case_id)
);
CREATE INDEX sibling_link_other ON sibling_link (other_case_id);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
