/**
 * What happened to the cases of one pathway, by days: $1 authority, $2 pathway, $3 the clocks whose last days are wanted,
 * $4 either the cases, or the day on or after which they were opened. A day that was corrected counts as corrected; what
 * was undone is left out.
 */
export const historiesSql = (which: 'named' | 'opened_since') => `
WITH corrected AS (
  SELECT DISTINCT ON (f.case_id, f.payload->>'version') f.case_id, (f.payload->>'version')::int AS version,
    (f.payload->'occurredOn'->>'to')::date AS day
  FROM case_event f JOIN send_case c ON c.id = f.case_id
  WHERE c.authority = $1 AND c.pathway = $2 AND ${CASES[which]} AND f.type = 'FACT_CORRECTED' AND f.payload ? 'occurredOn'
  ORDER BY f.case_id, f.payload->>'version', f.version DESC),
happened AS (
  SELECT e.case_id, e.type, e.payload, e.stages->>'work' AS stage, coalesce(x.day, e.occurred_on) AS day
  FROM send_case c
  JOIN effective_event e ON e.case_id = c.id
  LEFT JOIN corrected x ON x.case_id = e.case_id AND x.version = e.version
  WHERE c.authority = $1 AND c.pathway = $2 AND ${CASES[which]}
    AND e.type <> 'FACT_CORRECTED'),
reached AS (
  SELECT case_id, jsonb_object_agg(stage, day) AS stages
  FROM (SELECT case_id, stage, min(day) AS day FROM happened GROUP BY case_id, stage) first GROUP BY case_id),
asked AS (
  SELECT case_id, service, min(day) AS day FROM (
    SELECT case_id, jsonb_array_elements_text(payload->'advisers') AS service,
      coalesce((payload->>'adviceAskedOn')::date, day) AS day
    FROM happened WHERE type = 'AGREED_TO_ASSESS' AND jsonb_typeof(payload->'advisers') = 'array'
    UNION ALL
    SELECT case_id, payload->>'adviser', day FROM happened WHERE type = 'ADVICE_REQUESTED') each
  GROUP BY case_id, service),
answered AS (
  SELECT case_id, payload->>'adviser' AS service, max(day) AS day FROM happened
  WHERE type = 'ADVICE_RECEIVED' AND payload->>'quality' IS DISTINCT FROM 'back' GROUP BY 1, 2),
advice AS (
  SELECT a.case_id, jsonb_agg(jsonb_build_object('service', a.service, 'askedOn', a.day, 'inOn', i.day) ORDER BY a.service) AS asked
  FROM asked a LEFT JOIN answered i USING (case_id, service) GROUP BY a.case_id),
meetings AS (
  SELECT case_id, jsonb_agg(jsonb_build_object('saidOn', day, 'forOn', payload->>'meetingOn') ORDER BY day) AS planned
  FROM happened WHERE payload ? 'meetingOn' GROUP BY case_id),
dues AS (
  SELECT k.case_id, jsonb_object_agg(k.code, k.due_on ORDER BY k.occurrence) AS dues
  FROM send_case c JOIN clock k ON k.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = $2 AND ${CASES[which]}
    AND k.code = ANY ($3)
  GROUP BY k.case_id)
SELECT r.case_id AS "caseId", r.stages, coalesce(a.asked, '[]') AS asked, coalesce(m.planned, '[]') AS planned,
  coalesce(d.dues, '{}') AS dues
FROM reached r LEFT JOIN advice a USING (case_id) LEFT JOIN meetings m USING (case_id) LEFT JOIN dues d USING (case_id)`;

const CASES = {
  named: 'c.id = ANY ($4::uuid[])',
  opened_since: 'c.opened_on >= $4::date',
} as const;
