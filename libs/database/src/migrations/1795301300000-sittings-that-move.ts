import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Sittings that move: from which day to which, why, and who moved them. A day of a series that was called off by the
 * series itself may be planned again.
 */
export class SittingsThatMove1795301300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE sitting_move (
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  number integer NOT NULL,
  authority text NOT NULL,
  from_on date,
  to_on date NOT NULL,
  because text NOT NULL,
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (sitting_id, number)
);
CREATE TRIGGER sitting_move_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sitting_move
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
ALTER TABLE sitting DROP CONSTRAINT sitting_panel_id_planned_for_extra_key;
CREATE UNIQUE INDEX sitting_of_series ON sitting (panel_id, planned_for) WHERE NOT extra AND stage <> 'cancelled';
ALTER TABLE sitting ADD COLUMN calendar_at timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE INDEX panel_terms_in_force ON panel_terms (panel_id, valid_from DESC);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
