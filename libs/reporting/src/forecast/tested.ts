import { addDays } from '@app/statutory-calendar';
import { type Landmark } from './back-test';
import { AMENDING, ASSESSING, type ForecastWay, REVIEWING } from './ways';

/** A date in law whose forecasts are looked back at, and the days on which they were made. */
export interface Tested {
  readonly key: TestedKey;
  readonly way: ForecastWay;
  readonly clock: string;
  readonly landmarks: readonly Landmark[];
}

export type TestedKey = 'assessments' | 'reviews' | 'decisions' | 'plans';

/** Weeks of the 20-week clock. */
const inWeek = (week: number): Landmark => ({
  key: `week-${week}`,
  label: `In week ${week}`,
  dayOf: (start) => addDays(start, 7 * week),
});

const weeksBefore = (weeks: number, label: string): Landmark => ({
  key: `before-${weeks}`,
  label,
  dayOf: (_start, dueOn) => addDays(dueOn, -7 * weeks),
});

/** The 20 weeks; the 12 months of a review; 4 weeks and 12 weeks from its meeting. */
export const TESTED: readonly Tested[] = [
  {
    ...{ key: 'assessments', way: ASSESSING, clock: 'w20' },
    landmarks: [inWeek(6), inWeek(10), inWeek(14)],
  },
  {
    ...{ key: 'reviews', way: REVIEWING, clock: 'ar_conclude_by' },
    landmarks: [weeksBefore(12, '12 weeks before'), weeksBefore(6, '6 weeks before')],
  },
  {
    ...{ key: 'decisions', way: REVIEWING, clock: 'decision' },
    landmarks: [
      weeksBefore(3, '1 week after the meeting'),
      weeksBefore(2, '2 weeks after the meeting'),
    ],
  },
  {
    ...{ key: 'plans', way: AMENDING, clock: 'final_longstop' },
    landmarks: [
      weeksBefore(8, '4 weeks after the meeting'),
      weeksBefore(4, '8 weeks after the meeting'),
    ],
  },
];
