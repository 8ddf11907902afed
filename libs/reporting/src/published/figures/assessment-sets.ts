import { type FigureSet, inYear } from './figure-set';

const OPENED_WRONGLY = `'CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND'`;
const dayOf = (type: string) => `min(e.occurred_on) FILTER (WHERE e.type = '${type}')`;
const firstOf = (column: string, types: string) =>
  `(array_agg(e.${column} ORDER BY e.version) FILTER (WHERE e.type IN (${types})))[1]`;
const DECISIONS = `'AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS'`;
const OUTCOMES = `'FINAL_ISSUED', 'REFUSED_TO_ISSUE'`;
const DISPUTES = `'MEDIATION_REQUESTED', 'APPEAL_LODGED'`;
const STARTS = `'AGREED_TO_ASSESS', 'ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED'`;

/** A claim counts for the dates it names, for the 20 weeks where it names none; a missed appointment excuses its adviser alone. */
const FOR_20_WEEKS = `coalesce(nullif(e.payload->'dates', '[]'), '["w20"]') ? 'w20' AND e.payload->>'category' NOT IN ('missed_appointment', 'views_late')`;

/** One row a request as it stood on survey day; cases that were opened wrongly are left out. */
const TOLD = `
told AS (
  SELECT e.case_id, c.child_id, ${dayOf('REQUEST_RECEIVED')} AS received, ${dayOf('REQUEST_WITHDRAWN')} AS withdrawn, ${dayOf('CHILD_MOVED_LA')} AS moved,
    ${firstOf('type', DECISIONS)} AS decision, ${firstOf('occurred_on', DECISIONS)} AS decided,
    ${firstOf('type', OUTCOMES)} AS outcome, ${firstOf('occurred_on', OUTCOMES)} AS ended, ${firstOf('version', OUTCOMES)} AS ended_at,
    bool_or(e.type IN (${STARTS})) AS assessed, bool_or(e.type = 'EXCEPTION_CLAIMED' AND ${FOR_20_WEEKS}) AS excused,
    min(e.version) FILTER (WHERE e.type IN (${DISPUTES})) AS disputed_at
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'ehc_needs_assessment' AND e.occurred_on <= $4
  GROUP BY e.case_id, c.child_id
  HAVING NOT bool_or(e.type IN (${OPENED_WRONGLY})))`;

/** An assessment ends with its first decision on a plan, else when the request is withdrawn or the child leaves. */
const ENDINGS = `
endings AS (
  SELECT t.*, coalesce(ended, withdrawn, moved) AS ended_on, coalesce(ended, withdrawn, moved) - received AS days,
    CASE WHEN outcome = 'FINAL_ISSUED' THEN 'issued' WHEN outcome = 'REFUSED_TO_ISSUE' THEN 'not_issued'
      WHEN withdrawn IS NOT NULL THEN 'withdrawn' ELSE 'left' END AS ending,
    coalesce(disputed_at < ended_at, false) AS after_dispute
  FROM told t WHERE assessed)`;

const RECEIVED = inYear('received');

const REQUESTS: FigureSet = {
  table: 'requests',
  rows: `${TOLD}, counted AS (SELECT * FROM told)`,
  counts: {
    requests_received_in_year: RECEIVED,
    requests_decided_to_assess: `${RECEIVED} AND decision = 'AGREED_TO_ASSESS'`,
    requests_decided_not_to_assess: `${RECEIVED} AND decision = 'REFUSED_TO_ASSESS'`,
    requests_decision_not_made: `${RECEIVED} AND decision IS NULL AND withdrawn IS NULL`,
    requests_withdrawn: `${RECEIVED} AND decision IS NULL AND withdrawn IS NOT NULL`,
    request_outcome_six_weeks: `${inYear('decided')} AND decided <= received + 42`,
    request_outcome_over_6_weeks: `${inYear('decided')} AND decided > received + 42`,
  },
};

const ASSESSMENTS: FigureSet = {
  table: 'assessments',
  rows: `${TOLD}, ${ENDINGS}, counted AS (SELECT * FROM endings WHERE ${inYear('ended_on')})`,
  counts: {
    assess_in_year: 'true',
    assess_issued: `ending = 'issued'`,
    assess_not_issued: `ending = 'not_issued'`,
    assess_not_made: `ending = 'left'`,
    assess_withdrawn: `ending = 'withdrawn'`,
    outcome_decision_within_time: `ending = 'not_issued' AND NOT after_dispute AND days <= 112`,
    outcome_decision_over_time: `ending = 'not_issued' AND NOT after_dispute AND days > 112`,
  },
};

const TIMELINESS: FigureSet = {
  table: 'timeliness_20_week',
  rows: `${TOLD}, ${ENDINGS}, counted AS (SELECT * FROM endings WHERE ${inYear('ended_on')} AND ending = 'issued' AND NOT after_dispute)`,
  counts: {
    plans_issued_den: 'true',
    plans_issued_den_ex: 'NOT excused',
    plans_issued_within_20_weeks: 'days <= 140',
    plans_issued_20_weeks_ex: 'days <= 140 AND NOT excused',
    plans_issued_gt20weeks_ltYear: 'days BETWEEN 141 AND 364',
    plans_issued_gt20weeks_ltYear_ex: 'days BETWEEN 141 AND 364 AND NOT excused',
    plans_issued_gt_1_year: 'days >= 365',
    plans_issued_gt_1_year_ex: 'days >= 365 AND NOT excused',
  },
};

/** Mediation and appeals of the year by what they are about: the stage at which the case stood. */
const QUARRELS = `
counted AS (
  SELECT e.case_id, c.child_id, e.stages->>'work' AS about, bool_or(e.type = 'MEDIATION_REQUESTED') AS mediation, bool_or(e.type = 'APPEAL_LODGED') AS appeal
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'ehc_needs_assessment' AND e.type IN (${DISPUTES}) AND ${inYear('e.occurred_on')} AND e.occurred_on <= $4
  GROUP BY 1, 2, 3)`;

const quarrels = (about: string, [asked, appealed, both]: readonly [string, string, string]) => ({
  [asked]: `about = '${about}' AND mediation`,
  [appealed]: `about = '${about}' AND appeal`,
  [both]: `about = '${about}' AND mediation AND appeal`,
});

const REQUEST_QUARRELS: FigureSet = {
  table: 'requests',
  rows: QUARRELS,
  counts: quarrels('refused_to_assess', [
    'mediation_related_request',
    'tribunal_related_request',
    'tribunal_after_mediation_request',
  ]),
};

const ASSESSMENT_QUARRELS: FigureSet = {
  table: 'assessments',
  rows: QUARRELS,
  counts: {
    ...quarrels('refused_to_issue', [
      'number_assess_mediation',
      'number_assess_tribunal',
      'number_asssess_mediation_tribunal',
    ]),
    ...quarrels('final_issued', [
      'number_other_mediation',
      'number_other_tribunal',
      'number_other_mediation_tribunal',
    ]),
  },
};

/** What is counted of requests and assessments. */
export const ASSESSMENT_SETS = [
  REQUESTS,
  REQUEST_QUARRELS,
  ASSESSMENTS,
  ASSESSMENT_QUARRELS,
  TIMELINESS,
];
