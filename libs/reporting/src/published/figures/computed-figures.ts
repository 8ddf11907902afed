import { type Runner } from '@app/database';
import { type FigureName, type Table } from '../published-tables';
import { surveyDayAfter } from '../survey-day';
import {
  ASSESSMENT_DISPUTES,
  ASSESSMENTS,
  REQUEST_DISPUTES,
  REQUESTS,
  TIMELINESS,
} from './assessments-sql';
import { placeColumn, type PlaceOnRecord } from './kinds-of-place';
import { CASELOAD_FIGURES, NEW_PLAN_FIGURES } from './plan-figures';
import { CEASED, NEEDS, NEW_NEEDS, NEW_PLACES, PLACES, REVIEWS } from './plans-sql';

const QUERIES: readonly (readonly [Table, string])[] = [
  ['requests', REQUESTS],
  ['requests', REQUEST_DISPUTES],
  ['assessments', ASSESSMENTS],
  ['assessments', ASSESSMENT_DISPUTES],
  ['timeliness_20_week', TIMELINESS],
  ['sen_needs_all_plans', NEEDS],
  ['sen_need_newplans', NEW_NEEDS],
  ['annual_reviews', REVIEWS],
  ['ceased_plans', CEASED],
];

type Values = Map<FigureName, number | null>;

/** Every figure of an authority and a year, counted from the events of its cases and the register of plans. */
export async function computedFigures(
  runner: Runner,
  authority: string,
  year: number,
): Promise<ReadonlyMap<FigureName, number | null>> {
  const asked = [authority, `${year}-01-01`, `${year}-12-31`, surveyDayAfter(year)];
  const values: Values = new Map();
  for (const [table, text] of QUERIES) {
    const [row] = await runner.run<Record<string, number>>('', `${ASKED} ${text}`, asked);
    for (const [column, value] of Object.entries(row ?? {}))
      values.set(`${table}.${column}`, value);
  }
  const places = [
    ['caseload', CASELOAD_FIGURES, PLACES],
    ['newplans', NEW_PLAN_FIGURES, NEW_PLACES],
  ] as const;
  for (const [table, figures, text] of places) {
    for (const { name } of figures) values.set(name, 0);
    for (const { plans, ...place } of await runner.run<PlaceRow>('', `${ASKED} ${text}`, asked))
      for (const column of [placeColumn(place), figures[0]!.name.slice(table.length + 1)])
        values.set(`${table}.${column}`, (values.get(`${table}.${column}`) ?? 0) + plans);
  }
  for (const [name, part, whole] of PERCENTAGES) values.set(name, percentage(values, part, whole));
  return values;
}

/** Every query is asked with all four; PostgreSQL wants to know what each of them is. */
const ASKED = `WITH asked AS (SELECT $1::text AS authority, $2::date AS first_day, $3::date AS last_day, $4::date AS survey_day),`;

type PlaceRow = PlaceOnRecord & { readonly plans: number };

/** Which figure is which part of the sum of others. */
const PERCENTAGES: readonly (readonly [FigureName, FigureName, readonly FigureName[]])[] = [
  ...(['', '_ex'] as const).flatMap((ex) =>
    (
      [
        [
          ex ? 'PC_plans_issued_20_weeks' : 'pc_plans_issued_within_20_weeks',
          ex ? 'plans_issued_20_weeks' : 'plans_issued_within_20_weeks',
        ],
        [`${ex ? 'PC' : 'pc'}_plans_issued_gt20weeks_ltYear`, 'plans_issued_gt20weeks_ltYear'],
        [`${ex ? 'PC' : 'pc'}_plans_issued_gt_1_year`, 'plans_issued_gt_1_year'],
      ] as const
    ).map(
      ([share, count]) =>
        [
          `timeliness_20_week.${share}${ex}`,
          `timeliness_20_week.${count}${ex}`,
          [`timeliness_20_week.plans_issued_den${ex}`],
        ] as const,
    ),
  ),
  ...(
    [
      ['pc_decsion_4weeks', 'number_decsion_4weeks'],
      ['pc_decision_gt_4weeks', 'number_decision_gt_4weeks'],
    ] as const
  ).map(
    ([share, count]) =>
      [
        `annual_reviews.${share}`,
        `annual_reviews.${count}`,
        ['annual_reviews.number_decsion_4weeks', 'annual_reviews.number_decision_gt_4weeks'],
      ] as const,
  ),
];

function percentage(values: Values, part: FigureName, whole: readonly FigureName[]): number | null {
  const all = whole.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
  return all ? Math.round((1000 * (values.get(part) ?? 0)) / all) / 10 : null;
}
