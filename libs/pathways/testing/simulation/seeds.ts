import { simulate } from './simulate';

/** What came of many seeds together. */
export interface Played {
  readonly seeds: number;
  readonly events: number;
  readonly refused: number;
  readonly closed: number;
  /** Each invariant that broke, with the command that shows it again. */
  readonly broken: readonly string[];
}

/** Plays one council for each seed. */
export function playSeeds(seeds: readonly number[]): Played {
  return seeds.map(playSeed).reduce(together);
}

function playSeed(seed: number): Played {
  const { world, refused, broken } = simulate(seed);
  return {
    seeds: 1,
    events: world.done.length,
    refused,
    closed: world.cases.filter(({ spot }) => spot.closed).length,
    broken: broken ? [`${broken}. Again: npm run simulate -- --seeds 1 --first ${seed}`] : [],
  };
}

function together(one: Played, other: Played): Played {
  return {
    seeds: one.seeds + other.seeds,
    events: one.events + other.events,
    refused: one.refused + other.refused,
    closed: one.closed + other.closed,
    broken: [...one.broken, ...other.broken],
  };
}
