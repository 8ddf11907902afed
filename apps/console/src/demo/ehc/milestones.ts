import { type Dice } from '../dice';

/** Days from receipt on which an assessment reached each point; what lies ahead is missing. */
export interface Milestones {
  readonly listed?: number;
  readonly agreed?: number;
  readonly adviceIn?: number;
  readonly planAgreed?: number;
  readonly draft?: number;
  readonly heard?: number;
}

const POINTS = ['listed', 'agreed', 'adviceIn', 'planAgreed', 'draft', 'heard'] as const;
type Point = (typeof POINTS)[number];

/** How many days each stretch takes when all goes well. */
const USUAL: Readonly<Record<Point, readonly [low: number, high: number]>> = {
  listed: [8, 18],
  agreed: [13, 21],
  adviceIn: [34, 46],
  planAgreed: [3, 9],
  draft: [6, 12],
  heard: [9, 15],
};
const LAST_DAY_TO_DECIDE = 41;
const DELAY_IN_ADVICE = 0.6;

/**
 * Points reached on the way to `last`, for an assessment that has stood there for `dwell` days on day `today`.
 * Less time than usual is shared by all stretches; more is a delay, most of it in the advice, the rest in the last stretch.
 * The decision to assess is never put off, so an assessment that waits for advice stands there longer instead.
 */
export function milestonesTo(last: Point, today: number, dwell: number, dice: Dice): Milestones {
  const points = POINTS.slice(0, POINTS.indexOf(last) + 1);
  const usual = points.map((point) => dice.whole(...USUAL[point]));
  const needed = usual.reduce((sum, days) => sum + days, 0);
  const available = Math.max(points.length, today - dwell);
  const stretches =
    needed > available
      ? usual.map((days) => Math.max(1, Math.floor((days * available) / needed)))
      : delayed(points, usual, available - needed);
  return summed(points, stretches);
}

function delayed(points: readonly Point[], usual: number[], slack: number): number[] {
  const inAdvice = points.includes('adviceIn') ? Math.floor(slack * DELAY_IN_ADVICE) : 0;
  const last = points.at(-1);
  const more: Partial<Record<Point, number>> = { adviceIn: inAdvice };
  if (last && last !== 'agreed') more[last] = slack - (last === 'adviceIn' ? 0 : inAdvice);
  return points.map((point, at) => (usual[at] ?? 0) + (more[point] ?? 0));
}

function summed(points: readonly Point[], stretches: readonly number[]): Milestones {
  let day = 0;
  const days = points.map((point, at) => {
    day += stretches[at] ?? 0;
    if (point === 'agreed') day = Math.min(day, LAST_DAY_TO_DECIDE);
    return [point, day] as const;
  });
  return Object.fromEntries(days);
}
