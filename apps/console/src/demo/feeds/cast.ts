/** A suspension of a story: school days ago on which it began, days, and what kind it was. */
export interface DemoLine {
  readonly ago: number;
  readonly days: number;
  readonly category?: 'PERM' | 'INTR' | 'OSDE';
}

/** What the data says of so many children of one kind. */
export interface DataStory {
  readonly count: number;
  readonly who: 'secondary' | 'primary' | 'with_support' | 'any';
  readonly lines: readonly DemoLine[];
  /** Share of sessions missed. */
  readonly away: number;
}

const USUAL = 0.04;
const suspended = (...lines: (readonly [ago: number, days: number])[]): DemoLine[] =>
  lines.map(([ago, days]) => ({ ago, days }));

/** Children whom the rules find, each for another reason, and many about whom there is nothing to say. */
export const DATA_STORIES: readonly DataStory[] = [
  { count: 4, who: 'with_support', lines: suspended([6, 0.5]), away: USUAL },
  { count: 3, who: 'secondary', lines: suspended([75, 4], [60, 3], [12, 3]), away: USUAL },
  { count: 3, who: 'primary', lines: suspended([70, 3], [8, 2]), away: USUAL },
  { count: 4, who: 'secondary', lines: suspended([22, 1], [14, 1], [4, 1]), away: 0.08 },
  { count: 3, who: 'secondary', lines: suspended([16, 1], [5, 2]), away: USUAL },
  { count: 2, who: 'secondary', lines: suspended([20, 6]), away: USUAL },
  { count: 1, who: 'secondary', lines: suspended([38, 10], [18, 6]), away: USUAL },
  { count: 4, who: 'any', lines: suspended([30, 1]), away: 0.2 },
  { count: 4, who: 'any', lines: [], away: 0.65 },
  { count: 1, who: 'secondary', lines: [{ ago: 3, days: 0, category: 'PERM' }], away: USUAL },
  { count: 1, who: 'secondary', lines: [{ ago: 9, days: 0, category: 'OSDE' }], away: USUAL },
  {
    count: 1,
    who: 'secondary',
    lines: [
      { ago: 12, days: 3, category: 'INTR' },
      { ago: 4, days: 2.5, category: 'INTR' },
    ],
    away: USUAL,
  },
  { count: 30, who: 'any', lines: [], away: USUAL },
];
