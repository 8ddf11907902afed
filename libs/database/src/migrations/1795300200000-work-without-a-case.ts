import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A digest is about many cases and a warning about none: both get rows of their own, and in-app lines name their reader. A held letter says who released it. */
export class WorkWithoutACase1795300200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE task ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE message
  ALTER COLUMN case_id DROP NOT NULL,
  ALTER COLUMN case_version DROP NOT NULL,
  ADD COLUMN officer_id uuid REFERENCES officer (id),
  ADD COLUMN released_by uuid REFERENCES officer (id);
CREATE INDEX message_officer ON message (officer_id, due_at) WHERE officer_id IS NOT NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
