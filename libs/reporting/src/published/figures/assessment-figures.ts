import { figuresOf } from './figure';

const RECEIVED = 'Requests received in the year';
const MEDIATION = 'Mediation was asked for in the year';
const APPEAL = 'An appeal was made in the year';
const BOTH = 'In the year an appeal followed mediation';
const NOT_TO_ASSESS = 'about a decision not to assess';
const NOT_TO_ISSUE = 'about a decision not to issue a plan';
const ABOUT_PLAN = 'about a plan that was issued';
const FINAL = 'Final plans sent in the year, leaving out those that came of mediation or an appeal';
const OUTSIDE_EXCEPTIONS = 'leaving out cases with a lawful reason for delay on record';
const DAYS_20 = '140 days or fewer after the request was received';
const DAYS_52 = '141 to 364 days after the request was received';
const OVER_52 = '365 days or more after the request was received';

const percent = (title: string, of: string) =>
  [`${title}, per cent`, `100 times “${title}” divided by “${of}”, to one decimal place.`] as const;
const TOTAL = 'Requests received';
const TIMED = 'Decided within 6 weeks” and “Decided later than 6 weeks';

export const REQUEST_FIGURES = figuresOf('requests', {
  requests_received_in_year: ['Requests received', `${RECEIVED}.`],
  requests_rya: [
    'From relevant youth accommodation',
    'Requests received in the year for a child in relevant youth accommodation.',
  ],
  requests_decided_to_assess: [
    'Decided to assess',
    `${RECEIVED} where the first decision, by survey day, was to assess.`,
  ],
  requests_decided_not_to_assess: [
    'Decided not to assess',
    `${RECEIVED} where the first decision, by survey day, was not to assess. A later change of mind does not alter this.`,
  ],
  requests_decision_not_made: [
    'Not decided',
    `${RECEIVED} with no decision and no withdrawal by survey day.`,
  ],
  requests_withdrawn: ['Withdrawn', `${RECEIVED} and withdrawn by survey day without a decision.`],
  request_outcome_six_weeks: [
    'Decided within 6 weeks',
    'Decisions told in the year, whenever the request came, 42 days or fewer after it was received.',
  ],
  request_outcome_over_6_weeks: [
    'Decided later than 6 weeks',
    'Decisions told in the year, whenever the request came, more than 42 days after it was received.',
  ],
  request_assess_pc: percent('Decided to assess', TOTAL),
  request_not_assess_pc: percent('Decided not to assess', TOTAL),
  request_outstanding_pc: percent('Not decided', TOTAL),
  request_withdrawn_pc: percent('Withdrawn', TOTAL),
  request_outcome_six_weeks_pc: percent('Decided within 6 weeks', TIMED),
  request_outcome_over_6_weeks_pc: percent('Decided later than 6 weeks', TIMED),
  mediation_related_request: ['Mediation about a request', `${MEDIATION} ${NOT_TO_ASSESS}.`],
  tribunal_related_request: ['Appeals about a request', `${APPEAL} ${NOT_TO_ASSESS}.`],
  tribunal_after_mediation_request: [
    'Appeals after mediation about a request',
    `${BOTH} ${NOT_TO_ASSESS}.`,
  ],
});

const ENDED = 'Assessments that ended in the year';

const NOT_ISSUED = 'Not issued, within 16 weeks” and “Not issued, later than 16 weeks';

export const ASSESSMENT_FIGURES = figuresOf('assessments', {
  assess_in_year: [
    'Assessments',
    `${ENDED}. Assessments still under way are not in this table, as the published rows show.`,
  ],
  assess_issued: ['Plan issued', `${ENDED} with a final plan.`],
  assess_not_issued: ['Plan not issued', `${ENDED} with the decision not to issue a plan.`],
  assess_not_made: [
    'No decision',
    `${ENDED} without a decision, because the child moved to another council.`,
  ],
  assess_withdrawn: ['Withdrawn', `${ENDED} because the request was withdrawn.`],
  outcome_decision_within_time: [
    'Not issued, within 16 weeks',
    'Decisions in the year not to issue a plan, 112 days or fewer after the request, leaving out those after mediation or an appeal.',
  ],
  outcome_decision_over_time: [
    'Not issued, later than 16 weeks',
    'Decisions in the year not to issue a plan, more than 112 days after the request, leaving out those after mediation or an appeal.',
  ],
  assess_issued_pc: percent('Plan issued', 'Assessments'),
  assess_not_issued_pc: percent('Plan not issued', 'Assessments'),
  assess_not_made_pc: percent('No decision', 'Assessments'),
  assess_withdrawn_pc: percent('Withdrawn', 'Assessments'),
  outcome_decision_within_time_pc: percent('Not issued, within 16 weeks', NOT_ISSUED),
  outcome_decision_over_time_pc: percent('Not issued, later than 16 weeks', NOT_ISSUED),
  number_assess_mediation: ['Mediation about no plan', `${MEDIATION} ${NOT_TO_ISSUE}.`],
  number_assess_tribunal: ['Appeals about no plan', `${APPEAL} ${NOT_TO_ISSUE}.`],
  number_asssess_mediation_tribunal: [
    'Appeals after mediation about no plan',
    `${BOTH} ${NOT_TO_ISSUE}.`,
  ],
  number_other_mediation: ['Mediation about a plan', `${MEDIATION} ${ABOUT_PLAN}.`],
  number_other_tribunal: ['Appeals about a plan', `${APPEAL} ${ABOUT_PLAN}.`],
  number_other_mediation_tribunal: [
    'Appeals after mediation about a plan',
    `${BOTH} ${ABOUT_PLAN}.`,
  ],
});

const of = (title: string, days: string) =>
  [
    [title, `${FINAL}, ${days}.`],
    [`${title}, without exceptions`, `${FINAL}, ${days}, ${OUTSIDE_EXCEPTIONS}.`],
  ] as const;
const [WITHIN, WITHIN_EX] = of('Issued within 20 weeks', DAYS_20);
const [LATER, LATER_EX] = of('Issued after 20 to 52 weeks', DAYS_52);
const [YEAR, YEAR_EX] = of('Issued after more than 52 weeks', OVER_52);
const ALL = 'Plans issued';
const ALL_EX = 'Plans issued, without exceptions';

export const TIMELINESS_FIGURES = figuresOf('timeliness_20_week', {
  plans_issued_den: [ALL, `${FINAL}.`],
  plans_issued_den_ex: [ALL_EX, `${FINAL}, ${OUTSIDE_EXCEPTIONS}.`],
  plans_issued_within_20_weeks: WITHIN,
  plans_issued_20_weeks_ex: WITHIN_EX,
  pc_plans_issued_within_20_weeks: percent(WITHIN[0], ALL),
  PC_plans_issued_20_weeks_ex: percent(WITHIN_EX[0], ALL_EX),
  plans_issued_gt20weeks_ltYear: LATER,
  plans_issued_gt20weeks_ltYear_ex: LATER_EX,
  pc_plans_issued_gt20weeks_ltYear: percent(LATER[0], ALL),
  PC_plans_issued_gt20weeks_ltYear_ex: percent(LATER_EX[0], ALL_EX),
  plans_issued_gt_1_year: YEAR,
  plans_issued_gt_1_year_ex: YEAR_EX,
  pc_plans_issued_gt_1_year: percent(YEAR[0], ALL),
  PC_plans_issued_gt_1_year_ex: percent(YEAR_EX[0], ALL_EX),
});
