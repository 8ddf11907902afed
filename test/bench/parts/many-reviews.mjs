/** Thousands of plans with their reviews, open at every stage and closed, written straight into the tables. */

/** Writes `plans` plans, a review that is open for `open` of them and one that was closed for most others. */
export async function manyReviews(statements, authority, { today, plans, open, seed }) {
  await statements.together(async (tx) => {
    const run = (sql, values = []) => tx.run('', sql, values);
    await run('SET LOCAL statement_timeout = 0');
    await run('DROP INDEX IF EXISTS child_name, child_sounds'); // names are searched by no board, and their sounds take the time
    await run(OFFICERS, [authority]);
    await run(SCHOOLS, [authority]);
    await run(PLANS, [authority, today, plans, open, seed]);
  });
}

const OFFICERS = `
INSERT INTO officer (authority, name, email, roles) SELECT $1, 'Reviewer ' || n, 'reviewer' || n || '@' || $1 || '.example', '{review_officer}'
FROM generate_series(1, 25) n`;

const SCHOOLS = `
INSERT INTO school (authority, urn, name, phase, type, status, high_age)
SELECT $1, (300000 + n)::text, 'Place ' || n, 'Primary', 'Academy', 'Open', CASE WHEN n % 3 = 0 THEN 18 ELSE 11 END FROM generate_series(1, 300) n`;

const PLANS = `
WITH place AS MATERIALIZED (
  SELECT array(SELECT id FROM officer WHERE authority = $1 AND 'review_officer' = ANY (roles) ORDER BY name) AS officers
), made AS MATERIALIZED (
  SELECT n, gen_random_uuid() AS plan_id, gen_random_uuid() AS child_id, gen_random_uuid() AS case_id,
    abs(hashint8extended(n, $5::bigint) % 1000)::int AS a, abs(hashint8extended(n, $5::bigint + 1) % 1000)::int AS b, n <= $4::int AS is_open
  FROM generate_series(1, $3::int) n
), told AS MATERIALIZED (
  SELECT m.*, $2::date - (CASE WHEN is_open THEN a % 110 - 40 ELSE 110 + a % 250 END) AS held_on,
    CASE WHEN NOT is_open THEN 'maintained' ELSE (ARRAY['due', 'arranged', 'held', 'report_in', 'amending'])[1 + b % 5] END AS stage,
    NOT is_open AND b % 8 < 6 AS is_closed, p.officers[1 + a % cardinality(p.officers)] AS owner_id
  FROM made m CROSS JOIN place p
), children AS (
  INSERT INTO child (id, authority, legal_surname, legal_forename, dob, urn, sen_provision, created_at)
  SELECT child_id, $1, 'Reviewed' || n, 'Sam', $2::date - 1200 - (a * 7), (300001 + b % 300)::text, 'E', now() FROM made
), plans AS (
  INSERT INTO ehc_plan (id, authority, child_id, made_on, last_concluded_on, last_outcome)
  SELECT plan_id, $1, child_id, $2::date - 700 - a, CASE WHEN is_closed THEN held_on + 24 ELSE $2::date - 30 - a * 4 / 10 END, 'maintain' FROM told
), cases AS (
  INSERT INTO send_case (id, authority, reference, child_id, pathway, pathway_version, version, state, stage, open, opened_on, closed_on, owner_id, due_day, head_hash)
  SELECT case_id, $1, 'AR-8' || lpad(n::text, 7, '0'), child_id, 'annual_review', 1, 5,
    jsonb_build_object('value', jsonb_build_object('work', stage), 'context', jsonb_build_object('reviewKind', 'ordinary', 'arrangedBy', 'school',
      'meetingOn', held_on, 'heldOn', CASE WHEN stage NOT IN ('due', 'arranged') THEN least(held_on, $2::date) END,
      'noticeOn', CASE WHEN stage = 'amending' THEN least(held_on, $2::date) END)),
    stage, is_open, held_on - 70, CASE WHEN is_closed THEN held_on + 24 END, owner_id, held_on + 28, '\\x00'
  FROM told WHERE is_open OR is_closed
), events AS (
  INSERT INTO case_event (case_id, version, authority, type, occurred_on, payload, facts, stages, actor_role, recorded_at, definition_hash, hash)
  SELECT case_id, s.number, $1, s.type, held_on + s.day, jsonb_build_object('meetingOn', held_on), '{}', jsonb_build_object('work', s.stage), 'review_officer',
    held_on + s.day, '\\x00', '\\x00'
  FROM told t JOIN (VALUES (1, 'REVIEW_OPENED', -70, 'due'), (2, 'MEETING_ARRANGED', -40, 'arranged'), (3, 'MEETING_HELD', 0, 'held'),
    (4, 'REPORT_RECEIVED', 12, 'report_in'), (5, 'DECISION_MAINTAIN', 24, 'maintained')) s (number, type, day, stage)
    ON (is_open OR is_closed) AND (s.number = 1 OR (t.held_on + s.day <= $2::date AND t.stage <> 'due'))
)
INSERT INTO clock (case_id, code, authority, rule, basis, anchor, due_on, status, ended_on, started_version, calendar_version)
SELECT case_id, code, $1, code, 'statutory', held_on, held_on + days, CASE WHEN is_closed THEN 'met' ELSE 'open' END,
  CASE WHEN is_closed THEN held_on + 24 END, 1, 'made'
FROM told CROSS JOIN (VALUES ('ar_conclude_by', 60), ('meeting_by', 0), ('arrange_by', -30), ('papers', -14), ('meeting_day', 0), ('report', 14),
  ('decision', 28), ('final_longstop', 84), ('final', 80)) w (code, days)
WHERE is_open OR is_closed`;
