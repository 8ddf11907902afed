/** $1 authority */
export const APPROVED = `
SELECT content FROM law_pack WHERE authority = $1 AND decision = 'approved' ORDER BY decided_at`;

/** $1 authority */
export const PACKS = `
SELECT p.id, p.name, p.content, p.proposed_by AS "proposedById", o.name AS "proposedBy", p.proposed_at AS "proposedAt",
  p.decision, d.name AS "decidedBy", p.decided_at AS "decidedAt"
FROM law_pack p JOIN officer o ON o.id = p.proposed_by LEFT JOIN officer d ON d.id = p.decided_by
WHERE p.authority = $1 ORDER BY p.proposed_at DESC`;

/** $1 authority, $2 pack */
export const FIND = `
SELECT id, name, content, proposed_by AS "proposedBy", decision FROM law_pack WHERE authority = $1 AND id::text = $2`;

/** $1 authority, $2 name, $3 content, $4 who, $5 now: nothing while another pack waits */
export const PROPOSE = `
INSERT INTO law_pack (authority, name, content, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING RETURNING id`;

/** $1 pack, $2 decision, $3 who, $4 now */
export const DECIDE = `
UPDATE law_pack SET decision = $2, decided_by = $3, decided_at = $4 WHERE id = $1::uuid AND decision IS NULL RETURNING id`;

/** $1 pack, $2 who, $3 now */
export const APPROVE_PLANS = `
UPDATE version_plan SET approved_by = $2, approved_at = $3 WHERE to_law = $1::uuid AND approved_by IS NULL`;

/** $1 pack: the plans of it that can still be run */
export const PLANS = `
SELECT id FROM version_plan WHERE to_law = $1::uuid AND undone_at IS NULL AND finished_at IS NULL ORDER BY planned_at, pathway`;

/** $1 pack: every case with a date or a ground that would change, or that a person must look at */
export const DIFF = `
SELECT c.reference, p.pathway, m.decision, m.why, m.dates, m.moved_at IS NOT NULL AS moved
FROM version_plan p JOIN version_move m ON m.plan_id = p.id JOIN send_case c ON c.id = m.case_id
WHERE p.to_law = $1::uuid AND (m.why IS NOT NULL OR m.dates <> '[]') ORDER BY c.reference`;

/** $1 pack: how many open cases were judged */
export const JUDGED = `
SELECT count(*)::int AS cases FROM version_plan p JOIN version_move m ON m.plan_id = p.id WHERE p.to_law = $1::uuid`;
