import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who is asked to one item, and a named approval that a child may wait once more, stand in the log of the agenda. */
export class AskedToAnItem1795302200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE agenda_log
  ADD COLUMN service text,
  DROP CONSTRAINT agenda_log_what_check,
  ADD CONSTRAINT agenda_log_what_check CHECK (what IN
    ('accepted', 'dropped', 'reordered', 'late', 'urgent', 'added', 'removed', 'asked', 'not_asked', 'may_wait')),
  ADD CHECK ((service IS NOT NULL) = (what IN ('asked', 'not_asked')));
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
