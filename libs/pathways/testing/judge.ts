import { type Pathway } from '../src/pathway';
import { type Arrow } from './arrows';
import { type Looks } from './looks';
import { watching } from './reads';
import { asEvent, needsOf, type Spot } from './spot';
import { type Try } from './tries';

/** How the guards take one try. */
export interface Judged {
  /** The arrows it would take: the first open one of each region. */
  readonly taken: readonly Arrow[];
  readonly failing: readonly string[];
  /** Names of the guards that said no, to see where they turn. */
  readonly key: string;
  /** A guard that failed instead of saying yes or no. */
  readonly broken: string | undefined;
}

/** Asks the guards themselves, and notes on each arrow what they looked at. */
export function judgeOf(
  pathway: Pathway,
  spot: Spot,
  type: string,
  arrows: readonly (readonly Arrow[])[],
  looks: Looks,
): (one: Try) => Judged {
  const { context, value: at } = spot.state;
  const needs = needsOf(pathway, spot, type);
  return (one) => {
    const event = { ...asEvent(spot, { ...one, type }, needs), at };
    const failing = new Set<string>();
    let broken: string | undefined;
    const isMet = (name: string) => {
      try {
        const input = { context, event };
        const seen = looks.isWatched(name) ? watching(input, looks.ofGuard(name)) : input;
        return pathway.guards[name]?.test(seen);
      } catch (error) {
        broken = `${name} failed: ${(error as Error).message}`;
        return false;
      }
    };
    const passes = (arrow: Arrow) => {
      const said = arrow.guards.filter((name) => !isMet(name));
      said.forEach((name) => failing.add(name));
      return !said.length;
    };
    const taken = arrows.flatMap((list) => list.filter(passes).slice(0, 1));
    return { taken, failing: [...failing], key: [...failing].sort().join(), broken };
  };
}
