/** No forecast looks further ahead than this many days. */
export const HORIZON = 400;

/** A number for each day from 0: mostly the chance that something is over by then. */
export type ByDay = Float64Array;

/** How something is changed to see what it weighs: done at once, or as fast as the fastest of four. */
export type Pace = 'at_once' | 'fast';

/** The chance to be done by a day, as the change would have it. */
export function paced(chance: number, pace: Pace | undefined): number {
  if (pace === 'at_once') return 1;
  return pace === 'fast' ? Math.min(1, 4 * chance) : chance;
}

/**
 * The chance that all of several things going on side by side are done, from the chance of each. `inStep` says how far
 * they go together: with 0 each goes its own way, with 1 all wait for the same and only the slowest counts.
 */
export function allDone(chances: readonly number[], inStep: number): number {
  let [least, each] = [1, 1];
  for (const chance of chances) {
    if (chance < least) least = chance;
    each *= chance;
  }
  if (chances.length < 2 || inStep === 1) return least;
  return inStep === 0 ? each : least ** inStep * each ** (1 - inStep);
}

/** The mean of `then` over the days on which something is done: `by` is the chance that it is done by each day. */
export function meanOver(by: ByDay, then: (days: number) => number): number {
  let [sum, before] = [0, 0];
  for (let day = 0; day < by.length; day += 1) {
    const chance = by[day]!;
    if (chance > before) sum += (chance - before) * then(day);
    before = chance;
  }
  return sum;
}
