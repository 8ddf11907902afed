/** Children whom the rules may find: those in a feed, with a timetable past its end, a check-in, or a hit that stands. Values: authority. */
export const CHILDREN_TO_LOOK_AT_SQL = `
SELECT DISTINCT a.id FROM (
  SELECT p.child_id AS id FROM pupil_on_record p WHERE p.authority = $1
  UNION SELECT c.child_id FROM send_case c
    WHERE c.authority = $1 AND c.open AND c.pathway = 'ebsna' AND c.state->'value'->>'timetable' = 'part_time_overdue'
  UNION SELECT c.child_id FROM send_case c WHERE c.authority = $1 AND c.open AND c.pathway = 'y6_transition'
  UNION SELECT h.child_id FROM rule_hit h WHERE h.authority = $1 AND h.ended_on IS NULL
) AS a JOIN child k ON k.id = a.id
WHERE k.merged_into IS NULL AND NOT EXISTS (SELECT FROM send_case d WHERE d.child_id = k.id AND d.stage = 'closed_deceased')
ORDER BY a.id`;

/** Values: authority, children. */
export const SCHOOLS_SQL = `SELECT DISTINCT coalesce(urn, '') AS urn FROM child WHERE authority = $1 AND id = ANY ($2::uuid[])`;

/** Values: authority, children, the day, the first day that any window reaches back to. */
export const FACTS_SQL = `
SELECT k.id AS "childId", k.urn, k.dob, k.nc_year AS "ncYear", k.sen_provision AS "senProvision", k.care_status AS "careStatus",
  k.second_urn IS NOT NULL AS "hasSecondSchool", s.phase,
  ARRAY(SELECT DISTINCT c.pathway FROM send_case c WHERE c.child_id = k.id AND c.open ORDER BY 1) AS "openOn",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'category', x.category, 'startOn', x.start_on, 'endOn', x.end_on,
      'halfDays', x.half_days, 'outcome', x.outcome, 'careSaid', x.care_said) ORDER BY x.start_on, x.id)
    FROM pupil_on_record p JOIN suspension x ON x.pupil_id = p.pupil_id
    WHERE p.child_id = k.id AND x.start_on BETWEEN $4::date AND $3::date), '[]') AS suspensions,
  coalesce((SELECT jsonb_agg(jsonb_build_object('term', f.term, 'possible', f.possible, 'authorised', f.authorised,
      'unauthorised', f.unauthorised, 'late', f.late, 'ill', f.ill, 'partTime', f.part_time))
    FROM pupil_on_record p JOIN attendance_summary f ON f.pupil_id = p.pupil_id WHERE p.child_id = k.id), '[]') AS figures,
  (SELECT max(l.due_on) FROM send_case c JOIN clock l ON l.case_id = c.id AND l.code = 'ptt_end'
    WHERE c.child_id = k.id AND c.open AND c.pathway = 'ebsna' AND c.state->'value'->>'timetable' = 'part_time_overdue') AS "timetableEnd",
  (SELECT CASE WHEN e.payload->>'rag' = 'red' THEN e.occurred_on END FROM send_case c JOIN effective_event e ON e.case_id = c.id
    WHERE c.child_id = k.id AND c.open AND c.pathway = 'y6_transition' AND e.type = 'CHECK_IN_RECORDED' AND e.occurred_on <= $3::date
    ORDER BY e.occurred_on DESC, e.version DESC LIMIT 1) AS "redCheckIn",
  (SELECT jsonb_build_object('reference', c.reference, 'openedOn', c.opened_on, 'policy', c.state #> '{context,policy}', 'pexRisk', f.payload->>'pexRisk', 'before', f.payload->>'before',
      'listedAtRisk', EXISTS (SELECT FROM effective_event e WHERE e.case_id = c.id AND e.type IN ('LISTED_FOR_MEETING', 'LISTED_URGENT') AND e.payload->>'pexRisk' = 'true'),
      'discussedOn', (SELECT min(e.occurred_on) FROM effective_event e WHERE e.case_id = c.id AND e.type = 'ITEM_OPENED'),
      'deferrals', (SELECT count(*) FROM effective_event e WHERE e.case_id = c.id AND e.type = 'ITEM_DEFERRED' AND e.payload->>'reason' <> 'PAPERS_MISSING'))
    FROM send_case c JOIN case_event f ON f.case_id = c.id AND f.version = 1
    WHERE c.child_id = k.id AND c.open AND c.pathway = 'tats_case') AS tats
FROM child k LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
WHERE k.authority = $1 AND k.id = ANY ($2::uuid[])`;

/**
 * Values: authority, children, spans by school, then the codes that count, by class, and those counted apart. Spans lie
 * over each other, so the days are cut where any span begins or ends: each session is counted once, in its piece, and the
 * pieces are added up for each span.
 */
export const TALLIES_SQL = `
WITH w AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($3::jsonb) AS w(urn text, name text, "from" date, "to" date)
), cut AS (
  SELECT w.urn, array_agg(DISTINCT c.day ORDER BY c.day) AS days, min(w."from") AS first, max(w."to") AS last
  FROM w, unnest(ARRAY[w."from", w."to" + 1]) AS c(day) GROUP BY w.urn
), piece AS MATERIALIZED (
  SELECT p.child_id, cut.urn, cut.days[width_bucket(a.day, cut.days)] AS day, a.code, a.urn <> k.urn AS elsewhere, count(*)::int AS n
  FROM cut JOIN child k ON k.authority = $1 AND k.id = ANY ($2::uuid[]) AND coalesce(k.urn, '') = cut.urn
  JOIN pupil_on_record p ON p.child_id = k.id
  JOIN attendance_session a ON a.pupil_id = p.pupil_id AND a.day BETWEEN cut.first AND cut.last
  GROUP BY 1, 2, 3, 4, 5
)
SELECT x.child_id AS "childId", w.name,
  coalesce(sum(x.n) FILTER (WHERE x.code = ANY ($4::text[] || $5::text[] || $6::text[])), 0)::int AS possible,
  coalesce(sum(x.n) FILTER (WHERE x.code = ANY ($5::text[])), 0)::int AS authorised,
  coalesce(sum(x.n) FILTER (WHERE x.code = ANY ($6::text[])), 0)::int AS unauthorised,
  coalesce(sum(x.n) FILTER (WHERE x.code = $7), 0)::int AS late,
  coalesce(sum(x.n) FILTER (WHERE x.code = $8), 0)::int AS ill,
  coalesce(sum(x.n) FILTER (WHERE x.code = $9), 0)::int AS "partTime",
  coalesce(sum(x.n) FILTER (WHERE x.elsewhere AND x.code = ANY ($4::text[] || $5::text[] || $6::text[])), 0)::int AS elsewhere
FROM piece x JOIN w ON w.urn = x.urn AND x.day BETWEEN w."from" AND w."to"
GROUP BY x.child_id, w.name`;
