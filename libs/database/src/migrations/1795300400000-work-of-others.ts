import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Finds the cases that somebody covers and the tasks of a role; a task knows which events do it, and which did. */
export class WorkOfOthers1795300400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX send_case_cover ON send_case (cover_id) WHERE open AND cover_id IS NOT NULL;
      CREATE INDEX task_role ON task (authority, for_role) WHERE done_on IS NULL AND for_role IS NOT NULL;
      ALTER TABLE task ADD COLUMN done_by_events text[], ADD COLUMN done_version integer;
    `);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
