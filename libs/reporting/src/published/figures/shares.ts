import { type FigureName } from '../published-tables';

/** A figure in per cent: which figure of which sum. */
export interface Share {
  readonly name: FigureName;
  readonly part: FigureName;
  readonly whole: readonly FigureName[];
}

const timeliness = (name: string, part: string, whole: string): Share => ({
  name: `timeliness_20_week.${name}`,
  part: `timeliness_20_week.${part}`,
  whole: [`timeliness_20_week.${whole}`],
});

const reviews = (name: string, part: string): Share => ({
  name: `annual_reviews.${name}`,
  part: `annual_reviews.${part}`,
  whole: ['annual_reviews.number_decsion_4weeks', 'annual_reviews.number_decision_gt_4weeks'],
});

const ALL = 'plans_issued_den';
const PLAIN = 'plans_issued_den_ex';

/** Every published share that is computed here, under its own spelling. */
export const SHARES: readonly Share[] = [
  timeliness('pc_plans_issued_within_20_weeks', 'plans_issued_within_20_weeks', ALL),
  timeliness('PC_plans_issued_20_weeks_ex', 'plans_issued_20_weeks_ex', PLAIN),
  timeliness('pc_plans_issued_gt20weeks_ltYear', 'plans_issued_gt20weeks_ltYear', ALL),
  timeliness('PC_plans_issued_gt20weeks_ltYear_ex', 'plans_issued_gt20weeks_ltYear_ex', PLAIN),
  timeliness('pc_plans_issued_gt_1_year', 'plans_issued_gt_1_year', ALL),
  timeliness('PC_plans_issued_gt_1_year_ex', 'plans_issued_gt_1_year_ex', PLAIN),
  reviews('pc_decsion_4weeks', 'number_decsion_4weeks'),
  reviews('pc_decision_gt_4weeks', 'number_decision_gt_4weeks'),
];
