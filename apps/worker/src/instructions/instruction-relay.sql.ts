const COLUMNS = `i.authority, i.case_id AS "caseId", i.version, i.number, i.kind, i.detail, i.attempts`;

/** The oldest waiting instruction of some case; holding that row is holding the case, so its order is kept. */
export const NEXT_CASE = `
SELECT ${COLUMNS} FROM instruction i
WHERE i.done_at IS NULL AND i.not_before <= $1
  AND NOT EXISTS (SELECT 1 FROM instruction e WHERE e.case_id = i.case_id AND e.done_at IS NULL AND (e.version, e.number) < (i.version, i.number))
ORDER BY i.not_before, i.case_id LIMIT 1
FOR UPDATE OF i SKIP LOCKED`;

/** All that follows in the same case and need not wait. */
export const REST_OF_CASE = `
SELECT ${COLUMNS} FROM instruction i
WHERE i.case_id = $1 AND i.done_at IS NULL AND i.not_before <= $2 AND (i.version, i.number) > ($3::int, $4::int)
ORDER BY i.version, i.number FOR UPDATE`;

const WHICH = `WHERE case_id = $1 AND version = $2 AND number = $3`;

export const MARK_DONE = `UPDATE instruction SET done_at = $4, trouble = NULL ${WHICH}`;

export const TRY_LATER = `UPDATE instruction SET attempts = attempts + 1, not_before = $4, trouble = $5 ${WHICH} AND done_at IS NULL`;

/** It counts as done, keeps its trouble, and a person has a task. */
export const GIVE_UP = `
WITH given AS (
  UPDATE instruction SET attempts = attempts + 1, done_at = $4, trouble = $5 ${WHICH} AND done_at IS NULL RETURNING case_id)
INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on)
SELECT $6, c.id, $7, $8, $9, CASE WHEN c.owner_id IS NULL THEN 'send_manager' END, c.owner_id, $10, $10
FROM given g JOIN send_case c ON c.id = g.case_id
ON CONFLICT (source_key) DO NOTHING`;
