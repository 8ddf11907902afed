import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A document that was added by mistake loses its bytes; that it was here, who took it away and why stays. */
export class DocumentsTakenAway1795300750000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE document
  ADD COLUMN removed_by uuid REFERENCES officer (id),
  ADD COLUMN removed_on date,
  ADD COLUMN removed_why text,
  ADD CHECK ((removed_by IS NULL) = (removed_on IS NULL) AND (removed_by IS NULL) = (removed_why IS NULL));
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
