/** Open clocks up to a day, most urgent first; a restricted case shows its reference only, as every line does. */
export const DIGEST_CLOCKS = `
SELECT c.reference, c.pathway, c.pathway_version AS "pathwayVersion", c.state->'value' AS regions, c.owner_id AS "ownerId", c.team_id AS "teamId",
  CASE WHEN c.cover_until >= $3 THEN c.cover_id END AS "coverId",
  k.code, k.subject, k.rule, k.basis, k.anchor, k.due_on AS "dueOn", k.sends
FROM clock k JOIN send_case c ON c.id = k.case_id
WHERE k.authority = $1 AND k.status = 'open' AND c.open AND k.due_on <= $2
ORDER BY (k.basis = 'statutory') DESC, k.due_on, c.reference, k.code, k.subject`;

export const DIGEST_READERS = `
SELECT o.id, o.name, o.roles, o.team_id AS "teamId", a.name AS council
FROM officer o JOIN authority a ON a.code = o.authority
WHERE o.authority = $1 AND o.active ORDER BY o.id`;
