import { NEED_COLUMNS } from './plan-figures';

/** $1 authority, $2 first and $3 last day of the year, $4 survey day. */
const STANDING = `
standing AS (
  SELECT p.*, coalesce(p.transferred_in_on, p.made_on) AS held_from FROM ehc_plan p
  WHERE p.authority = $1 AND p.made_on <= $4 AND coalesce(p.transferred_in_on, p.made_on) <= $4 AND (p.ceased_on IS NULL OR p.ceased_on > $4))`;

const MADE = `made AS (SELECT p.* FROM ehc_plan p WHERE p.authority = $1 AND p.made_on BETWEEN $2 AND $3)`;

const byNeed = (plans: string) => `
SELECT count(*)::int AS ehc_plans, ${Object.entries(NEED_COLUMNS)
  .map(
    ([column, code]) =>
      `count(*) FILTER (WHERE primary_need ${code === 'OTH' ? `IN ('OTH', 'DS')` : `= '${code}'`})::int AS ${column}`,
  )
  .join(', ')},
  count(*) FILTER (WHERE primary_need IS NULL)::int AS number_need_unknown
FROM ${plans}`;

export const NEEDS = `${STANDING} ${byNeed('standing')}`;
export const NEW_NEEDS = `${MADE} ${byNeed('made')}`;

/** One row a kind of place: `place`, `plans`. */
const byPlace = (plans: string) => `
SELECT s.type, o.setting, coalesce(o.sen_unit, false) AS unit, coalesce(o.resourced, false) AS resourced, o.ukprn IS NOT NULL AS provider,
  k.dob > (($4::date - interval '16 years')::date) AS "isUnder16", count(*)::int AS plans
FROM ${plans} p JOIN child k ON k.id = p.child_id
LEFT JOIN LATERAL (SELECT * FROM ehc_plan_placement o WHERE o.plan_id = p.id AND o.rank = 1 AND (o.entry_on IS NULL OR o.entry_on <= $4)
  AND (o.left_on IS NULL OR o.left_on > $4) ORDER BY o.entry_on DESC NULLS LAST LIMIT 1) o ON true
LEFT JOIN school s ON s.authority = p.authority AND s.urn = o.urn
GROUP BY 1, 2, 3, 4, 5, 6`;

export const PLACES = `${STANDING} ${byPlace('standing')}`;
export const NEW_PLACES = `${MADE} ${byPlace('made')}`;

const ceased = (reason: string) => `count(*) FILTER (WHERE cease_reason ${reason})::int`;

export const CEASED = `
ended AS (SELECT * FROM ehc_plan WHERE authority = $1 AND ceased_on BETWEEN $2 AND $3 AND ceased_on <= $4)
SELECT ${ceased(`= '1'`)} AS max_age, ${ceased(`= '2'`)} AS needs_met, ${ceased(`= '3'`)} AS he, ${ceased(`= '4'`)} AS employ,
  ${ceased(`= '5'`)} AS transfer, ${ceased(`= '6'`)} AS no_engage, ${ceased(`= '7'`)} AS moved_outside_eng, ${ceased(`= '8'`)} AS deceased,
  ${ceased(`= '9'`)} AS other, ${ceased('IS NULL')} AS not_rec, count(*)::int AS total_ceased
FROM ended`;

/** A review of the events comes before what was loaded; what was loaded is what stood before the first review here. */
export const REVIEWS = `
${STANDING},
held AS (
  SELECT c.child_id, max(e.occurred_on) FILTER (WHERE e.type = 'MEETING_HELD') AS met,
    (array_agg(e.occurred_on ORDER BY e.version) FILTER (WHERE e.type LIKE 'DECISION\\_%'))[1] AS decided,
    (array_agg(lower(substr(e.type, 10)) ORDER BY e.version) FILTER (WHERE e.type LIKE 'DECISION\\_%'))[1] AS outcome
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'annual_review' AND e.occurred_on <= $4
    AND e.type IN ('MEETING_HELD', 'DECISION_MAINTAIN', 'DECISION_AMEND', 'DECISION_CEASE', 'CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND')
  GROUP BY c.id, c.child_id
  HAVING bool_or(e.type = 'MEETING_HELD') AND NOT bool_or(e.type IN ('CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND'))),
latest AS (SELECT DISTINCT ON (child_id) * FROM held ORDER BY child_id, met DESC, decided DESC NULLS LAST),
before AS (SELECT DISTINCT ON (plan_id) plan_id, before FROM ehc_plan_change WHERE authority = $1 AND what = 'reviewed' ORDER BY plan_id, number),
loaded AS (
  SELECT s.id, s.child_id, coalesce(b.before, to_jsonb(s)) AS was, s.held_from <= ($4::date - interval '12 months')::date AS expected
  FROM standing s LEFT JOIN before b ON b.plan_id = s.id),
reviews AS (
  SELECT l.expected, CASE WHEN h.child_id IS NOT NULL THEN h.met ELSE (l.was->>'last_met_on')::date END AS met,
    CASE WHEN h.child_id IS NOT NULL THEN h.decided ELSE (l.was->>'last_concluded_on')::date END AS decided,
    CASE WHEN h.child_id IS NOT NULL THEN h.outcome ELSE l.was->>'last_outcome' END AS outcome
  FROM loaded l LEFT JOIN latest h ON h.child_id = l.child_id),
due AS (SELECT met, CASE WHEN met IS NOT NULL THEN decided END AS decided, CASE WHEN met IS NOT NULL THEN outcome END AS outcome FROM reviews WHERE expected),
counted AS (
  SELECT count(*)::int AS review_expected, count(*) FILTER (WHERE met > $3)::int AS review_meeting_25, count(*) FILTER (WHERE met BETWEEN $2 AND $3)::int AS review_meeting_24,
    count(*) FILTER (WHERE met < $2)::int AS review_meeting_prior_24, count(met)::int AS total_review_meeting, count(*) FILTER (WHERE met IS NULL)::int AS no_review_meeting,
    count(*) FILTER (WHERE decided > $3)::int AS review_decision25, count(*) FILTER (WHERE decided BETWEEN $2 AND $3)::int AS review_decision24,
    count(*) FILTER (WHERE decided < $2)::int AS review_decision_prior24, count(*) FILTER (WHERE met >= $4::date - 28)::int AS review_decision_not_due,
    count(*) FILTER (WHERE outcome = 'amend')::int AS outcome_amend, count(*) FILTER (WHERE outcome = 'cease')::int AS outcome_cease,
    count(*) FILTER (WHERE outcome = 'maintain')::int AS outcome_maintan, count(*) FILTER (WHERE met IS NOT NULL AND outcome IS NULL)::int AS no_outcome,
    count(*) FILTER (WHERE decided <= met + 28)::int AS number_decsion_4weeks, count(*) FILTER (WHERE decided > met + 28)::int AS number_decision_gt_4weeks
  FROM due)
SELECT (SELECT count(*)::int FROM reviews) AS total_ehc_plans, (SELECT count(*)::int FROM reviews WHERE NOT expected) AS review_not_expected,
  total_review_meeting - review_decision25 - review_decision24 - review_decision_prior24 - review_decision_not_due AS review_decision_outstanding, counted.*
FROM counted`;
