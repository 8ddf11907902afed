import { excusedDates } from './excused-dates';
import { happenedOn } from './happened-on';

/** $1 authority, $2 pathway, $3 the day, $4 stages that are open, $5 cases (null: all), $6… who is looking: as the case rows stand. */
export const openTodaySql = (visible: string) => `
SELECT ${CASE_COLUMNS}, c.stage, c.state->'value'->>'dispute' AS dispute,
  coalesce(c.state->'context'->'awaiting', '[]') AS awaiting, coalesce(c.state->'context'->'excused', '[]') AS grounds,
  coalesce(done.chased, '{}') AS chased, coalesce(running.clocks, '[]') AS clocks
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN officer o ON o.id = c.owner_id
${BESIDE}
LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(d.adviser, d.times) AS chased
  FROM (
    SELECT e.payload->>'adviser' AS adviser, count(*)::int AS times FROM effective_event e
    WHERE e.case_id = c.id AND e.type = 'ADVICE_CHASED' GROUP BY 1) d) done ON true
LEFT JOIN LATERAL (
  SELECT ${clocksAs('x.status', 'x.ended_on')} AS clocks FROM clock x WHERE x.case_id = c.id AND x.basis <> 'local') running ON true
WHERE c.authority = $1 AND c.pathway = $2 AND c.opened_on <= $3 AND c.open AND c.stage = ANY ($4::text[])
  AND ($5::uuid[] IS NULL OR c.id = ANY ($5)) AND ${visible}
ORDER BY c.opened_on, c.reference`;

/** The same parameters: as history says the cases stood at the end of that day. */
export const openOnDaySql = (visible: string) => `
SELECT ${CASE_COLUMNS}, past.stage, past.dispute, '[]'::jsonb AS awaiting,
  coalesce(done.grounds, '[]') AS grounds, coalesce(done.chased, '{}') AS chased, coalesce(running.clocks, '[]') AS clocks
${CASES_THEN}
LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(d.adviser, d.times) FILTER (WHERE d.adviser IS NOT NULL) AS chased,
    jsonb_agg(DISTINCT d.excused) FILTER (WHERE d.excused IS NOT NULL) AS grounds
  FROM (
    SELECT CASE e.type WHEN 'ADVICE_CHASED' THEN e.payload->>'adviser' END AS adviser, named.excused, count(*)::int AS times
    FROM effective_event e
    LEFT JOIN LATERAL (${excusedDates('e')}) named ON e.type = 'EXCEPTION_CLAIMED'
    WHERE e.case_id = c.id AND e.type IN ('ADVICE_CHASED', 'EXCEPTION_CLAIMED') AND ${happenedOn('e')} <= $3
    GROUP BY 1, 2) d) done ON true
LEFT JOIN LATERAL (
  SELECT ${clocksAs(STATUS_THEN, ENDED_THEN)} AS clocks ${CLOCKS_THEN}) running ON true
WHERE ${OPEN_THEN} AND ($5::uuid[] IS NULL OR c.id = ANY ($5)) AND ${visible}
ORDER BY c.opened_on, c.reference`;

/** $1 authority, $2 pathway, $3 the day, $4 stages that are open, $5… who is looking: all of that day at once, lean. */
export const standingOnDaySql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.opened_on AS "receivedOn", past.stage, o.id AS "ownerId", o.name AS "ownerName",
  t.id AS "teamId", t.name AS "teamName", ${AREA} AS area, past.dispute, done.grounds, running.clocks
${CASES_THEN}
LEFT JOIN LATERAL (
  SELECT string_agg(DISTINCT named.excused, ' ') AS grounds FROM effective_event e CROSS JOIN LATERAL (${excusedDates('e')}) named
  WHERE e.case_id = c.id AND e.type = 'EXCEPTION_CLAIMED' AND ${happenedOn('e')} <= $3) done ON true
LEFT JOIN LATERAL (
  SELECT string_agg(concat_ws(' ', x.code, x.basis, coalesce(x.rule, '-'), coalesce(x.sends, '-'), x.due_on, ${STATUS_THEN},
    coalesce((${ENDED_THEN})::text, '-'), x.subject), ';') AS clocks
  ${CLOCKS_THEN} AND (x.code IN ('w6', 'w20', 'advice_due', 'consult_due', 'reps_end') OR x.code LIKE 'order%')) running ON true
WHERE ${OPEN_THEN} AND ${visible}`;

/** The area of a child's school: the first half of its postcode. */
export const AREA = `nullif(split_part(s.postcode, ' ', 1), '')`;

const CASE_COLUMNS = `
  c.id AS "caseId", c.reference, c.version, c.child_id AS "childId", c.opened_on AS "receivedOn",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName",
  o.id AS "ownerId", o.name AS "ownerName", t.id AS "teamId", t.name AS "teamName", ${AREA} AS area`;

const BESIDE = `
LEFT JOIN team t ON t.id = c.team_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn`;

function clocksAs(status: string, endedOn: string): string {
  return `jsonb_agg(jsonb_build_object('code', x.code, 'subject', x.subject, 'basis', x.basis, 'rule', x.rule, 'sends', x.sends,
    'dueOn', x.due_on, 'status', ${status}, 'endedOn', ${endedOn}) ORDER BY x.due_on, x.code, x.subject)`;
}

const STATUS_THEN = `CASE WHEN x.ended_on <= $3 THEN x.status ELSE 'open' END`;
const ENDED_THEN = 'CASE WHEN x.ended_on <= $3 THEN x.ended_on END';
const OPEN_THEN =
  'c.authority = $1 AND c.pathway = $2 AND c.opened_on <= $3 AND (c.closed_on IS NULL OR c.closed_on > $3)';

/** Clocks that ran by then: the step that started them had happened. */
const CLOCKS_THEN = `FROM clock x JOIN effective_event e ON e.case_id = x.case_id AND e.version = x.started_version AND ${happenedOn('e')} <= $3
  WHERE x.case_id = c.id AND x.basis <> 'local'`;

/** Cases with the stage they were in and the officer who held them. */
const CASES_THEN = `FROM send_case c
JOIN child k ON k.id = c.child_id
JOIN LATERAL (
  SELECT e.stages->>'work' AS stage, e.stages->>'dispute' AS dispute FROM effective_event e
  WHERE e.case_id = c.id AND e.type <> 'FACT_CORRECTED' AND ${happenedOn('e')} <= $3
  ORDER BY e.version DESC LIMIT 1) past ON past.stage = ANY ($4::text[])
LEFT JOIN LATERAL (
  SELECT e.type, e.payload->>'workerId' AS worker FROM effective_event e
  WHERE e.case_id = c.id AND e.type IN ('ALLOCATED', 'WORKER_LEFT') AND ${happenedOn('e')} <= $3
  ORDER BY e.version DESC LIMIT 1) held ON true
LEFT JOIN officer o ON o.authority = c.authority AND held.type = 'ALLOCATED' AND o.id::text = held.worker
${BESIDE}`;
