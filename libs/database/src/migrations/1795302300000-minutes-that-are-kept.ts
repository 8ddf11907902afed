import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Approved minutes are kept as they were read: what changes later in a child's record changes no minutes. Text, so that their seal can be worked out again. */
export class MinutesThatAreKept1795302300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE sitting ADD COLUMN minutes_kept text,
  ADD CHECK ((minutes_kept IS NULL) = (minutes_hash IS NULL));
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
