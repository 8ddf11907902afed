import { type CalendarDay } from '@app/statutory-calendar';

/** Who records a step. */
export type Hand = 'officer' | 'reviewer' | 'manager' | 'system';

/** One thing that happened to a case. */
export interface StoryStep {
  readonly on: CalendarDay;
  readonly type: string;
  readonly by: Hand;
  /** Whoever gets the case. */
  readonly to?: Hand;
  /** Taken over the event's example. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One case from its opening on. */
export interface Story {
  readonly pathway: 'ehc_needs_assessment' | 'annual_review' | 'cessation';
  readonly opening: StoryStep;
  readonly steps: readonly StoryStep[];
}

/** The steps up to a day, in the order of their days; steps of one day keep theirs. */
export function upTo(last: CalendarDay, steps: readonly StoryStep[]): StoryStep[] {
  return steps
    .filter(({ on }) => on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The case gets its officer. */
export const given = (on: CalendarDay, to: Hand): StoryStep => ({
  on,
  type: 'ALLOCATED',
  by: 'manager',
  to,
  payload: { weight: '1', overrideReason: 'Agreed in the team meeting' },
});
