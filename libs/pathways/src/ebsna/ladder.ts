/** How often running each step has just been achieved, by its number. */
export type Ladder = Readonly<Record<string, number>>;

/** The ladder after one more try: a step that was not achieved starts again from nothing. */
export function tried(ladder: Ladder, stepNo: number, achieved: boolean): Ladder {
  return { ...ladder, [stepNo]: achieved ? (ladder[stepNo] ?? 0) + 1 : 0 };
}

/** The highest step achieved so many times running; 0 when there is none yet. */
export function highestStable(ladder: Ladder, stableAfter: number): number {
  const stable = Object.entries(ladder).filter(([, times]) => times >= stableAfter);
  return Math.max(0, ...stable.map(([stepNo]) => Number(stepNo)));
}
