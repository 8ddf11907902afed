/** $1 authority, $2 pathway */
export const VERSIONS = `
SELECT p.id, p.version, p.valid_from AS "validFrom", p.numbers, p.words, p.reason, p.proposed_by AS "proposedById", o.name AS "proposedBy",
  p.proposed_at AS "proposedAt", p.decision, d.name AS "decidedBy", p.decided_at AS "decidedAt"
FROM policy_pack p JOIN officer o ON o.id = p.proposed_by LEFT JOIN officer d ON d.id = p.decided_by
WHERE p.authority = $1 AND p.pathway = $2 ORDER BY p.version DESC`;

/** $1 authority, $2 pathway */
export const OPEN_CASES = `
SELECT coalesce((state #>> '{context,policy,version}')::int, 0) AS version, count(*)::int AS cases
FROM send_case WHERE authority = $1 AND pathway = $2 AND open GROUP BY 1`;

/** $1 authority, $2 pathway, $3 day, $4 numbers, $5 words, $6 reason, $7 who, $8 now: nothing while another proposal waits */
export const PROPOSE = `
INSERT INTO policy_pack (authority, pathway, version, valid_from, numbers, words, reason, proposed_by, proposed_at)
SELECT $1::text, $2::text, coalesce(max(version), 0) + 1, $3::date, $4::jsonb, $5::jsonb, $6::text, $7::uuid, $8::timestamptz
FROM policy_pack WHERE authority = $1 AND pathway = $2
ON CONFLICT DO NOTHING RETURNING id`;

/** $1 authority, $2 proposal */
export const FIND = `
SELECT proposed_by AS "proposedBy", valid_from AS "validFrom", decision FROM policy_pack WHERE authority = $1 AND id::text = $2`;

/** $1 proposal, $2 decision, $3 who, $4 now */
export const DECIDE = `
UPDATE policy_pack SET decision = $2, decided_by = $3, decided_at = $4 WHERE id = $1::uuid AND decision IS NULL RETURNING id`;

/** A number of the settings that a case began under, else the usual one, as SQL. */
export const settingOf = (alias: string, key: string, usual: number) =>
  `coalesce((${alias}.state #>> '{context,policy,numbers,${key}}')::numeric, ${usual})`;
