/** The child with a UPN, also a former one; null where nobody has it. */
const CHILD_WITH_UPN = (upn: string) => `(
  SELECT c.id FROM child c WHERE c.authority = $1 AND c.upn = ${upn}
  UNION ALL SELECT c.id FROM child c WHERE c.authority = $1 AND c.former_upns <> '{}' AND c.former_upns @> ARRAY[${upn}]
  LIMIT 1)`;

/** Values: authority, then keys, UPNs, dates of birth, surnames and forenames side by side. What was said before fills the gaps. */
export const MATCH_SQL = `
WITH asked AS (
  SELECT a.key, coalesce(a.upn, p.upn) AS upn, coalesce(a.dob, p.dob) AS dob, coalesce(a.surname, p.surname) AS surname,
    coalesce(a.forename, p.forename) AS forename, p.id, p.match, p.why, p.child_id
  FROM unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[]) AS a(key, upn, dob, surname, forename)
  LEFT JOIN feed_pupil p ON p.authority = $1 AND p.key = a.key)
SELECT a.key, a.id AS "pupilId", a.match, a.why, a.child_id AS "childId", u.id AS "upnChild", u.dob = a.dob AS "sameDob",
  CASE WHEN u.id IS NULL THEN (SELECT count(*)::int FROM child k WHERE k.authority = $1 AND k.dob = a.dob AND k.merged_into IS NULL
    AND lower(k.legal_surname) = lower(a.surname) AND lower(k.legal_forename) = lower(a.forename)) ELSE 0 END AS namesakes
FROM asked a LEFT JOIN child u ON u.id = ${CHILD_WITH_UPN('a.upn')}`;

/** Values: authority, pupils, time. A decision stays; what was not said before is filled in. */
export const WRITE_PUPILS_SQL = `
INSERT INTO feed_pupil AS p (authority, key, upn, surname, forename, dob, urn, match, why, child_id, seen_at)
SELECT $1, r.key, r.upn, r.surname, r.forename, r.dob, r.urn, r.match, r.why, r."childId", $3
FROM jsonb_to_recordset($2::jsonb) AS r(key text, upn text, surname text, forename text, dob date, urn text, match text, why text, "childId" uuid)
ON CONFLICT (authority, key) DO UPDATE SET
  surname = coalesce(excluded.surname, p.surname), forename = coalesce(excluded.forename, p.forename),
  dob = coalesce(excluded.dob, p.dob), urn = excluded.urn, seen_at = excluded.seen_at,
  match = CASE WHEN p.match = 'waiting' THEN excluded.match ELSE p.match END,
  why = CASE WHEN p.match = 'waiting' THEN excluded.why ELSE p.why END,
  child_id = CASE WHEN p.match = 'waiting' THEN excluded.child_id ELSE p.child_id END
RETURNING p.key, p.id`;

/** Pupils who wait, and whose child came on record since: UPN and date of birth both fit. Values: authority. */
export const REMATCH_SQL = `
UPDATE feed_pupil p SET match = 'auto', child_id = c.id, why = 'UPN and date of birth'
FROM child c
WHERE p.authority = $1 AND p.match = 'waiting' AND c.authority = $1 AND c.upn = p.upn AND c.dob = p.dob
RETURNING p.id`;
