import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Beside every due day: how it was counted, by which version of the rule, and the last working day before it. */
export class DatesThatSayWhy1795301800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE clock ADD COLUMN counted text, ADD COLUMN rule_version text, ADD COLUMN work_to date;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
