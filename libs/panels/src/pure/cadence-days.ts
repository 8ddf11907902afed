import {
  addDays,
  addMonths,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  mondayOf,
} from '@app/statutory-calendar';
import { type Cadence } from './terms';

/** The days that a series names up to a day, before any of them is moved or left out. Throws TermsNotLoaded. */
export function* daysOf(
  cadence: Cadence,
  to: CalendarDay,
  calendar: Calendar,
): Generator<CalendarDay> {
  if (cadence.every === 'dates') {
    const named = [...new Set(cadence.dates ?? [])].sort();
    return yield* named.filter((day) => day <= to);
  }
  for (let day = firstDay(cadence); day <= to; day = dayAfter(day, cadence, calendar)) yield day;
}

function firstDay({ every, weekday, from }: Cadence): CalendarDay {
  if (every !== 'month') return onOrAfter(from, weekday);
  const inMonth = firstOfMonth(from, weekday);
  return inMonth >= from ? inMonth : firstOfMonth(addMonths(monthStart(from), 1), weekday);
}

function dayAfter(day: CalendarDay, { every, weekday }: Cadence, calendar: Calendar): CalendarDay {
  if (every === 'week') return addDays(day, 7);
  if (every === 'fortnight') return addDays(day, 14);
  if (every === 'month') return firstOfMonth(addMonths(monthStart(day), 1), weekday);
  const inWeek = lastDayOf({ unit: 'SW', n: 6 }, mondayOf(day), calendar);
  return addDays(mondayOf(inWeek), weekday - 1);
}

const monthStart = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;

const firstOfMonth = (day: CalendarDay, weekday: Cadence['weekday']) =>
  onOrAfter(monthStart(day), weekday);

function onOrAfter(day: CalendarDay, weekday: Cadence['weekday']): CalendarDay {
  const inWeek = addDays(mondayOf(day), weekday - 1);
  return inWeek >= day ? inWeek : addDays(inWeek, 7);
}
