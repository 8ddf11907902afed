/** Values: authority, the last child seen, how many. Children of whom the return may say something. */
export const NEXT_CHILDREN_SQL = `
SELECT k.id AS "childId", k.legal_surname AS surname, k.legal_forename AS forename, k.dob, k.sex, k.ethnicity, k.postcode,
  k.upn, k.uln, k.upn_unknown AS "upnUnknown", k.urn, k.second_urn AS "secondUrn"
FROM child k
WHERE k.authority = $1 AND k.id > $2::uuid AND k.merged_into IS NULL
  AND (EXISTS (SELECT FROM ehc_plan p WHERE p.child_id = k.id)
    OR EXISTS (SELECT FROM send_case c WHERE c.child_id = k.id AND c.pathway = 'ehc_needs_assessment'))
ORDER BY k.id LIMIT $3`;

/** Values: authority, children, survey day. */
export const PLANS_SQL = `
SELECT p.child_id AS "childId", p.id, p.from_case AS "fromCase", p.made_on AS "madeOn", p.transferred_from AS "transferredFrom",
  p.transferred_in_on AS "transferredInOn", p.amended_on AS "amendedOn", p.last_met_on AS "lastMetOn",
  p.last_concluded_on AS "lastConcludedOn", p.last_outcome AS "lastOutcome", p.named_urn AS "namedUrn", p.named_ukprn AS "namedUkprn",
  p.named_setting AS "namedSetting", p.named_setting_other AS "namedSettingOther", p.primary_need AS "primaryNeed",
  p.secondary_need AS "secondaryNeed", p.residential, p.work_based AS "workBased", p.personal_budget AS "personalBudget",
  p.organised_arrangements AS "organisedArrangements", p.direct_payments AS "directPayments", p.ceased_on AS "ceasedOn",
  p.cease_reason AS "ceaseReason", p.moved_to AS "movedTo", placed.placements, was.review AS "earlierReview"
FROM ehc_plan p
LEFT JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('rank', o.rank, 'urn', o.urn, 'ukprn', o.ukprn, 'setting', o.setting,
    'settingOther', o.setting_other, 'entryOn', o.entry_on, 'leftOn', o.left_on, 'senUnit', o.sen_unit, 'resourced', o.resourced)
    ORDER BY o.rank, o.entry_on), '[]') AS placements
  FROM ehc_plan_placement o WHERE o.plan_id = p.id) placed ON true
LEFT JOIN LATERAL (
  SELECT jsonb_build_object('metOn', l.before->'last_met_on', 'concludedOn', l.before->'last_concluded_on', 'outcome', l.before->'last_outcome') AS review
  FROM ehc_plan_change l WHERE l.plan_id = p.id AND l.what = 'reviewed' AND l.on_day > $3::date
  ORDER BY l.number LIMIT 1) was ON p.last_concluded_on > $3::date
WHERE p.authority = $1 AND p.child_id = ANY ($2::uuid[])
ORDER BY p.child_id, p.made_on`;

/**
 * Values: authority, children, pathways, types of event. What was taken back is left out, and what was corrected is as
 * it was put right; a move to the next phase has its day by law beside it.
 */
export const CASES_SQL = `
SELECT c.child_id AS "childId", c.pathway, c.id AS "caseId", c.reference, happened.events,
  (SELECT min(l.due_on) FROM clock l WHERE l.case_id = c.id AND l.code IN ('phase_transfer_by', 'post16_transfer_by') AND l.status <> 'void') AS "transferDueOn"
FROM send_case c
JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('type', e.type, 'on', coalesce(right_day.to_day, e.occurred_on),
    'payload', e.payload || coalesce(right_words.said, '{}')) ORDER BY e.version) AS events
  FROM effective_event e
  LEFT JOIN LATERAL (
    SELECT (f.payload->'occurredOn'->>'to')::date AS to_day FROM case_event f
    WHERE f.case_id = e.case_id AND f.type = 'FACT_CORRECTED' AND (f.payload->>'version')::int = e.version AND f.payload ? 'occurredOn'
    ORDER BY f.version DESC LIMIT 1) right_day ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(w.key, w.value->'to' ORDER BY f.version) AS said FROM case_event f, jsonb_each(f.payload->'payload') w
    WHERE f.case_id = e.case_id AND f.type = 'FACT_CORRECTED' AND (f.payload->>'version')::int = e.version) right_words ON true
  WHERE e.case_id = c.id AND (e.version = 1 OR e.type = ANY ($4::text[]))) happened ON happened.events IS NOT NULL
WHERE c.authority = $1 AND c.child_id = ANY ($2::uuid[]) AND c.pathway = ANY ($3::text[])
ORDER BY c.child_id, c.opened_on, c.reference`;
