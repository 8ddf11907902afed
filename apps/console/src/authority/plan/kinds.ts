import { type FigureName, NEED_COLUMNS, PLACE_COLUMNS } from '@app/reporting';
import { type Dice } from '../../demo/dice';
import { times } from './assessments';
import { type Targets } from './targets';

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

/** Needs and places of the plans that are new in the year, and of those held before, as the tables count them. */
export function kindsOf(targets: Targets, dice: Dice): { fresh: Kind[]; held: Kind[] } {
  const all = targets.count('caseload.ehcplans');
  const fresh = targets.count('newplans.new_ehc_plans');
  const listed = (table: string, columns: Readonly<Record<string, string>>) =>
    Object.entries(columns).flatMap(([column, value]) =>
      times(targets.count(`${table}.${column}` as FigureName), () => value),
    );
  const needs = parted({
    all: listed('sen_needs_all_plans', NEEDS),
    fresh: listed('sen_need_newplans', NEEDS),
    count: fresh,
    dice,
  });
  const places = parted({
    all: listed('caseload', PLACES),
    fresh: listed('newplans', PLACES),
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
    held: times(all - fresh, (n) => kind(needs.held[n], places.held[n])),
  };
}

interface Parts {
  readonly all: readonly string[];
  readonly fresh: readonly string[];
  readonly count: number;
  readonly dice: Dice;
  /** What the table of the new ones does not give: what it lacks is of these kinds first. */
  readonly likely?: readonly string[];
}

/** The new ones as their table has them, as far as there are so many in all; any that lack are drawn from the rest. */
function parted({ all, fresh, count, dice, likely = [] }: Parts): {
  fresh: string[];
  held: string[];
} {
  if (!all.length) return { fresh: dice.shuffled(fresh), held: [] };
  const left = new Map<string, number>();
  for (const value of all) left.set(value, (left.get(value) ?? 0) + 1);
  const take = (value: string) => {
    const many = left.get(value) ?? 0;
    left.set(value, many - 1);
    return many > 0;
  };
  const fit = fresh.slice(0, count).filter((value) => (left.get(value) ?? 0) > 0 && take(value));
  const rest = dice.shuffled([...left].flatMap(([value, many]) => times(many, () => value)));
  const inOrder = rest.sort((a, b) => Number(likely.includes(b)) - Number(likely.includes(a)));
  const more = inOrder.splice(0, count - fit.length);
  return { fresh: dice.shuffled([...fit, ...more]), held: dice.shuffled(inOrder) };
}
