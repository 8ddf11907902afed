-- Open assessments at every leg of the 20 weeks, and plans that were sent, written straight into the tables: for
-- measurements and for tests of counts. $1 authority, $2 today, $3 how many are open, $4 seed, $5 how many plans were
-- sent, $6 whether their history is written as well.
WITH stage (name, number) AS (
  VALUES ('requested', 1), ('decision_assess', 2), ('advice', 3), ('decision_plan', 4), ('drafting', 5), ('draft_issued', 6), ('finalising', 7), ('closed', 8)
), step (number, type, day) AS (
  VALUES (1, 'REQUEST_RECEIVED', 0), (2, 'PANEL_LISTED', 14), (3, 'AGREED_TO_ASSESS', 35), (4, 'ADVICE_COMPLETE', 80), (5, 'AGREED_TO_ISSUE', 90), (6, 'DRAFT_ISSUED', 105), (7, 'REPRESENTATIONS_RECEIVED', 120), (8, 'FINAL_ISSUED', 135)
), place AS MATERIALIZED (
  SELECT array(SELECT urn FROM school WHERE authority = $1 ORDER BY urn) AS urns,
    array(SELECT id FROM team WHERE authority = $1 ORDER BY name) AS teams,
    array(SELECT id FROM officer WHERE authority = $1 AND 'ehc_officer' = ANY (roles) ORDER BY name) AS officers
), dice AS MATERIALIZED (
  SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS child_id, n > $3::int AS sent,
    abs(hashint8extended(n, $4::bigint) % 1000)::int AS a, abs(hashint8extended(n, $4::bigint + 1) % 1000)::int AS b,
    abs(hashint8extended(n, $4::bigint + 2) % 1000)::int AS c
  FROM generate_series(1, $3::int + $5::int) n
), made AS MATERIALIZED (
  SELECT d.*, s.name AS stage, s.number, $2::date - age AS opened_on, age, final_day,
    CASE WHEN s.number < 3 THEN 'w6' ELSE 'w20' END AS judged_by,
    CASE WHEN cardinality(p.urns) > 0 AND d.b % 10 > 0 THEN p.urns[1 + d.b % cardinality(p.urns)] END AS urn,
    CASE WHEN cardinality(p.teams) > 0 THEN p.teams[1 + d.c % cardinality(p.teams)] END AS team_id,
    CASE WHEN cardinality(p.officers) > 0 AND d.a % 12 > 0 THEN p.officers[1 + d.a % cardinality(p.officers)] END AS owner_id
  FROM dice d CROSS JOIN place p
  CROSS JOIN LATERAL (SELECT CASE WHEN d.sent THEN 400 + d.a * 2 + d.c / 4 ELSE d.a * 22 / 100 + d.b / 50 END AS age, 100 + d.b / 10 AS final_day) t
  JOIN stage s ON s.number = CASE WHEN d.sent THEN 8 ELSE least(7, greatest(1, 1 + (t.age + d.c % 60 - 20) / 22)) END
), plans AS (
  INSERT INTO ehc_plan (authority, child_id, made_on, from_case, last_met_on, last_concluded_on, last_outcome, primary_need)
  SELECT $1, child_id, opened_on + final_day, case_id, met, met + 20, CASE WHEN met IS NOT NULL THEN 'maintain' END, 'ASD' FROM made
  CROSS JOIN LATERAL (SELECT CASE WHEN b % 3 = 0 THEN opened_on + final_day + 200 END AS met) t WHERE sent AND $6::boolean
), children AS (
  INSERT INTO child (id, authority, legal_surname, legal_forename, dob, urn, created_at)
  SELECT child_id, $1, 'Example' || n, 'Sam', $2::date - 3000 - a, urn, now() FROM made
), cases AS (
  INSERT INTO send_case (id, authority, reference, child_id, pathway, pathway_version, version, state, stage, open, opened_on, closed_on, owner_id,
    team_id, next_due_at, due_day, head_hash)
  SELECT case_id, $1, 'EHC-8' || lpad(n::text, 7, '0'), child_id, 'ehc_needs_assessment', 1, number,
    jsonb_build_object('value', jsonb_build_object('work', stage, 'dispute', CASE WHEN c % 40 = 0 THEN 'mediation' ELSE 'none' END), 'context',
      jsonb_build_object('awaiting', CASE WHEN c % 3 = 0 THEN '["parent"]'::jsonb ELSE '[]' END, 'excused',
        CASE WHEN c % 15 = 0 THEN '["exceptional_circumstances"]'::jsonb ELSE '[]' END, 'finalOn', CASE WHEN sent THEN opened_on + final_day END)),
    stage, NOT sent, opened_on, CASE WHEN sent THEN opened_on + final_day + 62 END, owner_id, team_id,
    CASE WHEN NOT sent THEN opened_on + 140 END, CASE WHEN NOT sent THEN opened_on + CASE judged_by WHEN 'w6' THEN 42 ELSE 140 END END, '\x00'
  FROM made
), events AS (
  INSERT INTO case_event (case_id, version, authority, type, occurred_on, payload, facts, stages, actor_role, recorded_at, definition_hash, hash)
  SELECT m.case_id, s.number, $1, s.type, opened_on + after, '{}', '{}', jsonb_build_object('work', g.name, 'dispute', 'none'), 'ehc_officer',
    opened_on + after + time '10:00', '\x00', '\x00'
  FROM made m JOIN step s ON s.number <= m.number JOIN stage g ON g.number = s.number
  CROSS JOIN LATERAL (SELECT CASE WHEN s.number = 8 THEN m.final_day ELSE least(s.day, m.age, m.final_day) END AS after) t
  WHERE $6::boolean
), legal AS (
  INSERT INTO clock (case_id, code, authority, rule, basis, anchor, due_on, status, ended_on, started_version, calendar_version)
  SELECT case_id, code, $1, code, 'statutory', opened_on, opened_on + days, CASE WHEN ended IS NULL THEN 'open' ELSE 'met' END,
    CASE WHEN code = 'w20' THEN opened_on + ended ELSE opened_on + least(ended, age) END, 1, 'made'
  FROM made CROSS JOIN LATERAL (VALUES ('w6', 42, CASE WHEN number >= 3 THEN 35 END), ('w16', 112, CASE WHEN number >= 5 THEN 90 END),
    ('w20', 140, CASE WHEN sent THEN final_day END)) w (code, days, ended)
  WHERE $6::boolean
), awaited AS (
  INSERT INTO clock (case_id, code, subject, authority, rule, basis, anchor, due_on, status, ended_on, started_version, calendar_version)
  SELECT case_id, 'advice_due', adviser, $1, 'EHCNA-ADVICE-6W', 'statutory', asked, asked + 42, CASE WHEN is_open THEN 'open' ELSE 'met' END,
    CASE WHEN NOT is_open THEN least(asked + 40, $2::date) END, 3, 'made'
  FROM made CROSS JOIN unnest(ARRAY['ep', 'health', 'school', 'social_care']) WITH ORDINALITY v (adviser, at)
  CROSS JOIN LATERAL (SELECT opened_on + least(35, age) AS asked, number = 3 AND (c + at) % 3 > 0 AS is_open) t
  WHERE $6::boolean AND number >= 3
)
INSERT INTO clock (case_id, code, subject, authority, basis, anchor, due_on, status, sends, started_version, calendar_version)
SELECT case_id, code, subject, $1, 'statutory', opened_on, opened_on + 125, 'open', sends, 6, 'made'
FROM made JOIN (VALUES (6, 'reps_end', '', 'REPRESENTATION_PERIOD_ENDED'), (7, 'consult_due', '199020', NULL)) w (number, code, subject, sends) USING (number)
WHERE $6::boolean AND (number = 6 OR b % 2 = 0)
