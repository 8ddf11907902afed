import { addDays, type CalendarDay } from '../day/calendar-day';
import { dayAndMonth } from '../day/day-words';
import { type Calendar, type DayOff } from '../calendar/calendar';

interface Run {
  readonly title: string;
  readonly kind: DayOff['kind'];
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/**
 * The weekdays between two days (both included) that do not count, each with its title and dates:
 * 'Good Friday, 3 April', 'Half term, 26 October to 30 October'. Throws TermsNotLoaded.
 */
export function daysLeftOut(
  unit: 'WD' | 'SD',
  first: CalendarDay,
  last: CalendarDay,
  calendar: Calendar,
): readonly string[] {
  const why = (day: CalendarDay) =>
    unit === 'WD' ? calendar.whyNotWorkingDay(day) : calendar.whyNotSchoolDay(day);
  const runs: Run[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const off = why(day);
    if (off && off.kind !== 'weekend') addTo(runs, day, off, why);
  }
  return runs.map(inWords);
}

function addTo(
  runs: Run[],
  day: CalendarDay,
  { title, kind }: DayOff,
  why: (day: CalendarDay) => DayOff | undefined,
): void {
  const before = runs.findLast((run) => run.title === title);
  if (before && isUnbroken(addDays(before.last, 1), day, why)) {
    runs[runs.indexOf(before)] = { ...before, last: day };
  } else {
    runs.push({ title, kind, first: day, last: day });
  }
}

/** True if nothing but weekends and days off lies from one day up to the other. */
function isUnbroken(
  from: CalendarDay,
  to: CalendarDay,
  why: (day: CalendarDay) => DayOff | undefined,
): boolean {
  for (let day = from; day < to; day = addDays(day, 1)) if (!why(day)) return false;
  return true;
}

function inWords({ title, first, last }: Run): string {
  const name = `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
  const dates =
    first === last ? dayAndMonth(first) : `${dayAndMonth(first)} to ${dayAndMonth(last)}`;
  return `${name}, ${dates}`;
}
