import { addDays, type Calendar, type CalendarDay, weekdayOf } from '@app/statutory-calendar';
import { type WorkStep } from './work-step';

/** The groups of a list, most urgent first. */
export const GROUPS = {
  late: 'Late or due today',
  week: 'Due this week',
  next: 'Due next week',
  later: 'Later',
} as const;

export type Group = keyof typeof GROUPS;

const ORDER = Object.keys(GROUPS) as Group[];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WITHOUT_DATE = 42; // days: a step that can be taken now comes before a date that is further off
const SOON = 5; // working days within which a second legal date of the same case gets its own row

/** The group of a day: weeks run from Monday to Sunday. A step without a date comes later. */
export function groupOf(dueOn: CalendarDay | null, today: CalendarDay): Group {
  return grouping(today)(dueOn);
}

/** Late first, then by week; in each group, dates set by law come first, then by day, then by reference. */
export function byUrgency(today: CalendarDay) {
  const group = grouping(today);
  const later = addDays(today, WITHOUT_DATE);
  return (a: WorkStep, b: WorkStep): number =>
    ORDER.indexOf(group(a.dueOn)) - ORDER.indexOf(group(b.dueOn)) ||
    Number(b.byLaw) - Number(a.byLaw) ||
    (a.dueOn ?? later).localeCompare(b.dueOn ?? later) ||
    a.key.localeCompare(b.key);
}

/** The grouping of one day, with its two Sundays worked out once: sorting asks thousands of times. */
function grouping(today: CalendarDay): (dueOn: CalendarDay | null) => Group {
  const sunday = addDays(today, 6 - WEEKDAYS.indexOf(weekdayOf(today)));
  const nextSunday = addDays(sunday, 7);
  return (dueOn) => {
    if (dueOn === null) return 'later';
    if (dueOn <= today) return 'late';
    if (dueOn <= sunday) return 'week';
    return dueOn <= nextSunday ? 'next' : 'later';
  };
}

/** What a list shows of one case: a step, and how many like it stand behind it. */
export interface Chosen {
  readonly step: WorkStep;
  /** Further steps of the same kind, as other advice that is late. */
  readonly alike: readonly WorkStep[];
}

/**
 * The rows of one case: its most urgent step, any other with a legal date that is late or fewer than
 * 5 working days off, and every task and action. A possible step goes before a blocked one of the same day.
 */
export function chosenOf(
  steps: readonly WorkStep[],
  today: CalendarDay,
  calendar: Calendar,
): Chosen[] {
  const ordered = [...steps].sort(byUrgency(today));
  const kinds = new Map<string, WorkStep[]>();
  for (const step of ordered) {
    const kind = personalId(step) ?? step.clock?.code ?? step.key;
    kinds.set(kind, [...(kinds.get(kind) ?? []), step]);
  }
  const rows = [...kinds.values()].flatMap(([step, ...alike]) => (step ? [{ step, alike }] : []));
  const first =
    rows.find(({ step }) => !personalId(step) && !step.reasons.length) ??
    rows.find(({ step }) => !personalId(step));
  return rows.filter(
    (row) => row === first || personalId(row.step) || isPressing(row.step, today, calendar),
  );
}

/** A task or an action is for one person, whatever else the case asks for. */
const personalId = ({ taskId, actionId }: WorkStep) => taskId ?? actionId;

function isPressing(
  { byLaw, dueOn, event }: WorkStep,
  today: CalendarDay,
  calendar: Calendar,
): boolean {
  return (
    byLaw &&
    event !== undefined &&
    dueOn !== null &&
    calendar.workingDaysBetween(today, dueOn) < SOON
  );
}
