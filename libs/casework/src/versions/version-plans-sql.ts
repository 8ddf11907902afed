/** $1 authority, $2 pathway, $3 version, $4 version of the settings or null, $5 by, $6 now, $7 pack of law or null */
export const PLAN = `
INSERT INTO version_plan (authority, pathway, to_version, to_policy, planned_by, planned_at, to_law) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`;

/** $1 authority, $2 pathway, $3 version, $4 today: settings that count by now */
export const SETTINGS = `
SELECT numbers, reason FROM policy_pack
WHERE authority = $1 AND pathway = $2 AND version = $3 AND decision = 'approved' AND valid_from <= $4`;

/** $1 authority, $2 pack: that pack and those that were approved before it */
export const LAW = `
SELECT id, content FROM law_pack WHERE authority = $1 AND (decision = 'approved' OR id = $2::uuid) ORDER BY decided_at NULLS LAST`;

/**
 * $1 plan, $2 authority, $3 pathway, $4 version, $5 the settings wanted (0: the usual), or null, $6 name of the pack wanted,
 * or null for another version, $7 how many: open cases that it has not judged
 */
export const CASES = `
SELECT c.id, c.pathway_version AS "fromVersion", h.urn FROM send_case c JOIN child h ON h.id = c.child_id
WHERE c.authority = $2 AND c.pathway = $3 AND c.open
  AND CASE WHEN $6::text IS NOT NULL THEN NOT coalesce(c.state #> '{context,law,packs}' ? $6, false)
    WHEN $5::int IS NULL THEN c.pathway_version < $4 ELSE coalesce((c.state #>> '{context,policy,version}')::int, 0) <> $5 END
  AND NOT EXISTS (SELECT FROM version_move m WHERE m.plan_id = $1::uuid AND m.case_id = c.id)
ORDER BY c.reference LIMIT $7`;

/** $1 plan, $2 what was judged of several cases */
export const JUDGED = `
INSERT INTO version_move (plan_id, case_id, from_version, decision, why, dates)
SELECT $1::uuid, j.id, j."fromVersion", j.decision, j.why, j.dates
FROM jsonb_to_recordset($2::jsonb) AS j(id uuid, "fromVersion" int, decision text, why text, dates jsonb)
ON CONFLICT DO NOTHING`;

/** $1 plan, $2 authority, $3 e-mail, $4 now */
export const APPROVE = `
UPDATE version_plan SET approved_by = o.id, approved_at = $4 FROM officer o
WHERE version_plan.id = $1::uuid AND o.authority = $2 AND lower(o.email) = lower($3) AND o.active
  AND o.roles && ARRAY['send_manager', 'administrator'] AND approved_at IS NULL RETURNING version_plan.id`;

/** $1 plan, $2 how many */
export const WAITING = `
SELECT c.reference FROM version_move m JOIN send_case c ON c.id = m.case_id
WHERE m.plan_id = $1 AND m.decision = 'moves' AND m.moved_at IS NULL ORDER BY m.case_id LIMIT $2`;

/** $1 plan, $2 authority, $3 reference: the move, held, if it still waits */
export const LOCK = `
SELECT m.dates FROM version_move m JOIN send_case c ON c.id = m.case_id
WHERE m.plan_id = $1 AND c.authority = $2 AND c.reference = $3 AND m.decision = 'moves' AND m.moved_at IS NULL FOR UPDATE OF m`;

export const LOCK_CASE =
  'SELECT 1 FROM send_case WHERE authority = $1 AND reference = $2 FOR UPDATE';

/** $1 plan, $2 case, $3 why */
export const LATER = `UPDATE version_move SET decision = 'person', why = $3 WHERE plan_id = $1 AND case_id = $2`;

/** $1 plan, $2 case, $3 now, $4 version of the line of history, $5 the dates that moved */
export const DONE = `
UPDATE version_move SET moved_at = $3, moved_as = $4, dates = $5 WHERE plan_id = $1 AND case_id = $2`;

export const FINISH =
  'UPDATE version_plan SET finished_at = coalesce(finished_at, $2) WHERE id = $1';

export const MOVED = `
SELECT c.reference FROM version_move m JOIN send_case c ON c.id = m.case_id
WHERE m.plan_id = $1 AND m.moved_at IS NOT NULL AND m.taken_back_at IS NULL ORDER BY m.case_id`;

export const BACK =
  'UPDATE version_move SET taken_back_at = $3 WHERE plan_id = $1 AND case_id = $2';

export const UNDONE = 'UPDATE version_plan SET undone_at = $2 WHERE id = $1';

export const FIND = `
SELECT p.id, p.authority, p.pathway, p.to_version AS "toVersion", p.to_policy AS "toPolicy", p.to_law AS "toLaw", l.name AS "lawName", p.planned_by AS "plannedBy", p.planned_at AS "plannedAt",
  p.approved_by AS "approvedBy", p.finished_at AS "finishedAt", p.undone_at AS "undoneAt",
  count(*) FILTER (WHERE m.decision = 'moves')::int AS moves, count(*) FILTER (WHERE m.decision = 'person')::int AS person,
  count(*) FILTER (WHERE m.moved_at IS NOT NULL)::int AS moved
FROM version_plan p LEFT JOIN law_pack l ON l.id = p.to_law LEFT JOIN version_move m ON m.plan_id = p.id
WHERE p.id::text = $1 GROUP BY p.id, l.name`;

export const MOVES = `
SELECT c.reference, m.from_version AS "fromVersion", m.decision, m.why, m.dates
FROM version_move m JOIN send_case c ON c.id = m.case_id WHERE m.plan_id = $1 ORDER BY c.reference`;
