import { type Runner } from '@app/database';
import { type FigureName, type Table } from '../published-tables';
import { surveyDayAfter } from '../survey-day';
import { ASSESSMENT_SETS } from './assessment-sets';
import { ASKED, type FigureSet } from './figure-set';
import { PLAN_SETS } from './plan-sets';
import { REVIEW_SET } from './review-sets';
import { SHARES, shareOf } from './shares';

/** Everything that is counted. */
const SETS: readonly FigureSet[] = [...ASSESSMENT_SETS, ...PLAN_SETS, REVIEW_SET];

type Values = Map<FigureName, number | null>;

/** Whose figures of which year; of one table where it is named, else of all. */
export interface FiguresAsked {
  readonly authority: string;
  readonly year: number;
  readonly table?: Table | undefined;
}

/** The figures of an authority and a year, counted from the events of its cases and the register of plans. */
export async function computedFigures(
  runner: Runner,
  { authority, year, table }: FiguresAsked,
): Promise<ReadonlyMap<FigureName, number | null>> {
  const values: Values = new Map();
  for (const set of SETS.filter((it) => !table || it.table === table)) {
    const counts = Object.entries(set.counts).map(
      ([column, test]) => `count(*) FILTER (WHERE ${test})::int AS "${column}"`,
    );
    const [row] = await runner.run<Record<string, number>>(
      '',
      `${ASKED} ${set.rows} SELECT ${counts.join(', ')} FROM counted`,
      askedOf(authority, year),
    );
    for (const [column, value] of Object.entries(row ?? {}))
      values.set(`${set.table}.${column}`, value);
  }
  values.set('annual_reviews.review_decision_outstanding', outstanding(values));
  for (const share of SHARES) values.set(share.name, shareOf(values, share));
  return values;
}

/** One child behind a figure. */
export interface Behind {
  readonly childId: string;
  /** None for a restricted record. */
  readonly name: string | null;
  readonly schoolName: string | null;
  /** The case that the figure rests on; none for a plan that was taken over. */
  readonly reference: string | null;
}

/** The children behind a figure; undefined for one that is worked out from others. */
export async function behindFigure(
  runner: Runner,
  { authority, year, figure }: { authority: string; year: number; figure: string },
): Promise<Behind[] | undefined> {
  const [table, column = ''] = figure.split('.');
  const set = SETS.find((it) => it.table === table && Object.hasOwn(it.counts, column));
  if (!set) return undefined;
  const text = `${ASKED} ${set.rows}, meant AS (SELECT child_id, case_id FROM counted WHERE ${set.counts[column]}) ${BEHIND}`;
  return runner.run<Behind & Record<string, unknown>>('', text, askedOf(authority, year));
}

const BEHIND = `
SELECT k.id AS "childId", CASE WHEN NOT k.restricted THEN coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname END AS name, s.name AS "schoolName", c.reference
FROM meant m JOIN child k ON k.id = m.child_id LEFT JOIN send_case c ON c.id = m.case_id AND NOT c.restricted
LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
ORDER BY k.legal_surname, k.legal_forename, k.id, c.reference`;

const askedOf = (authority: string, year: number) => [
  authority,
  `${year}-01-01`,
  `${year}-12-31`,
  surveyDayAfter(year),
];

function outstanding(values: Values): number {
  const of = (column: string) => values.get(`annual_reviews.${column}`) ?? 0;
  return (
    of('total_review_meeting') -
    of('review_decision25') -
    of('review_decision24') -
    of('review_decision_prior24') -
    of('review_decision_not_due')
  );
}
