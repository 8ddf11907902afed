import { addDays, type CalendarDay, weekdayOf } from '@app/statutory-calendar';

/** One year's SEN2 return: what it is about. */
export interface Collection {
  readonly year: number;
  /** Survey day: plans are active, and children placed, as at this day. */
  readonly census: CalendarDay;
  /** The calendar year of requests, assessments, reviews and ceased plans. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const THURSDAY = 3;

/** The return of a year: survey day is the third Thursday of January, the events those of the year before. */
export function collectionOf(year: number): Collection {
  const first = `${year}-01-01`;
  const toThursday = (THURSDAY - DAYS.indexOf(weekdayOf(first)) + 7) % 7;
  return {
    year,
    census: addDays(first, toThursday + 14),
    from: `${year - 1}-01-01`,
    to: `${year - 1}-12-31`,
  };
}

/** Whether a day lies in the calendar year that the return is about. */
export const inYear = (day: CalendarDay | null, { from, to }: Collection) =>
  day !== null && from <= day && day <= to;

/** The return that is collected next, or now: from the survey day of a year the one of that year. */
export function collectionOn(today: CalendarDay): Collection {
  const year = Number(today.slice(0, 4));
  return collectionOf(today >= `${year}-07-01` ? year + 1 : year);
}
