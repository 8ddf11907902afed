const first = (types: string) => `min(e.version) FILTER (WHERE e.type IN (${types}))`;
const dayOf = (types: string) => `min(e.occurred_on) FILTER (WHERE e.type IN (${types}))`;
const DISPUTE = `'MEDIATION_REQUESTED', 'APPEAL_LODGED'`;
const inYear = (day: string) => `${day} BETWEEN $2 AND $3`;

/** One row an assessment as it stood on survey day; cases that were opened wrongly are left out. $1 authority, $2 first and $3 last day of the year, $4 survey day. */
const TOLD = `
told AS (
  SELECT e.case_id, ${dayOf(`'REQUEST_RECEIVED'`)} AS received, ${dayOf(`'REQUEST_WITHDRAWN'`)} AS withdrawn, ${dayOf(`'CHILD_MOVED_LA'`)} AS moved,
    (array_agg(e.type ORDER BY e.version) FILTER (WHERE e.type IN ('AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS')))[1] AS decision,
    (array_agg(e.occurred_on ORDER BY e.version) FILTER (WHERE e.type IN ('AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS')))[1] AS decided,
    (array_agg(e.type ORDER BY e.version) FILTER (WHERE e.type IN ('FINAL_ISSUED', 'REFUSED_TO_ISSUE')))[1] AS outcome,
    (array_agg(e.occurred_on ORDER BY e.version) FILTER (WHERE e.type IN ('FINAL_ISSUED', 'REFUSED_TO_ISSUE')))[1] AS ended,
    ${first(`'FINAL_ISSUED', 'REFUSED_TO_ISSUE'`)} AS ended_at,
    coalesce(bool_or(e.type IN ('AGREED_TO_ASSESS', 'ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED')), false) AS assessed,
    coalesce(bool_or(e.type = 'EXCEPTION_CLAIMED'), false) AS excused,
    ${first(DISPUTE)} AS disputed_at
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'ehc_needs_assessment' AND e.occurred_on <= $4
  GROUP BY e.case_id
  HAVING NOT bool_or(e.type IN ('CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND')))`;

const ofRequests = (more: string) =>
  `count(*) FILTER (WHERE ${inYear('received')}${more && ` AND ${more}`})::int`;
const decisions = (more: string) => `count(*) FILTER (WHERE ${inYear('decided')} AND ${more})::int`;

/** Columns named as the table names them. */
export const REQUESTS = `
${TOLD}
SELECT ${ofRequests('')} AS requests_received_in_year,
  ${ofRequests(`decision = 'AGREED_TO_ASSESS'`)} AS requests_decided_to_assess,
  ${ofRequests(`decision = 'REFUSED_TO_ASSESS'`)} AS requests_decided_not_to_assess,
  ${ofRequests(`decision IS NULL AND withdrawn IS NULL`)} AS requests_decision_not_made,
  ${ofRequests(`decision IS NULL AND withdrawn IS NOT NULL`)} AS requests_withdrawn,
  ${decisions(`decided <= received + 42`)} AS request_outcome_six_weeks,
  ${decisions(`decided > received + 42`)} AS request_outcome_over_6_weeks
FROM told`;

/** An assessment ends with its first decision on a plan, else when the request is withdrawn or the child leaves. */
const ENDINGS = `
endings AS (
  SELECT t.*, coalesce(ended, withdrawn, moved) AS ended_on, coalesce(ended, withdrawn, moved) - received AS days,
    CASE outcome WHEN 'FINAL_ISSUED' THEN 'issued' WHEN 'REFUSED_TO_ISSUE' THEN 'not_issued'
      ELSE CASE WHEN withdrawn IS NOT NULL THEN 'withdrawn' WHEN moved IS NOT NULL THEN 'left' END END AS ending,
    coalesce(disputed_at < ended_at, false) AS after_dispute
  FROM told t WHERE assessed)`;

const ended = (more: string) => `count(*) FILTER (WHERE ${more})::int`;

export const ASSESSMENTS = `
${TOLD}, ${ENDINGS}
SELECT ${ended('true')} AS assess_in_year, ${ended(`ending = 'issued'`)} AS assess_issued, ${ended(`ending = 'not_issued'`)} AS assess_not_issued,
  ${ended(`ending = 'left'`)} AS assess_not_made, ${ended(`ending = 'withdrawn'`)} AS assess_withdrawn,
  ${ended(`ending = 'not_issued' AND NOT after_dispute AND days <= 112`)} AS outcome_decision_within_time,
  ${ended(`ending = 'not_issued' AND NOT after_dispute AND days > 112`)} AS outcome_decision_over_time
FROM endings WHERE ${inYear('ended_on')}`;

const sent = (more: string) => `count(*) FILTER (WHERE ${more})::int`;

export const TIMELINESS = `
${TOLD}, ${ENDINGS}
SELECT ${sent('true')} AS plans_issued_den, ${sent('NOT excused')} AS plans_issued_den_ex,
  ${sent('days <= 140')} AS plans_issued_within_20_weeks, ${sent('days <= 140 AND NOT excused')} AS plans_issued_20_weeks_ex,
  ${sent('days BETWEEN 141 AND 364')} AS "plans_issued_gt20weeks_ltYear",
  ${sent('days BETWEEN 141 AND 364 AND NOT excused')} AS "plans_issued_gt20weeks_ltYear_ex",
  ${sent('days >= 365')} AS plans_issued_gt_1_year, ${sent('days >= 365 AND NOT excused')} AS plans_issued_gt_1_year_ex
FROM endings WHERE ending = 'issued' AND NOT after_dispute AND ${inYear('ended_on')}`;

const disputes = (stage: string, [asked, appealed, both]: readonly [string, string, string]) => `
  count(*) FILTER (WHERE stage = '${stage}' AND mediation)::int AS ${asked},
  count(*) FILTER (WHERE stage = '${stage}' AND appeal)::int AS ${appealed},
  count(*) FILTER (WHERE stage = '${stage}' AND mediation AND appeal)::int AS ${both}`;

/** Mediation and appeals by what they are about: the stage at which the case stood. */
const DISPUTES = `
disputes AS (
  SELECT e.case_id, e.stages->>'work' AS stage, bool_or(e.type = 'MEDIATION_REQUESTED') AS mediation, bool_or(e.type = 'APPEAL_LODGED') AS appeal
  FROM send_case c JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.pathway = 'ehc_needs_assessment' AND e.type IN (${DISPUTE}) AND ${inYear('e.occurred_on')} AND e.occurred_on <= $4
  GROUP BY 1, 2)
SELECT `;

export const REQUEST_DISPUTES = `${DISPUTES} ${disputes('refused_to_assess', ['mediation_related_request', 'tribunal_related_request', 'tribunal_after_mediation_request'])} FROM disputes`;

export const ASSESSMENT_DISPUTES = `${DISPUTES} ${disputes('refused_to_issue', ['number_assess_mediation', 'number_assess_tribunal', 'number_asssess_mediation_tribunal'])},
  ${disputes('final_issued', ['number_other_mediation', 'number_other_tribunal', 'number_other_mediation_tribunal'])} FROM disputes`;
