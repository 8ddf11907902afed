import { wrongChildSql } from '@app/access';

const NAME = `concat_ws(' ', coalesce(h.preferred_name, h.legal_forename), h.legal_surname)`;

/** Days on which the group met, or was to meet: what it did not look at then, it has missed. $1 authority, $2 today. */
export const MEETINGS = `
SELECT s.sits_on AS day FROM sitting s JOIN panel p ON p.id = s.panel_id
WHERE p.authority = $1 AND p.code = 'vlg' AND s.stage <> 'cancelled'
  AND (s.sits_on < $2::date OR s.sits_on = $2::date AND s.stage IN ('minutes_draft', 'closed')) ORDER BY s.sits_on`;

/** $1 authority, $2 whether restricted children are shown. */
const ENTRIES = `
SELECT e.id, e.child_id AS "childId", ${NAME} AS "childName", h.nc_year AS "ncYear", s.name AS school, e.cohort, e.level,
  e.entered_on AS "enteredOn", e.entry_reason AS "entryReason", e.lead_id AS "leadId", o.name AS lead, e.seen_on AS "seenOn",
  e.hours::float8 AS hours, e.next_step AS "nextStep", e.confirmed_on AS "confirmedOn", e.left_on AS "leftOn", e.left_reason AS "leftReason", e.version
FROM watch_entry e JOIN child h ON h.id = e.child_id JOIN officer o ON o.id = e.lead_id
LEFT JOIN school s ON s.authority = e.authority AND s.urn = h.urn
WHERE e.authority = $1 AND ($2::boolean OR NOT h.restricted)`;

export const LIST = `${ENTRIES} AND e.left_on IS NULL ORDER BY e.level = 'stepped_up' DESC, e.confirmed_on, "childName", e.id`;
export const ONE = `${ENTRIES} AND e.id::text = $3`;
export const HOLD = 'SELECT version FROM watch_entry WHERE id = $1 FOR UPDATE';

export const TRAIL = `
SELECT v.type, v.details, v.occurred_on AS "on", o.name AS by FROM watch_entry_event v JOIN officer o ON o.id = v.actor_id
WHERE v.entry_id = $1 ORDER BY v.version DESC`;

export const ADD = `
WITH added AS (
  INSERT INTO watch_entry (authority, child_id, cohort, level, entered_on, entry_reason, lead_id, seen_on, hours, next_step, confirmed_on)
  VALUES ($1, $2, $3, 'watched', $4, $5, $6, $7, $8, $9, $4)
  ON CONFLICT (child_id, cohort) WHERE left_on IS NULL DO NOTHING RETURNING id, authority, entered_on)
INSERT INTO watch_entry_event (entry_id, version, authority, type, details, occurred_on, actor_id, at)
SELECT id, 1, authority, 'ADDED', $10, entered_on, $11, $12 FROM added RETURNING entry_id AS id`;

export const LOOK = `
WITH moved AS (
  UPDATE watch_entry SET version = version + 1, confirmed_on = $2::date, level = $3, lead_id = coalesce($4::uuid, lead_id),
    seen_on = coalesce($5::date, seen_on), hours = coalesce($6::numeric, hours), next_step = coalesce($7::text, next_step),
    left_on = $8::date, left_reason = $9::text
  WHERE id = $1 RETURNING id, version, authority)
INSERT INTO watch_entry_event (entry_id, version, authority, type, details, occurred_on, actor_id, at)
SELECT id, version, authority, $10, $11, $2, $12, $13 FROM moved`;

export const LOOKED_AT = `
UPDATE task SET done_on = $2, done_by = $3, outcome = 'The group looked at it'
WHERE starts_with(source_key, 'watch:' || $1::text || ':') AND done_on IS NULL`;

export const OFFICER = `SELECT id FROM officer WHERE authority = $1 AND id::text = $2 AND active`;
export const CHILD_OF_CASE = `
SELECT h.id, h.restricted OR c.restricted AS restricted FROM send_case c JOIN child h ON h.id = c.child_id
WHERE c.authority = $1 AND upper(c.reference) = upper($2) AND NOT ${wrongChildSql('c')}`;

/** Who not confirmed in two meetings or more waits for the head of service: one task each. $1 today. */
export const NAME_RED = `
INSERT INTO task (authority, case_id, source_key, text, why, for_role, opened_on, due_on)
SELECT e.authority, NULL, 'watch:' || e.id || ':' || e.confirmed_on, 'Look at a child on the watch list who was not confirmed in two meetings',
  'Lead: ' || o.name || '. The child is named on the watch list of the Vulnerable Learners group, marked red.', 'send_manager', $1::date, $1::date
FROM watch_entry e JOIN officer o ON o.id = e.lead_id
WHERE e.left_on IS NULL AND (
  SELECT count(*) FROM sitting s JOIN panel p ON p.id = s.panel_id
  WHERE p.authority = e.authority AND p.code = 'vlg' AND s.stage <> 'cancelled' AND s.sits_on > e.confirmed_on
    AND (s.sits_on < $1::date OR s.sits_on = $1::date AND s.stage IN ('minutes_draft', 'closed'))) >= 2
ON CONFLICT (source_key) DO NOTHING RETURNING id`;

export const DECLINE = `
INSERT INTO watch_declined (child_id, cohort, declined_on, authority, reason, by_id) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING`;

/**
 * Children whose records call for the list and who are not on it. $1 authority, $2 whether restricted children are shown,
 * $3 today, $4 the first day from which a no still holds, $5 the day six weeks ago.
 */
export const SUGGESTED = `
WITH found AS (
  SELECT r.child_id, 'severe_absence' AS cohort, r.words AS why FROM rule_hit r WHERE r.authority = $1 AND r.rule = 'T6' AND r.ended_on IS NULL
  UNION ALL
  SELECT c.child_id, 'part_time_long', 'Part-time since ' || to_char((c.state->'context'->>'pttSince')::date, 'FMDD FMMonth YYYY')
  FROM send_case c WHERE c.authority = $1 AND c.open AND c.pathway = 'ebsna' AND (c.state->'context'->>'pttSince')::date < $5::date
  UNION ALL
  SELECT c.child_id, 'cannot_attend', 'The council arranges education for the child' FROM send_case c
  WHERE c.authority = $1 AND c.open AND c.pathway = 's19_request' AND c.stage NOT IN ('received', 'information', 'panel_listed')
  UNION ALL
  SELECT c.child_id, 'cannot_attend', 'Support for anxiety about school is at its highest level' FROM send_case c
  WHERE c.authority = $1 AND c.open AND c.pathway = 'ebsna' AND c.state->'context'->>'level' = '4'
  UNION ALL
  SELECT c.child_id, 'awaiting_place', 'A place is asked for, and the child is at no school' FROM send_case c JOIN child k ON k.id = c.child_id
  WHERE c.authority = $1 AND c.open AND c.pathway IN ('placement_request', 'hd_referral') AND (k.urn IS NULL OR EXISTS (
    SELECT FROM send_case x WHERE x.child_id = c.child_id AND x.open AND x.pathway = 's19_request'))
  UNION ALL
  SELECT c.child_id, 'move_at_risk', 'The last check found serious worries' FROM send_case c
  WHERE c.authority = $1 AND c.open AND c.pathway = 'y6_transition' AND 'red' = (
    SELECT e.payload->>'rag' FROM effective_event e WHERE e.case_id = c.id AND e.payload ? 'rag' ORDER BY e.occurred_on DESC, e.recorded_at DESC LIMIT 1))
SELECT DISTINCT ON ("childName", f.child_id, f.cohort) f.child_id AS "childId", ${NAME} AS "childName", h.nc_year AS "ncYear", s.name AS school, f.cohort, f.why
FROM found f JOIN child h ON h.id = f.child_id LEFT JOIN school s ON s.authority = h.authority AND s.urn = h.urn
WHERE ($2::boolean OR NOT (h.restricted OR EXISTS (SELECT FROM send_case x WHERE x.child_id = h.id AND x.open AND x.restricted)))
  AND h.merged_into IS NULL AND f.cohort = coalesce($6, f.cohort) AND f.child_id::text = coalesce($7, f.child_id::text)
  AND NOT EXISTS (SELECT FROM watch_entry e WHERE e.child_id = f.child_id AND e.cohort = f.cohort AND (e.left_on IS NULL OR e.left_on > $4::date))
  AND NOT EXISTS (SELECT FROM watch_declined d WHERE d.child_id = f.child_id AND d.cohort = f.cohort AND d.declined_on > $4::date AND d.declined_on <= $3::date)
ORDER BY "childName", f.child_id, f.cohort, f.why`;
