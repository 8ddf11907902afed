import { addDays, type CalendarDay } from '../day/calendar-day';

/**
 * The nth day after the anchor that counts, before it if n is negative; the anchor itself if n is
 * 0. The anchor never counts. Throws RangeError if n is not whole.
 */
export function nthCountingDay(
  anchor: CalendarDay,
  n: number,
  counts: (day: CalendarDay) => boolean,
): CalendarDay {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of days.`);
  const step = n < 0 ? -1 : 1;
  let day = anchor;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (counts(day)) left -= 1;
  }
  return day;
}
