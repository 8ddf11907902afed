const KNOWN_CHILD =
  'c.id AS "childId", c.upn, c.dob, c.legal_surname AS surname, c.legal_forename AS forename, c.urn';

/** Values: authority, URNs or LAESTABs. */
export const SCHOOLS_SQL = `
SELECT urn, laestab, name, status, low_age AS "lowAge", high_age AS "highAge"
FROM school WHERE authority = $1 AND (urn = ANY ($2::text[]) OR laestab = ANY ($2::text[]))
ORDER BY status LIKE 'Open%', urn`;

/** Values: authority, then lines, UPNs, dates of birth, surnames and forenames side by side. */
export const CHILDREN_SQL = `
WITH asked AS (
  SELECT * FROM unnest($2::int[], $3::text[], $4::date[], $5::text[], $6::text[]) AS a(line, upn, dob, surname, forename)
),
found AS (
  SELECT a.line, 'upn' AS by, c.id FROM asked a JOIN child c ON c.authority = $1 AND c.upn = a.upn
  UNION ALL
  SELECT a.line, 'upn', c.id FROM asked a JOIN child c ON c.authority = $1 AND c.former_upns <> '{}' AND c.former_upns @> ARRAY[a.upn]
  UNION ALL
  SELECT a.line, 'identity', c.id FROM asked a
  JOIN child c ON c.authority = $1 AND c.dob = a.dob AND lower(c.legal_surname) = lower(a.surname)
  WHERE lower(c.legal_forename) = lower(a.forename) AND c.merged_into IS NULL
)
SELECT f.line, f.by, ${KNOWN_CHILD} FROM found f JOIN child c USING (id) ORDER BY f.line, f.by DESC, c.id`;

/**
 * The same values, for rows that fit nobody exactly: children of the same day whose name looks or sounds
 * alike, where one of the two has no UPN to tell them apart.
 */
export const ALIKE_SQL = `
WITH asked AS MATERIALIZED (
  SELECT *, name_sounds(surname) AS surname_sounds, name_sounds(forename) AS forename_sounds
  FROM unnest($2::int[], $3::text[], $4::date[], $5::text[], $6::text[]) AS a(line, upn, dob, surname, forename)
)
SELECT a.line, 'alike' AS by, ${KNOWN_CHILD}
FROM asked a
JOIN child c ON c.authority = $1 AND c.dob = a.dob AND (a.upn IS NULL OR c.upn IS NULL) AND c.merged_into IS NULL
CROSS JOIN LATERAL (
  SELECT name_sounds(c.legal_forename || ' ' || c.legal_surname || ' ' || coalesce(c.preferred_name, '')) AS sounds OFFSET 0
) AS heard
WHERE similarity(c.legal_surname || ' ' || c.legal_forename, a.surname || ' ' || a.forename) >= 0.45
  OR heard.sounds && a.surname_sounds AND heard.sounds && a.forename_sounds
ORDER BY a.line, c.id`;

/** Values: authority, children. What opened each Year 6 case of theirs. */
export const CASES_SQL = `
SELECT c.child_id AS "childId", c.id AS "caseId", c.reference, c.open, c.opened_on AS "openedOn", e.payload
FROM send_case c JOIN case_event e ON e.case_id = c.id AND e.version = 1
WHERE c.authority = $1 AND c.child_id = ANY ($2::uuid[]) AND c.pathway = 'y6_transition'
ORDER BY c.open DESC, c.opened_on DESC`;

/** Values: authority, command keys. */
export const KEYS_SQL = `
SELECT command_key AS key, case_id AS "caseId" FROM case_event WHERE authority = $1 AND command_key = ANY ($2::text[])`;
