import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A link to a paper is for one person and for a short while; papers about one item are logged like those of the whole sitting. */
export class PapersForAWhile1795303000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE paper_link (
  id         uuid        NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
  authority  text        NOT NULL REFERENCES authority (code),
  sitting_id uuid        NOT NULL REFERENCES sitting (id),
  item_id    uuid        REFERENCES sitting_item (id),
  officer_id uuid        NOT NULL REFERENCES officer (id),
  file       text        NOT NULL,
  made_at    timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL CHECK (ends_at > made_at)
);
ALTER TABLE pack_download
  ADD COLUMN item_id uuid REFERENCES sitting_item (id),
  DROP CONSTRAINT pack_download_what_check,
  ADD CONSTRAINT pack_download_what_check CHECK (what IN ('pack', 'minutes', 'agenda', 'school', 'family'));
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
