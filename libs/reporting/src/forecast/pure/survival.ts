import { type ByDay, HORIZON } from './days';

/** One stretch of waiting: its days, and whether its end was seen. One that still goes on, or was broken off, is censored. */
export interface Spell {
  readonly days: number;
  readonly ended: boolean;
  /** Days that had gone by when the records began: only who came so far is on record, so it counts from there. */
  readonly after?: number;
}

/** How many spells ended on each day, and how many still went on when the day began. */
export interface LifeTable {
  readonly ended: ByDay;
  readonly atRisk: ByDay;
}

/** For each day, the chance that a spell which has come so far ends on it. */
export type DailyChance = ByDay;

/** Fewer than this many going on are too few to tell one day from another. */
const FEW = 10;
/** A group counts by itself as much as so many cases of all groups together. */
const PULL = 20;

/** Counts the spells by day. One censored on a day was still going on when others ended that day. */
export function lifeTable<S extends Spell>(
  spells: readonly S[],
  timesOf: (spell: S) => number = () => 1,
): LifeTable {
  const ended = new Float64Array(HORIZON + 1);
  const atRisk = new Float64Array(HORIZON + 1);
  for (const spell of spells) {
    const { days, ended: isSeen, after = 0 } = spell;
    const times = timesOf(spell);
    if (after > HORIZON || !times) continue;
    const day = Math.min(days, HORIZON);
    if (isSeen && days <= HORIZON) ended[day] = ended[day]! + times;
    atRisk[day] = atRisk[day]! + times;
    if (after > 0) atRisk[after - 1] = atRisk[after - 1]! - times;
  }
  for (let day = HORIZON - 1; day >= 0; day -= 1) atRisk[day] = atRisk[day]! + atRisk[day + 1]!;
  return { ended, atRisk };
}

/** The product-limit estimate of Kaplan and Meier: the share that goes on after each day. */
export function goingOn(chance: DailyChance): ByDay {
  const shares = new Float64Array(chance.length);
  let share = 1;
  for (let day = 0; day < chance.length; day += 1) shares[day] = share *= 1 - chance[day]!;
  return shares;
}

/** Ends over those at risk, day by day: the steps of the Kaplan–Meier curve. */
export function plainChance({ ended, atRisk }: LifeTable): DailyChance {
  return ended.map((count, day) => (atRisk[day] ? count / atRisk[day] : 0));
}

/**
 * The same, and where few are left, what has gone on for longer still takes longer: the chance falls as the days rise,
 * from the level of all days after half have ended.
 */
export function dailyChance(table: LifeTable): DailyChance {
  const plain = plainChance(table);
  const last = table.atRisk.findLastIndex((count) => count >= FEW);
  const level = laterLevel(table, plain);
  return plain.map((chance, day) => (day <= last ? chance : Math.min(1, level / Math.max(1, day))));
}

/** A group's own counts, drawn towards those of all: the fewer of its own, the more. */
export function drawnTo(all: DailyChance, { ended, atRisk }: LifeTable): DailyChance {
  return all.map((chance, day) => (ended[day]! + PULL * chance) / (atRisk[day]! + PULL));
}

/** The chance of a day, times the day, that fits the days after half have ended best. */
function laterLevel({ ended, atRisk }: LifeTable, plain: DailyChance): number {
  const half = goingOn(plain).findIndex((share) => share <= 0.5);
  let [ends, exposed] = [0, 0];
  for (let day = Math.max(1, half); day <= HORIZON; day += 1) {
    ends += ended[day]!;
    exposed += atRisk[day]! / day;
  }
  return exposed ? ends / exposed : 0;
}
