/** Values: authority, two children. Locked in one order, so that two merges never wait for each other. */
export const LOCK_SQL = `
SELECT id, upn, former_upns AS "formerUpns", household_id AS "householdId", flags, restricted, merged_into AS "mergedInto"
FROM child WHERE authority = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`;

/** Values: authority, two children. */
export const CASES_SQL = `
SELECT child_id AS "childId", reference, pathway, open FROM send_case
WHERE authority = $1 AND child_id = ANY ($2::uuid[]) ORDER BY open DESC, opened_on DESC, reference`;

/** Values: authority, two children: how many of them have a plan that stands. */
export const PLANS_SQL = `
SELECT count(*)::int AS plans FROM ehc_plan WHERE authority = $1 AND child_id = ANY ($2::uuid[]) AND ceased_on IS NULL`;

/** Values: authority, the record that goes on, the other. Everything that hangs on the other moves over. */
export const MOVE_SQL = `
WITH cases AS (UPDATE send_case SET child_id = $2 WHERE authority = $1 AND child_id = $3 RETURNING id),
contacts AS (UPDATE contact SET child_id = $2 WHERE authority = $1 AND child_id = $3 RETURNING id),
referrals AS (UPDATE referral SET child_id = $2 WHERE authority = $1 AND child_id = $3 RETURNING id),
schools AS (UPDATE former_school f SET child_id = $2 WHERE f.authority = $1 AND f.child_id = $3
  AND NOT EXISTS (SELECT FROM former_school o WHERE o.child_id = $2 AND o.urn = f.urn AND o.left_on = f.left_on)
  RETURNING f.urn || ' ' || f.left_on AS id),
plans AS (UPDATE ehc_plan SET child_id = $2 WHERE authority = $1 AND child_id = $3 RETURNING id),
signposts AS (UPDATE child SET merged_into = $2 WHERE authority = $1 AND merged_into = $3 RETURNING id)
SELECT coalesce((SELECT jsonb_agg(id) FROM cases), '[]') AS cases,
  coalesce((SELECT jsonb_agg(id) FROM contacts), '[]') AS contacts,
  coalesce((SELECT jsonb_agg(id) FROM referrals), '[]') AS referrals,
  coalesce((SELECT jsonb_agg(id) FROM schools), '[]') AS "formerSchools",
  coalesce((SELECT jsonb_agg(id) FROM plans), '[]') AS plans,
  coalesce((SELECT jsonb_agg(id) FROM signposts), '[]') AS signposts`;

/** Values: authority, the merged record, the one that goes on. */
export const SIGNPOST_SQL = `
UPDATE child SET upn = NULL, former_upns = '{}', merged_into = $3 WHERE authority = $1 AND id = $2`;

/** Values: authority, the record that goes on, its UPN, former UPNs, household, flags, restriction. */
export const SURVIVOR_SQL = `
UPDATE child SET upn = $3, former_upns = $4, household_id = $5, flags = $6, restricted = $7 WHERE authority = $1 AND id = $2`;

/** Values: authority, the record that goes on, the merged one, reason, what moved, day, officer, time. */
export const KEEP_SQL = `
INSERT INTO child_merge (authority, survivor_id, merged_id, reason, moved, merged_on, merged_by, merged_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;

const STANDING = `
SELECT m.id, m.survivor_id AS "survivorId", m.merged_id AS "mergedId", m.reason, m.moved, m.merged_on AS "mergedOn",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS "mergedName", o.name AS "mergedBy"
FROM child_merge m JOIN child k ON k.id = m.merged_id JOIN officer o ON o.id = m.merged_by
WHERE m.authority = $1 AND m.undone_at IS NULL AND`;

/** Values: authority, the record that goes on. */
export const MERGES_OF_SQL = `${STANDING} m.survivor_id = $2 ORDER BY m.merged_at DESC, m.id`;

/** Values: authority, merge. */
export const MERGE_SQL = `${STANDING} m.id = $2`;

/** Values: authority, merge, officer, time, reason. */
export const UNDONE_SQL = `
UPDATE child_merge SET undone_by = $3, undone_at = $4, undone_why = $5 WHERE authority = $1 AND id = $2 AND undone_at IS NULL RETURNING id`;

/** Values: authority, the record that goes on, the one that comes back, what moved. Only what still hangs on the first goes back. */
export const MOVE_BACK_SQL = `
WITH ids AS (SELECT $4::jsonb AS m),
cases AS (UPDATE send_case SET child_id = $3 WHERE authority = $1 AND child_id = $2
  AND id IN (SELECT v::uuid FROM ids, jsonb_array_elements_text(m->'cases') v) RETURNING id),
contacts AS (UPDATE contact SET child_id = $3 WHERE authority = $1 AND child_id = $2
  AND id IN (SELECT v::uuid FROM ids, jsonb_array_elements_text(m->'contacts') v)),
referrals AS (UPDATE referral SET child_id = $3 WHERE authority = $1 AND child_id = $2
  AND id IN (SELECT v::uuid FROM ids, jsonb_array_elements_text(m->'referrals') v)),
schools AS (UPDATE former_school SET child_id = $3 WHERE authority = $1 AND child_id = $2
  AND urn || ' ' || left_on IN (SELECT v FROM ids, jsonb_array_elements_text(m->'formerSchools') v)),
plans AS (UPDATE ehc_plan SET child_id = $3 WHERE authority = $1 AND child_id = $2
  AND id IN (SELECT v::uuid FROM ids, jsonb_array_elements_text(coalesce(m->'plans', '[]')) v))
UPDATE child SET merged_into = $3 WHERE authority = $1 AND merged_into = $2
  AND id IN (SELECT v::uuid FROM ids, jsonb_array_elements_text(m->'signposts') v)`;

/** Values: authority, the record that goes on, what moved. Takes off what the merge put on. */
export const SURVIVOR_BACK_SQL = `
UPDATE child SET
  upn = CASE WHEN ($3::jsonb->>'tookUpn')::boolean AND upn = $3::jsonb->>'upn' THEN NULL ELSE upn END,
  former_upns = ARRAY(SELECT u FROM unnest(former_upns) u
    WHERE u <> coalesce($3::jsonb->>'upn', '') AND NOT ($3::jsonb->'formerUpns') ? u),
  household_id = CASE WHEN ($3::jsonb->>'tookHousehold')::boolean AND household_id::text = $3::jsonb->>'householdId' THEN NULL ELSE household_id END,
  flags = coalesce((SELECT jsonb_agg(f) FROM jsonb_array_elements_text(flags) f WHERE NOT ($3::jsonb->'flags') ? f), '[]'),
  restricted = CASE WHEN ($3::jsonb->>'tookRestriction')::boolean
    THEN EXISTS (SELECT FROM send_case c WHERE c.child_id = child.id AND c.restricted) ELSE restricted END
WHERE authority = $1 AND id = $2`;

/** Values: authority, the record that comes back, what moved. */
export const BACK_SQL = `
UPDATE child SET merged_into = NULL, upn = $3::jsonb->>'upn',
  former_upns = ARRAY(SELECT jsonb_array_elements_text($3::jsonb->'formerUpns'))
WHERE authority = $1 AND id = $2`;

/** Values: authority, time, officer, action, child. */
export const LOG_SQL = `
INSERT INTO access_log (authority, at, officer_id, action, child_id, page) VALUES ($1, $2, $3, $4, $5, 'merging two records')`;
