import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refused access is read as a list, and how many records one person has just read is asked before the next. */
export class RefusalsThatAreKept1795303100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE INDEX access_log_officer ON access_log (officer_id, at) WHERE officer_id IS NOT NULL;
CREATE INDEX access_log_refused ON access_log (authority, at) WHERE action IN ('access.refused', 'access.slowed');
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
