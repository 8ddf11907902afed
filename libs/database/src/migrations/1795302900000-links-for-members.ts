import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A member without an account answers for a sitting, or signs the confidentiality statement, by a link that ends by itself. */
export class LinksForMembers1795302900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE member_link (
  id         uuid        NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
  authority  text        NOT NULL REFERENCES authority (code),
  member_id  uuid        NOT NULL REFERENCES panel_member (id),
  sitting_id uuid        REFERENCES sitting (id),
  token_hash bytea       NOT NULL UNIQUE,
  made_by    uuid        NOT NULL REFERENCES officer (id),
  made_at    timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL CHECK (ends_at > made_at),
  used_at    timestamptz,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX member_link_live ON member_link (member_id, sitting_id) NULLS NOT DISTINCT WHERE used_at IS NULL AND revoked_at IS NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
