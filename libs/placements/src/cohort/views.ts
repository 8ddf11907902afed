import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type CohortChild } from './cohort-child';
import { reachedStep } from './funnel';
import { nextClock } from './next-date';

/** A step due within so many working days needs action. */
export const SOON = 5;

/** What the views are judged by. */
export interface Looking {
  readonly today: CalendarDay;
  readonly calendar: Calendar;
}

export const VIEWS = {
  needs: 'Needs action',
  family: 'Waiting for family',
  worker: 'No worker yet',
  baseline: 'Baseline',
  visits: 'Visits',
  all: 'All nominated',
} as const;

export type ViewKey = keyof typeof VIEWS;

/** States in which a child holds a place and somebody works with the family. */
const WITH_US = [
  'accepted',
  'baseline',
  'primary_phase',
  'handed_over',
  'summer_bridge',
  'secondary_phase',
  'not_arrived',
  'exit_review',
];

const IN: Readonly<Record<ViewKey, (child: CohortChild, looking: Looking) => boolean>> = {
  needs: (child, looking) => child.open && (isDueSoon(child, looking) || hasNoWorker(child)),
  family: ({ work }) => work === 'accepted',
  worker: hasNoWorker,
  baseline: ({ work }) => work === 'baseline',
  visits: ({ work }) => work === 'primary_phase' || work === 'handed_over',
  all: () => true,
};

/** The children of a view, those with the nearest date first. */
export function inView(
  children: readonly CohortChild[],
  view: ViewKey,
  looking: Looking,
): CohortChild[] {
  return children.filter((child) => IN[view](child, looking)).sort(byDate);
}

/** The children behind one number of the page: a step of the funnel, or the places whose family agreed. */
export function behindNumber(children: readonly CohortChild[], key: string): CohortChild[] {
  if (key === 'agreed-places') return children.filter(holdsAgreedPlace).sort(byDate);
  return reachedStep(children, key).sort(byDate);
}

/** Whether this child holds a place and the family has agreed. */
export function holdsAgreedPlace({ placeNumber, work }: CohortChild): boolean {
  return placeNumber !== null && work !== 'accepted';
}

function hasNoWorker({ open, work, state }: CohortChild): boolean {
  return (
    open &&
    WITH_US.includes(work) &&
    !['allocated', 'covered'].includes(state.value['ownership'] ?? '')
  );
}

function isDueSoon(child: CohortChild, { today, calendar }: Looking): boolean {
  const next = nextClock(child);
  return (
    next !== undefined &&
    next.code !== 'waitlist_close' &&
    calendar.workingDaysBetween(today, next.dueOn) <= SOON
  );
}

const LAST = '9999';

function byDate(a: CohortChild, b: CohortChild): number {
  return (
    Number(b.open) - Number(a.open) ||
    (nextClock(a)?.dueOn ?? LAST).localeCompare(nextClock(b)?.dueOn ?? LAST) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    a.name.localeCompare(b.name)
  );
}
