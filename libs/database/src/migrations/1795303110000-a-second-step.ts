import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A password may be followed by a code from an authenticator app. A sign-in that waits for its code is kept beside the sessions. */
export class ASecondStep1795303110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE second_step (
  officer_id   uuid PRIMARY KEY REFERENCES officer (id) ON DELETE CASCADE,
  secret       bytea NOT NULL,
  confirmed_at timestamptz,
  last_step    bigint NOT NULL DEFAULT 0
);
CREATE TABLE recovery_code (
  officer_id uuid NOT NULL REFERENCES second_step (officer_id) ON DELETE CASCADE,
  code_hash  bytea NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (officer_id, code_hash)
);
CREATE TABLE half_sign_in (
  visit_hash bytea PRIMARY KEY,
  officer_id uuid NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
