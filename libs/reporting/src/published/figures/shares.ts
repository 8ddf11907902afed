import { type FigureName, type Table } from '../published-tables';

/** A figure in per cent: which figure of which sum. */
export interface Share {
  readonly name: FigureName;
  readonly part: FigureName;
  readonly whole: readonly FigureName[];
}

const ofTable =
  (table: Table) =>
  (name: string, part: string, ...whole: string[]): Share => ({
    name: `${table}.${name}`,
    part: `${table}.${part}`,
    whole: whole.map((column): FigureName => `${table}.${column}`),
  });
const requests = ofTable('requests');
const assessments = ofTable('assessments');
const timeliness = ofTable('timeliness_20_week');
const reviews = ofTable('annual_reviews');

const RECEIVED = 'requests_received_in_year';
const SIX_WEEKS = ['request_outcome_six_weeks', 'request_outcome_over_6_weeks'];
const SIXTEEN_WEEKS = ['outcome_decision_within_time', 'outcome_decision_over_time'];
const FOUR_WEEKS = ['number_decsion_4weeks', 'number_decision_gt_4weeks'];
const ALL = 'plans_issued_den';
const PLAIN = 'plans_issued_den_ex';

/** Every published share that is computed here, under its own spelling. */
export const SHARES: readonly Share[] = [
  requests('request_assess_pc', 'requests_decided_to_assess', RECEIVED),
  requests('request_not_assess_pc', 'requests_decided_not_to_assess', RECEIVED),
  requests('request_outstanding_pc', 'requests_decision_not_made', RECEIVED),
  requests('request_withdrawn_pc', 'requests_withdrawn', RECEIVED),
  requests('request_outcome_six_weeks_pc', 'request_outcome_six_weeks', ...SIX_WEEKS),
  requests('request_outcome_over_6_weeks_pc', 'request_outcome_over_6_weeks', ...SIX_WEEKS),
  assessments('assess_issued_pc', 'assess_issued', 'assess_in_year'),
  assessments('assess_not_issued_pc', 'assess_not_issued', 'assess_in_year'),
  assessments('assess_not_made_pc', 'assess_not_made', 'assess_in_year'),
  assessments('assess_withdrawn_pc', 'assess_withdrawn', 'assess_in_year'),
  assessments('outcome_decision_within_time_pc', 'outcome_decision_within_time', ...SIXTEEN_WEEKS),
  assessments('outcome_decision_over_time_pc', 'outcome_decision_over_time', ...SIXTEEN_WEEKS),
  timeliness('pc_plans_issued_within_20_weeks', 'plans_issued_within_20_weeks', ALL),
  timeliness('PC_plans_issued_20_weeks_ex', 'plans_issued_20_weeks_ex', PLAIN),
  timeliness('pc_plans_issued_gt20weeks_ltYear', 'plans_issued_gt20weeks_ltYear', ALL),
  timeliness('PC_plans_issued_gt20weeks_ltYear_ex', 'plans_issued_gt20weeks_ltYear_ex', PLAIN),
  timeliness('pc_plans_issued_gt_1_year', 'plans_issued_gt_1_year', ALL),
  timeliness('PC_plans_issued_gt_1_year_ex', 'plans_issued_gt_1_year_ex', PLAIN),
  reviews('pc_decsion_4weeks', 'number_decsion_4weeks', ...FOUR_WEEKS),
  reviews('pc_decision_gt_4weeks', 'number_decision_gt_4weeks', ...FOUR_WEEKS),
];

/** Per cent with one decimal; null of nothing. */
export function shareOf(
  values: ReadonlyMap<FigureName, number | null>,
  { part, whole }: Share,
): number | null {
  const all = whole.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
  return all ? Math.round((1000 * (values.get(part) ?? 0)) / all) / 10 : null;
}
