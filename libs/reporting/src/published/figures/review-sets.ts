import { type FigureSet, inYear } from './figure-set';
import { STANDING } from './plan-sets';

const KINDS = `'DECISION_MAINTAIN', 'DECISION_AMEND', 'DECISION_CEASE'`;
const OPENED_WRONGLY = `'CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND'`;

/** One row a plan. A review of the events comes before what was loaded, which is what stood before the first of them. */
const ROWS = `${STANDING},
held AS (
  SELECT c.id AS case_id, c.child_id, max(e.occurred_on) FILTER (WHERE e.type = 'MEETING_HELD') AS met,
    (array_agg(e.occurred_on ORDER BY e.version) FILTER (WHERE e.type IN (${KINDS})))[1] AS decided,
    (array_agg(lower(substr(e.type, 10)) ORDER BY e.version) FILTER (WHERE e.type IN (${KINDS})))[1] AS outcome
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'annual_review' AND e.occurred_on <= $4 AND e.type IN ('MEETING_HELD', ${KINDS}, ${OPENED_WRONGLY})
  GROUP BY c.id
  HAVING bool_or(e.type = 'MEETING_HELD') AND NOT bool_or(e.type IN (${OPENED_WRONGLY}))),
latest AS (SELECT DISTINCT ON (child_id) * FROM held ORDER BY child_id, met DESC, decided DESC NULLS LAST),
before AS (SELECT DISTINCT ON (plan_id) plan_id, before FROM ehc_plan_change WHERE authority = $1 AND what = 'reviewed' ORDER BY plan_id, number),
loaded AS (
  SELECT s.child_id, s.held_from,
    CASE WHEN b.plan_id IS NULL THEN s.last_met_on ELSE (b.before->>'last_met_on')::date END AS met,
    CASE WHEN b.plan_id IS NULL THEN s.last_concluded_on ELSE (b.before->>'last_concluded_on')::date END AS decided,
    CASE WHEN b.plan_id IS NULL THEN s.last_outcome ELSE b.before->>'last_outcome' END AS outcome
  FROM standing s LEFT JOIN before b ON b.plan_id = s.id),
known AS (
  SELECT l.child_id, h.case_id, l.held_from <= ($4::date - interval '12 months')::date AS expected,
    CASE WHEN h.child_id IS NULL THEN l.met ELSE h.met END AS met,
    CASE WHEN h.child_id IS NULL THEN l.decided ELSE h.decided END AS decided,
    CASE WHEN h.child_id IS NULL THEN l.outcome ELSE h.outcome END AS outcome
  FROM loaded l LEFT JOIN latest h ON h.child_id = l.child_id),
counted AS (SELECT *, expected AND met IS NOT NULL AS held FROM known)`;

/** What is counted of reviews. */
export const REVIEW_SET: FigureSet = {
  table: 'annual_reviews',
  rows: ROWS,
  counts: {
    total_ehc_plans: 'true',
    review_expected: 'expected',
    review_not_expected: 'NOT expected',
    review_meeting_25: 'held AND met > $3',
    review_meeting_24: `held AND ${inYear('met')}`,
    review_meeting_prior_24: 'held AND met < $2',
    total_review_meeting: 'held',
    no_review_meeting: 'expected AND NOT held',
    review_decision25: 'held AND decided > $3',
    review_decision24: `held AND ${inYear('decided')}`,
    review_decision_prior24: 'held AND decided < $2',
    review_decision_not_due: 'held AND met >= $4::date - 28',
    outcome_amend: `held AND outcome = 'amend'`,
    outcome_cease: `held AND outcome = 'cease'`,
    outcome_maintan: `held AND outcome = 'maintain'`,
    no_outcome: 'held AND outcome IS NULL',
    number_decsion_4weeks: 'held AND decided <= met + 28',
    number_decision_gt_4weeks: 'held AND decided > met + 28',
  },
};
