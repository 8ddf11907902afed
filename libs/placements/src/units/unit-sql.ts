import { leftOut, unitOrder, unitPoints } from '@app/casework';
import { hdPolicy } from '@app/pathways';

const NAME = (child: string) =>
  `coalesce(${child}.preferred_name, ${child}.legal_forename) || ' ' || ${child}.legal_surname`;

/** $1 authority, $2 today, $3 one unit or null, $4… who is looking: every place in use, with who has it. */
export const placesSql = (visible: string) => `
SELECT p.cohort AS urn, coalesce(s.name, 'School ' || p.cohort) AS "unitName", p.number, p.suspended_on AS "suspendedOn",
  p.suspended_why AS "suspendedWhy", c.reference, c.stage, lower(o.during) AS "heldSince", upper(o.during) - 1 AS "keptUntil",
  CASE WHEN ${visible} THEN ${NAME('k')} END AS name,
  (SELECT max(e.occurred_on) FROM effective_event e WHERE e.case_id = c.id AND e.type = 'ADMITTED') AS "admittedOn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'dueOn', x.due_on) ORDER BY x.due_on, x.code), '[]')
   FROM clock x WHERE x.case_id = c.id AND x.status = 'open') AS clocks
FROM place p
LEFT JOIN school s ON s.authority = p.authority AND s.urn = p.cohort
LEFT JOIN place_holding o ON o.place_id = p.id AND o.during @> $2::date
LEFT JOIN send_case c ON c.id = o.case_id
LEFT JOIN child k ON k.id = c.child_id
WHERE p.authority = $1 AND p.programme = '${hdPolicy.programme}' AND p.closed_on IS NULL AND ($3::text IS NULL OR p.cohort = $3)
ORDER BY "unitName", p.cohort, p.number`;

const points = Object.entries(unitPoints('$2'))
  .map(([name, sql]) => `'${name}', ${sql}`)
  .join(', ');

/** $1 authority, $2 today, $3… who is looking: who waits for a unit, in the order in which free places are offered. */
export const waitingSql = (visible: string) => `
SELECT w.reference, w.state->'context'->>'unitUrn' AS urn, CASE WHEN ${visible} THEN ${NAME('h')} END AS name,
  jsonb_build_object(${points}) AS points, w.state->'context'->>'exclusion' AS exclusion, (w.state->'context'->>'referredOn')::date AS "referredOn",
  (w.state->'context'->>'waitingSince')::date AS "waitingSince", ${leftOut(`w.state->'context'->>'unitUrn'`, '$2')} AS "leftOut"
FROM send_case w JOIN child h ON h.id = w.child_id
WHERE w.authority = $1 AND w.pathway = 'hd_referral' AND w.open AND w.stage = 'waitlisted'
ORDER BY w.state->'context'->>'unitUrn', ${unitOrder('$2')}`;
