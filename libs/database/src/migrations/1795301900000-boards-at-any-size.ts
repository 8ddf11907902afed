import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * An assessment carries the day it is judged by, so that the 20-week board is counted from an index alone. What a board
 * reads beside it (advice that is awaited, plans that were sent, corrections) is small, and has small indexes.
 */
export class BoardsAtAnySize1795301900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
UPDATE send_case c SET due_day = w.due_on FROM clock w
WHERE c.open AND c.pathway = 'ehc_needs_assessment' AND w.case_id = c.id AND w.status = 'open'
  AND w.code = CASE WHEN c.stage IN ('requested', 'decision_assess') THEN 'w6' ELSE 'w20' END;

DROP INDEX send_case_board;
CREATE INDEX send_case_board ON send_case (authority, pathway, stage, due_day, opened_on) WHERE open;
CREATE INDEX clock_awaited ON clock (authority, case_id) INCLUDE (code, subject, due_on)
  WHERE status = 'open' AND code IN ('advice_due', 'consult_due', 'reps_end');
CREATE INDEX clock_final ON clock (authority, status, ended_on) WHERE code = 'w20' AND occurrence = 1;
CREATE INDEX case_event_corrected ON case_event (case_id) WHERE type = 'FACT_CORRECTED';
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
