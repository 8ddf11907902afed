export const VERSIONS = `
SELECT p.version, p.cycle, p.needs, p.strengths, p.outcomes, p.review_on AS "reviewOn", p.approval, p.author_id AS "authorId",
  o.name AS author, p.written_at AS "writtenAt", b.name AS "approvedBy", a.approved_at AS "approvedAt"
FROM support_plan p
JOIN officer o ON o.id = p.author_id
LEFT JOIN support_plan_approval a ON a.case_id = p.case_id AND a.version = p.version
LEFT JOIN officer b ON b.id = a.approved_by
WHERE p.authority = $1 AND p.case_id = $2 ORDER BY p.version DESC`;

/** Version n + 1 only where n is the last: of two people who write at once, one writes. */
export const WRITE = `
INSERT INTO support_plan (case_id, version, authority, cycle, needs, strengths, outcomes, review_on, approval, author_id, written_at)
SELECT $1, $2::int, $3, $4, $5, $6, $7, $8, $9, $10, $11
WHERE $2::int = 1 + coalesce((SELECT max(version) FROM support_plan WHERE case_id = $1::uuid), 0)
ON CONFLICT (case_id, version) DO NOTHING RETURNING version`;

export const APPROVE = `
INSERT INTO support_plan_approval (case_id, version, authority, approved_by, approved_at)
SELECT case_id, version, authority, $4, $5 FROM support_plan
WHERE case_id = $1 AND version = $2 AND authority = $3 AND approval = 'asked' AND author_id <> $4::uuid
ON CONFLICT (case_id, version) DO NOTHING RETURNING version`;

export const REVIEW = `
INSERT INTO outcome_review (case_id, version, authority, outcome, result, words, reviewed_on, reviewed_by, recorded_at)
SELECT $1, $2, $3, r.outcome, r.result, r.words, $4, $5, $6
FROM jsonb_to_recordset($7::jsonb) AS r(outcome int, result text, words text)`;

export const REVIEWS = `
SELECT r.version, p.cycle, p.outcomes->r.outcome->>'outcome' AS outcome, r.result, r.words, r.reviewed_on AS "reviewedOn", o.name AS by
FROM outcome_review r
JOIN support_plan p ON p.case_id = r.case_id AND p.version = r.version
JOIN officer o ON o.id = r.reviewed_by
WHERE r.authority = $1 AND r.case_id = $2 ORDER BY r.reviewed_on DESC, r.recorded_at DESC, r.outcome`;
