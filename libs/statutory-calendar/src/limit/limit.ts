import { addDays, addMonths, type CalendarDay, civilDateOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nearestDay } from '../calendar/working-days';
import { nthCountingDay } from './counting-days';
import { nthSchoolWeek } from './school-weeks';

/**
 * A time limit as data: calendar days and weeks, working days, school days and weeks, months
 * (statutory.md 0.1, handbook 1.2). `roll` first moves an anchor that is not itself a working or
 * school day forward to the next one: local service clocks do that, statutory ones never.
 */
export type Limit =
  | {
      readonly unit: 'CD' | 'CW' | 'WD' | 'SD' | 'SW' | 'months';
      readonly n: number;
      readonly roll?: boolean;
    }
  | {
      readonly unit: 'daysBeginning' | 'monthsBeginning' | 'workingDaysBeginning';
      readonly n: number;
    }
  | { readonly unit: 'before' }
  | { readonly unit: 'on' };

/**
 * The last day on which the act is in time; a negative n counts back from the anchor. Nothing is
 * moved for weekends or holidays. Throws NotACalendarDay, RangeError for n that is not whole, and
 * TermsNotLoaded where school days are counted outside the loaded terms.
 */
export function lastDayOf(limit: Limit, from: CalendarDay, calendar: Calendar): CalendarDay {
  const anchor = rolledAnchor(limit, from, calendar);
  switch (limit.unit) {
    case 'CD':
      return addDays(anchor, limit.n);
    case 'CW':
      return addDays(anchor, 7 * limit.n);
    case 'months':
      return addMonths(anchor, limit.n);
    case 'WD':
      return nthCountingDay(anchor, limit.n, (day) => calendar.isWorkingDay(day));
    case 'SD':
      return nthCountingDay(anchor, limit.n, (day) => calendar.isSchoolDay(day));
    case 'SW':
      return nthSchoolWeek(anchor, limit.n, calendar);
    case 'daysBeginning':
      return addDays(anchor, atLeastOne(limit.n) - 1);
    case 'monthsBeginning':
      return dayBeforeCorresponding(anchor, atLeastOne(limit.n));
    case 'workingDaysBeginning':
      return nthCountingDay(addDays(anchor, -1), atLeastOne(limit.n), (day) =>
        calendar.isWorkingDay(day),
      );
    case 'before':
      return addDays(anchor, -1);
    case 'on':
      return anchor;
  }
}

/** The day the count starts from: the anchor, or the next day that counts if the limit rolls. */
export function rolledAnchor(limit: Limit, from: CalendarDay, calendar: Calendar): CalendarDay {
  civilDateOf(from);
  if (!('roll' in limit) || !limit.roll) return from;
  if (limit.unit === 'WD') return calendar.firstWorkingDayOnOrAfter(from);
  if (limit.unit === 'SD' || limit.unit === 'SW') {
    return nearestDay(from, 1, (day) => calendar.isSchoolDay(day));
  }
  return from;
}

/** "N months beginning with": the end of the month is the last day if there is no such date. */
export function dayBeforeCorresponding(from: CalendarDay, n: number): CalendarDay {
  const corresponding = addMonths(from, n);
  const clamped = civilDateOf(corresponding).date !== civilDateOf(from).date;
  return clamped ? corresponding : addDays(corresponding, -1);
}

function atLeastOne(n: number): number {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`A period that begins with a day has at least one day in it, not ${n}.`);
  }
  return n;
}
