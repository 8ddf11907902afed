import { type FigureName, type Published, type Table } from './published-tables';
import { SHARES, shareOf } from './figures/shares';
import { NEED_COLUMNS, PLACE_COLUMNS } from './figures/plan-figures';

type Said = (column: string) => number;
type Doubts = Map<FigureName, string>;

/**
 * Where the published rows of an authority do not add up, and what they leave open: words for every figure that this
 * touches. A difference with a reason here is known; any other is a fault.
 */
export function doubtsOf({ values }: Published): ReadonlyMap<FigureName, string> {
  const doubts: Doubts = new Map();
  for (const [name, value] of values)
    if (value === null) doubts.set(name, 'The release does not give this figure.');
  doubts.set('requests.requests_rya', 'It is not recorded here with a request.');
  timeliness(doubts, inTable(values, 'timeliness_20_week'));
  ceased(doubts, inTable(values, 'ceased_plans'));
  newPlans(doubts, values);
  reviews(doubts, inTable(values, 'annual_reviews'));
  shares(doubts, values);
  return doubts;
}

/** A published share that is not its count divided by the sum of its parts: rows that are in neither part were counted too. */
function shares(doubts: Doubts, values: Published['values']): void {
  for (const share of SHARES) {
    const [theirs, counted] = [values.get(share.name) ?? null, shareOf(values, share)];
    if (theirs !== null && theirs !== counted && !doubts.has(share.name))
      doubts.set(
        share.name,
        `The release says ${theirs}, but its own counts give ${counted ?? 'nothing'}. The counts are followed.`,
      );
  }
}

function inTable(values: Published['values'], table: Table): Said {
  return (column) => values.get(`${table}.${column}`) ?? 0;
}

function add(doubts: Doubts, table: Table, columns: readonly string[], words: string): void {
  for (const column of columns) {
    const name: FigureName = `${table}.${column}`;
    if (!doubts.has(name)) doubts.set(name, words);
  }
}

const BANDS = [
  ['plans_issued_within_20_weeks', 'plans_issued_20_weeks_ex'],
  ['plans_issued_gt20weeks_ltYear', 'plans_issued_gt20weeks_ltYear_ex'],
  ['plans_issued_gt_1_year', 'plans_issued_gt_1_year_ex'],
] as const;

function timeliness(doubts: Doubts, said: Said): void {
  const ways = [
    ['plans_issued_den', 0, '', 'pc'],
    ['plans_issued_den_ex', 1, '_ex', 'PC'],
  ] as const;
  for (const [all, way, ex, pc] of ways) {
    const sum = BANDS.reduce((total, band) => total + said(band[way]), 0);
    if (sum === said(all)) continue;
    const shares = [
      ex ? 'PC_plans_issued_20_weeks_ex' : 'pc_plans_issued_within_20_weeks',
      `${pc}_plans_issued_gt20weeks_ltYear${ex}`,
      `${pc}_plans_issued_gt_1_year${ex}`,
    ];
    add(
      doubts,
      'timeliness_20_week',
      [all, ...shares],
      `The release says ${said(all)} plans, but its three lengths of time add up to ${sum}. The lengths of time are followed.`,
    );
  }
}

const REASONS = [
  'max_age',
  'needs_met',
  'he',
  'employ',
  'transfer',
  'no_engage',
  'moved_outside_eng',
  'deceased',
  'not_rec',
  'other',
];

function ceased(doubts: Doubts, said: Said): void {
  const sum = REASONS.reduce((total, column) => total + said(column), 0);
  if (sum !== said('total_ceased'))
    add(
      doubts,
      'ceased_plans',
      ['total_ceased'],
      `The release says ${said('total_ceased')}, but its reasons add up to ${sum}. The reasons are followed.`,
    );
}

const NEED_NAMES = [...Object.keys(NEED_COLUMNS), 'number_need_unknown'];

/** Plans that are new are some of all plans: a column cannot count more of them. */
function newPlans(doubts: Doubts, values: Published['values']): void {
  const made = inTable(values, 'newplans')('new_ehc_plans');
  const counted = inTable(values, 'sen_need_newplans')('ehc_plans');
  if (made !== counted)
    add(
      doubts,
      'sen_need_newplans',
      ['ehc_plans', ...NEED_NAMES],
      `The release counts ${made} new plans in one table and ${counted} in this one. The other table is followed.`,
    );
  const pairs = [
    ['sen_need_newplans', 'sen_needs_all_plans', NEED_NAMES],
    ['newplans', 'caseload', PLACE_COLUMNS],
  ] as const;
  for (const [newTable, allTable, columns] of pairs) {
    const [fresh, all] = [inTable(values, newTable), inTable(values, allTable)];
    const more = columns.filter((column) => fresh(column) > all(column));
    const isKnown = columns.some((column) => all(column) > 0);
    if (isKnown && more.length)
      add(
        doubts,
        newTable,
        columns,
        `The release counts more new plans than plans in all (${more.map((it) => `${it}: ${fresh(it)} and ${all(it)}`).join('; ')}). So some new plans had ended by survey day.`,
      );
  }
}

const DECIDED = ['review_decision25', 'review_decision24', 'review_decision_prior24'];

function reviews(doubts: Doubts, said: Said): void {
  const decided = DECIDED.reduce((total, column) => total + said(column), 0);
  const timed = said('number_decsion_4weeks') + said('number_decision_gt_4weeks');
  if (timed !== decided)
    add(
      doubts,
      'annual_reviews',
      [
        'number_decsion_4weeks',
        'number_decision_gt_4weeks',
        'pc_decsion_4weeks',
        'pc_decision_gt_4weeks',
      ],
      `The release says ${decided} decisions, but ${timed} of them within or after 4 weeks.`,
    );
  const outcomes = said('outcome_amend') + said('outcome_cease') + said('outcome_maintan');
  if (outcomes !== decided)
    add(
      doubts,
      'annual_reviews',
      ['outcome_amend', 'outcome_cease', 'outcome_maintan', 'no_outcome'],
      outcomes < decided
        ? `The release has ${decided} reviews with a date of decision and only ${outcomes} with an outcome. Here a decision that is recorded has both, so the outcomes cannot all be left out.`
        : `The release has ${outcomes} reviews with an outcome and only ${decided} with a date of decision. Here a decision that is recorded has both, so only reviews from before the year can lack the date.`,
    );
  if (said('review_decision_outstanding') < 0)
    add(
      doubts,
      'annual_reviews',
      ['review_decision_outstanding'],
      'Below nought in the release: it takes reviews that were decided early off twice. It is computed here in the same way.',
    );
}
