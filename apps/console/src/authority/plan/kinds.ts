import { NEED_COLUMNS, PLACE_COLUMNS } from '@app/reporting';
import { type Dice } from '../../demo/dice';
import { type Targets, times } from './targets';

/** What a plan is for and where its child attends. */
export interface Kind {
  readonly need?: string;
  readonly place: string;
}

const NOT_RECORDED = '';
const NEEDS: Readonly<Record<string, string>> = {
  ...NEED_COLUMNS,
  number_need_unknown: NOT_RECORDED,
};
const PLACES: Readonly<Record<string, string>> = Object.fromEntries(
  PLACE_COLUMNS.map((column) => [column, column]),
);

/** What each plan is for, by when it was made and whether it stands on survey day. */
export interface Kinds {
  /** New in the year and standing. */
  readonly fresh: Kind[];
  /** New in the year and ended in it. */
  readonly ended: Kind[];
  readonly held: Kind[];
}

/** Needs and places of the plans that are new in the year, and of those held before, as the tables count them. */
export function kindsOf(targets: Targets, dice: Dice): Kinds {
  const ended = newAndEnded(targets);
  const fresh = targets.count('newplans.new_ehc_plans') - ended;
  const held = targets.count('caseload.ehcplans') - fresh;
  const needs = parted({ ...listsOf(targets, NEED_LISTS), count: fresh, dice });
  const places = parted({
    ...listsOf(targets, PLACE_LISTS),
    count: fresh,
    dice,
    likely: PLACE_COLUMNS.filter((column) => !targets.isGiven(`newplans.${column}`)),
  });
  const kind = (need: string | undefined, place: string | undefined): Kind => ({
    ...(need && { need }),
    place: place ?? 'placement_unknown',
  });
  return {
    fresh: times(fresh, (n) => kind(needs.fresh[n], places.fresh[n])),
    ended: times(ended, (n) => kind(needs.ended[n], places.ended[n])),
    held: times(held, (n) => kind(needs.held[n], places.held[n])),
  };
}

/** Where the tables count more new plans of a kind than plans of it in all, so many new plans have ended already. */
export function newAndEnded(targets: Targets): number {
  const surplus = [NEED_LISTS, PLACE_LISTS].map((lists) => {
    const { all, fresh } = listsOf(targets, lists);
    return all.length ? less(fresh, all).length : 0;
  });
  return Math.min(Math.max(...surplus), targets.count('ceased_plans.transfer'));
}

interface Lists {
  readonly all: 'sen_needs_all_plans' | 'caseload';
  readonly fresh: 'sen_need_newplans' | 'newplans';
  readonly columns: Readonly<Record<string, string>>;
}

const NEED_LISTS: Lists = {
  all: 'sen_needs_all_plans',
  fresh: 'sen_need_newplans',
  columns: NEEDS,
};
const PLACE_LISTS: Lists = { all: 'caseload', fresh: 'newplans', columns: PLACES };

/** As many of each value as its column counts. */
function listsOf(targets: Targets, { all, fresh, columns }: Lists) {
  const listed = (table: Lists['all' | 'fresh']) =>
    Object.entries(columns).flatMap(([column, value]) =>
      times(targets.count(`${table}.${column}`), () => value),
    );
  return { all: listed(all), fresh: listed(fresh) };
}

/** One list without as many of each value as another has. */
function less(list: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const value of taken) left.set(value, (left.get(value) ?? 0) + 1);
  return list.filter((value) => {
    const many = left.get(value) ?? 0;
    left.set(value, many - 1);
    return many <= 0;
  });
}

interface Parts {
  readonly all: readonly string[];
  readonly fresh: readonly string[];
  readonly count: number;
  readonly dice: Dice;
  /** What the table of the new ones does not give: what it lacks is of these kinds first. */
  readonly likely?: readonly string[];
}

/** The new ones as their table has them: those that no list of all plans has have ended, any that lack are drawn. */
function parted({ all, fresh, count, dice, likely = [] }: Parts): Record<keyof Kinds, string[]> {
  if (!all.length) return { fresh: dice.shuffled(fresh), ended: [], held: [] };
  const gone = less(fresh, all);
  const listed = [...gone, ...dice.shuffled(less(fresh, gone))];
  const ended = listed.splice(0, Math.max(0, listed.length - count));
  const standing = less(listed, less(listed, all));
  const rest = dice
    .shuffled(less(all, standing))
    .sort((a, b) => Number(likely.includes(b)) - Number(likely.includes(a)));
  const more = rest.splice(0, count - standing.length);
  return {
    fresh: dice.shuffled([...standing, ...more]),
    ended,
    held: dice.shuffled(rest),
  };
}
