import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A plan that comes from another council is on the register from the first review that is opened for it. */
export class PlansThatMoveIn1795302400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE ehc_plan_change
  DROP CONSTRAINT ehc_plan_change_what_check,
  ADD CONSTRAINT ehc_plan_change_what_check CHECK (what IN
    ('made', 'loaded', 'moved_in', 'amended', 'reviewed', 'ceased', 'mended', 'taken_back'));
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
