/**
 * One event as plain SQL: what the door writes, on the same tables with the same indexes, keys and triggers,
 * in eight statements of one transaction.
 */
export const eightStatements = {
  begin: 'BEGIN',
  lock: 'SELECT id, version, state, stage, head_hash FROM send_case WHERE authority = $1 AND reference = $2 FOR UPDATE',
  move: 'UPDATE send_case SET version = $2, state = $3, stage = $4, next_due_at = $5, due_day = $6, head_hash = $7 WHERE id = $1',
  record: `INSERT INTO case_event (case_id, version, authority, type, occurred_on, payload, facts, stages, actor_id, actor_role, recorded_at,
    command_key, body_hash, definition_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
  'end-clock': `UPDATE clock SET status = 'met', ended_on = $4, ended_version = $5
    WHERE case_id = $1 AND code = $2 AND subject = $3 AND status = 'open'`,
  'open-clock': `INSERT INTO clock (case_id, code, subject, occurrence, authority, basis, anchor, due_on, status, started_version, calendar_version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $4, $9)`,
  instruct: `INSERT INTO instruction (case_id, version, number, authority, kind, detail, not_before)
    VALUES ($1, $2, 0, $3, $4, $5, $6)`,
  commit: 'COMMIT',
};
