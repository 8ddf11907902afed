import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the data shows is kept with the version of the numbers by which it was found; 0 stands for the usual ones. */
export class NumbersOfAHit1795302500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE rule_hit ADD COLUMN settings integer NOT NULL DEFAULT 0');
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
