import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A pack of law is judged and followed in batches: when every open case was judged, when every one counts by it, and
 * until when cases that were opened around the approval are looked for (on the database’s own clock).
 */
export class LawInBatches1795302700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE law_pack
  ADD COLUMN judged_at timestamptz,
  ADD COLUMN followed_at timestamptz,
  ADD COLUMN follow_until timestamptz;
UPDATE law_pack SET judged_at = proposed_at, followed_at = CASE WHEN decision = 'approved' THEN decided_at END;
CREATE INDEX law_pack_to_judge ON law_pack (id) WHERE judged_at IS NULL AND decision IS NULL;
CREATE INDEX law_pack_to_follow ON law_pack (follow_until) WHERE decision = 'approved';
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
