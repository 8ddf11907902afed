import { addDays, type CalendarDay, daysBetween, mondayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nearestDay } from '../calendar/working-days';

/**
 * The same weekday in the nth following week (Monday to Sunday) that has a pupil day, moved on to
 * the next pupil day; counted back, to the pupil day before. Throws TermsNotLoaded.
 */
export function nthSchoolWeek(anchor: CalendarDay, n: number, calendar: Calendar): CalendarDay {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of weeks.`);
  const step = n < 0 ? -1 : 1;
  const start = mondayOf(anchor);
  let monday = start;
  for (let left = Math.abs(n); left > 0;) {
    monday = addDays(monday, 7 * step);
    if (hasPupilDay(monday, calendar)) left -= 1;
  }
  const sameWeekday = addDays(monday, daysBetween(start, anchor));
  return nearestDay(sameWeekday, step, (day) => calendar.isSchoolDay(day));
}

function hasPupilDay(monday: CalendarDay, calendar: Calendar): boolean {
  return [0, 1, 2, 3, 4].some((n) => calendar.isSchoolDay(addDays(monday, n)));
}
