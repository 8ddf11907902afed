import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A step reads the open clocks of its case and no others: ended ones gather over the years, on pages far apart.
 * Nobody asks for clocks by their day alone: lists go by the case's own due day.
 */
export class OpenClocksOfACase1795300300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX clock_due;
      CREATE INDEX clock_open ON clock (case_id) WHERE status = 'open';
    `);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
