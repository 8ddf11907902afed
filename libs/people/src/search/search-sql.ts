import { wrongChildSql } from '@app/access';

/** How many children a search shows, and how many it looks at before it asks who may be seen. */
export const SHOWN = 50;
const LOOKED_AT = 400;
const WEIGHED = 8_000;

const NAME = `(k.legal_forename || ' ' || k.legal_surname || ' ' || coalesce(k.preferred_name, ''))`;

/** Values: authority, UPN. */
export const BY_UPN = `
SELECT k.id, 1::real AS score, 'UPN' AS why, true AS near FROM child k WHERE k.authority = $1 AND k.upn = $2
UNION ALL SELECT k.id, 0.9::real, 'Former UPN', true FROM child k
WHERE k.authority = $1 AND k.former_upns <> '{}' AND k.former_upns @> ARRAY[$2]`;

/** Values: authority, the ways to write a case reference. */
export const BY_REFERENCE = `
SELECT child_id AS id, 1::real AS score, 'Case reference' AS why, true AS near FROM send_case WHERE authority = $1 AND reference = ANY ($2::text[])`;

/** Values: authority, date of birth. */
export const BY_DOB = `
SELECT k.id, 1::real AS score, 'Date of birth' AS why, false AS near FROM child k WHERE k.authority = $1 AND k.dob = $2::date LIMIT ${LOOKED_AT}`;

/** Values: authority, date of birth, name: those born that day, the most alike first. */
export const BY_DOB_AND_NAME = `
SELECT k.id, word_similarity($3, ${NAME}) AS score, 'Name and date of birth' AS why, true AS near
FROM child k WHERE k.authority = $1 AND k.dob = $2::date
  AND (word_similarity($3, ${NAME}) >= 0.3 OR name_sounds(${NAME}) && name_sounds($3))
ORDER BY score DESC LIMIT ${LOOKED_AT}`;

/**
 * Values: authority, name. By letters (a slip of the keys) and by sound, each from its index; children of a
 * school of that name come after children of that name.
 */
export const BY_NAME = `
(SELECT k.id, (similarity(${NAME}, $2) + word_similarity($2, ${NAME}))::real AS score, 'Name' AS why, similarity(${NAME}, $2) >= 0.6 AS near
 FROM child k WHERE k.authority = $1 AND $2 <% ${NAME} ORDER BY score DESC LIMIT ${LOOKED_AT})
UNION ALL
(SELECT k.id, (similarity(${NAME}, $2) + 0.3)::real, 'Name sounds alike', cardinality(name_sounds($2)) > 1
 FROM child k WHERE k.authority = $1 AND name_sounds($2) <> '{}' AND name_sounds(${NAME}) @> name_sounds($2)
 ORDER BY 2 DESC LIMIT ${LOOKED_AT})
UNION ALL
(SELECT k.id, 0.2::real, 'School', false FROM child k
 WHERE k.authority = $1 AND k.urn = ANY (
   SELECT s.urn FROM school s WHERE s.authority = $1 AND length($2) >= 4 AND s.name ILIKE '%' || $2 || '%' LIMIT 10)
 LIMIT ${SHOWN + 1})`;

/**
 * Values: authority, name. Asked where nothing fitted: some word sounds alike, and the letters decide
 * the order. Only so many are weighed that a search of common words still takes no time.
 */
export const BY_SOME_WORDS = `
SELECT k.id, similarity(${NAME}, $2) AS score, 'Part of the name sounds alike' AS why, false AS near
FROM (SELECT * FROM child WHERE authority = $1 AND name_sounds(${NAME.replaceAll('k.', '')}) && name_sounds($2) LIMIT ${WEIGHED}) AS k
ORDER BY score DESC LIMIT ${LOOKED_AT}`;

/** A merged record leads to the one that goes on. Puts candidates in order (`near`: so like that its very existence may be told to those who may not see it), asks who may be seen, and adds what the list shows. */
export const hitsSql = (candidates: string, visible: string) => `
WITH best AS (
  SELECT coalesce(signpost.merged_into, candidate.id) AS id, max(score) AS score, (array_agg(why ORDER BY score DESC))[1] AS why,
    bool_or(near) AS near
  FROM (${candidates}) AS candidate LEFT JOIN child signpost ON signpost.id = candidate.id AND signpost.merged_into IS NOT NULL
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${LOOKED_AT}
)
SELECT k.id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name,
  k.legal_forename || ' ' || k.legal_surname AS "legalName", k.dob, s.name AS "schoolName", best.why,
  best.near AS "isNear", ${visible} AS "mayOpen"
FROM best JOIN child k ON k.id = best.id
LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
WHERE k.authority = $1
ORDER BY best.score DESC, k.legal_surname, k.legal_forename, k.id`;

/** The cases of the children shown that this actor may see. Values: authority, children, then the fragment’s. */
export const casesSql = (visible: string) => `
SELECT c.child_id AS "childId", c.reference, c.pathway, c.open FROM send_case c JOIN child k ON k.id = c.child_id
WHERE c.authority = $1 AND c.child_id = ANY ($2::uuid[]) AND NOT ${wrongChildSql('c')} AND ${visible}
ORDER BY c.open DESC, c.opened_on DESC, c.reference`;

/** Teams that work with these children. Values: authority, children. */
export const TEAMS_SQL = `
SELECT DISTINCT t.name FROM send_case c LEFT JOIN team t ON t.id = c.team_id
WHERE c.authority = $1 AND c.child_id = ANY ($2::uuid[]) AND c.open ORDER BY t.name`;

/** Values: authority, part of a name. */
export const SCHOOLS_SQL = `
SELECT urn, name FROM school WHERE authority = $1 AND length($2) >= 3 AND (name ILIKE '%' || $2 || '%' OR $2 <% name)
ORDER BY word_similarity($2, name) DESC, name LIMIT 5`;
