/** $1 authority */
export const APPROVED = `
SELECT content FROM law_pack WHERE authority = $1 AND decision = 'approved' ORDER BY decided_at`;

/** $1 authority */
export const PACKS = `
SELECT p.id, p.name, p.content, p.proposed_by AS "proposedById", o.name AS "proposedBy", p.proposed_at AS "proposedAt",
  p.decision, d.name AS "decidedBy", p.decided_at AS "decidedAt", p.judged_at AS "judgedAt", p.followed_at AS "followedAt"
FROM law_pack p JOIN officer o ON o.id = p.proposed_by LEFT JOIN officer d ON d.id = p.decided_by
WHERE p.authority = $1 ORDER BY p.proposed_at DESC`;

/** $1 authority, $2 pack */
export const FIND = `
SELECT id, authority, proposed_by AS "proposedBy", decision, judged_at AS "judgedAt" FROM law_pack WHERE authority = $1 AND id::text = $2`;

/** $1 authority, $2 name, $3 content, $4 who, $5 now: nothing while another pack waits */
export const PROPOSE = `
INSERT INTO law_pack (authority, name, content, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING RETURNING id`;

/** $1 pack, $2 decision, $3 who, $4 now: cases opened elsewhere around an approval are looked for a while longer */
export const DECIDE = `
UPDATE law_pack SET decision = $2, decided_by = $3, decided_at = $4,
  follow_until = CASE WHEN $2 = 'approved' THEN clock_timestamp() + interval '30 seconds' END
WHERE id = $1::uuid AND decision IS NULL RETURNING id`;

/** $1 authority: a pack that was approved and that open cases do not all count by yet */
export const FOLLOWING = `
SELECT name FROM law_pack WHERE authority = $1 AND decision = 'approved' AND followed_at IS NULL`;

/** $1 pack, $2 who, $3 now */
export const APPROVE_PLANS = `
UPDATE version_plan SET approved_by = $2, approved_at = $3 WHERE to_law = $1::uuid AND approved_by IS NULL`;

/** $1 pack: its plans, one a pathway */
export const PLANS = `
SELECT id FROM version_plan WHERE to_law = $1::uuid ORDER BY pathway`;

/** $1 pack, $2 now */
export const JUDGED = 'UPDATE law_pack SET judged_at = coalesce(judged_at, $2) WHERE id = $1::uuid';

/** $1 pack, $2 now */
export const FOLLOWED =
  'UPDATE law_pack SET followed_at = coalesce(followed_at, $2) WHERE id = $1::uuid';

/** Packs with cases to judge or to take over, the oldest first. */
export const UNFINISHED = `
SELECT id, authority FROM law_pack
WHERE judged_at IS NULL AND decision IS NULL
  OR decision = 'approved' AND (followed_at IS NULL OR follow_until > clock_timestamp())
ORDER BY proposed_at`;

/** $1 pack: every case with a date or a ground that would change, or that a person must look at */
export const DIFF = `
SELECT c.reference, p.pathway, m.decision, m.why, m.dates, m.moved_at IS NOT NULL AS moved
FROM version_plan p JOIN version_move m ON m.plan_id = p.id JOIN send_case c ON c.id = m.case_id
WHERE p.to_law = $1::uuid AND (m.why IS NOT NULL OR m.dates <> '[]') ORDER BY c.reference`;

/** $1 pack: its cases in numbers; those of its pathways that nobody has judged yet */
export const PROGRESS = `
SELECT count(m.case_id)::int AS judged, count(m.case_id) FILTER (WHERE m.moved_at IS NOT NULL)::int AS moved,
  count(m.case_id) FILTER (WHERE m.decision = 'moves' AND m.moved_at IS NULL)::int AS waiting,
  count(m.case_id) FILTER (WHERE m.decision = 'person')::int AS person,
  coalesce(sum(jsonb_array_length(m.dates)) FILTER (WHERE m.moved_at IS NOT NULL), 0)::int AS dates,
  (SELECT count(*)::int FROM send_case c JOIN version_plan w ON w.to_law = $1::uuid AND w.authority = c.authority AND w.pathway = c.pathway
   WHERE c.open AND NOT EXISTS (SELECT FROM version_move n WHERE n.plan_id = w.id AND n.case_id = c.id)
     AND NOT coalesce(c.state #> '{context,law,packs}' ? (SELECT name FROM law_pack WHERE id = $1::uuid), false)) AS left
FROM version_plan p LEFT JOIN version_move m ON m.plan_id = p.id WHERE p.to_law = $1::uuid`;

/** $1 pack */
export const TO_DO = 'SELECT id, authority, decision FROM law_pack WHERE id::text = $1';

/** $1 pack: open cases that a person had to look at are not judged any more, and the pack is not followed by all */
export const AGAIN = `
WITH again AS (
  DELETE FROM version_move m USING version_plan p, send_case c
  WHERE p.to_law = $1::uuid AND m.plan_id = p.id AND c.id = m.case_id AND m.decision = 'person' AND c.open RETURNING 1
)
UPDATE law_pack SET followed_at = NULL WHERE id = $1::uuid AND decision = 'approved' AND EXISTS (SELECT FROM again)`;
