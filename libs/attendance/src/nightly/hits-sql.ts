/** Values: authority, the day, hits of some children, the version of the settings. One that ended and is found again stands again; one that stands is left as it is. */
export const KEEP_HITS_SQL = `
INSERT INTO rule_hit AS h (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on, settings)
SELECT $1, r."childId", r.rule, r.key, r.route, r.values, r.words, r."from", r."to", $2::date, $4::int
FROM jsonb_to_recordset($3::jsonb) AS r("childId" uuid, rule text, key text, route text, values jsonb, words text, "from" date, "to" date)
ON CONFLICT (child_id, rule, key) DO UPDATE SET ended_on = NULL, route = excluded.route, found = excluded.found,
  words = excluded.words, window_from = excluded.window_from, window_to = excluded.window_to, settings = excluded.settings
WHERE h.ended_on IS NOT NULL
RETURNING h.id`;

/** Values: authority, the day, the children that were looked at, their hits. What was not found again has ended. */
export const END_HITS_SQL = `
UPDATE rule_hit h SET ended_on = $2::date
WHERE h.authority = $1 AND h.child_id = ANY ($3::uuid[]) AND h.ended_on IS NULL AND NOT EXISTS (
  SELECT FROM jsonb_to_recordset($4::jsonb) AS r("childId" uuid, rule text, key text)
  WHERE r."childId" = h.child_id AND r.rule = h.rule AND r.key = h.key)
RETURNING h.id`;

/** Evidence for a case that is open: no new case is made. Values: authority. */
export const ADD_EVIDENCE_SQL = `
UPDATE rule_hit h SET case_id = c.id FROM send_case c
WHERE h.authority = $1 AND h.ended_on IS NULL AND h.case_id IS NULL
  AND c.child_id = h.child_id AND c.pathway = 'tats_case' AND c.open
RETURNING h.id`;

/**
 * Children with a hit that asks for a case: none is open, and the hit led to none yet, or to one that ended with advice.
 * With each the latest case that ended, and how many began within a year. Values: authority, the day a year ago.
 */
export const TO_OPEN_SQL = `
SELECT h.child_id AS "childId", k.urn, k.sen_provision = 'E' AS "hasPlan",
  jsonb_agg(jsonb_build_object('id', h.id, 'rule', h.rule, 'route', h.route, 'words', h.words, 'from', h.window_from, 'to', h.window_to)
    ORDER BY array_position(ARRAY['urgent', 'list', 'triage'], h.route), h.hit_on, length(h.rule), h.rule) AS hits,
  last.stage AS "lastStage", last.closed_on AS "lastClosedOn",
  (SELECT count(*)::int FROM send_case y WHERE y.child_id = h.child_id AND y.pathway = 'tats_case' AND y.opened_on > $2::date) AS "withinYear"
FROM rule_hit h JOIN child k ON k.id = h.child_id
LEFT JOIN send_case l ON l.id = h.case_id
LEFT JOIN LATERAL (SELECT c.stage, c.closed_on FROM send_case c WHERE c.child_id = h.child_id AND c.pathway = 'tats_case'
  ORDER BY c.opened_on DESC, c.reference DESC LIMIT 1) AS last ON true
WHERE h.authority = $1 AND h.ended_on IS NULL AND (h.case_id IS NULL OR (NOT l.open AND l.stage = 'signposted'))
  AND NOT EXISTS (SELECT FROM send_case o WHERE o.child_id = h.child_id AND o.pathway = 'tats_case' AND o.open)
GROUP BY h.child_id, k.urn, k.sen_provision, last.stage, last.closed_on
ORDER BY h.child_id`;

/** Values: hits, case. The first of them is the one for which it was opened. */
export const LINK_SQL = `
UPDATE rule_hit SET case_id = $2, opened_case = (id = ($1::uuid[])[1]) WHERE id = ANY ($1::uuid[])`;

/** Values: authority, the day, priorities of some children. One that is as it was is left alone. */
export const KEEP_PRIORITIES_SQL = `
INSERT INTO child_priority AS p (child_id, authority, on_day, points, answers)
SELECT r."childId", $1, $2::date, r.points, r.answers FROM jsonb_to_recordset($3::jsonb) AS r("childId" uuid, points int, answers jsonb)
ON CONFLICT (child_id) DO UPDATE SET on_day = excluded.on_day, points = excluded.points, answers = excluded.answers
WHERE (p.on_day, p.points, p.answers) IS DISTINCT FROM (excluded.on_day, excluded.points, excluded.answers)`;
