import { AREA } from './assessments-sql';

/** $1 authority, $2 pathway, $3 the day, $4 stages that are open, $5… who is looking: all at once and lean, no names of children. */
export const standingSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.opened_on AS "receivedOn", c.due_day AS "dueDay", c.due_day - c.opened_on AS limit, c.stage, c.owner_id AS "ownerId",
  o.name AS "ownerName", c.team_id AS "teamId", t.name AS "teamName", ${AREA} AS area, c.state->'value'->>'dispute' AS dispute,
  coalesce(c.state->'context'->'awaiting' ? 'parent', false) AS "awaitsParent",
  nullif(c.state->'context'->>'excused', '[]') AS grounds, running.awaited
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn
LEFT JOIN officer o ON o.id = c.owner_id
LEFT JOIN team t ON t.id = c.team_id
LEFT JOIN (
  SELECT x.case_id, string_agg(x.code || ' ' || x.due_on || ' ' || x.subject, ';') AS awaited FROM clock x
  WHERE x.authority = $1 AND x.status = 'open' AND x.code IN ('advice_due', 'consult_due', 'reps_end')
  GROUP BY x.case_id) running ON running.case_id = c.id
WHERE c.authority = $1 AND c.pathway = $2 AND c.opened_on <= $3 AND c.open AND c.stage = ANY ($4::text[]) AND ${visible}`;

/**
 * Counts of the open assessments by leg, week and status, from the index alone. $1 authority, $2 pathway, $3 the day,
 * $4 and $5 before which due day one is breached and at risk; $6 stages with $7 the days of their limit and $8 before
 * which request they are at risk; $9… who is looking. Those with another legal date are \`odd\`.
 */
export const talliesSql = (visible: string, beside: string) => `
SELECT g.stage, least(99, greatest(1, ($3::date - g.opened_on + 6) / 7)) AS week,
  CASE WHEN g.due_day - g.opened_on IS DISTINCT FROM s.days THEN 'odd' WHEN g.due_day < $4::date THEN 'breached'
    WHEN g.due_day < $5::date OR g.opened_on < s.received_before THEN 'at_risk' ELSE 'on_time' END AS status,
  sum(g.cases)::int AS count
FROM (
  SELECT c.stage, c.due_day, c.opened_on, count(*) AS cases FROM send_case c ${beside}
  WHERE c.authority = $1 AND c.pathway = $2 AND c.open AND ${visible} GROUP BY 1, 2, 3) g
JOIN unnest($6::text[], $7::int[], $8::date[]) AS s (stage, days, received_before) USING (stage)
WHERE g.opened_on <= $3::date
GROUP BY 1, 2, 3`;
