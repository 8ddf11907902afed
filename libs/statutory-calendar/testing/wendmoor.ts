import { makeCalendar, type CalendarDay } from '@app/statutory-calendar';
import scenarios from '../../../test/vectors/scenarios.json';

const { name, terms, inset, bankHolidays } = scenarios.calendar;

/** The reference calendar of the handbook's scenarios (pathways.md 1.3). */
export const wendmoor = makeCalendar({
  bankHolidays,
  terms: { name, inset, terms: terms as unknown as (readonly [CalendarDay, CalendarDay])[] },
});

/** The same office without any school. */
export const office = makeCalendar({ bankHolidays });

/** The same school while only the terms that start before a day are known. */
export function wendmoorLoadedBefore(day: CalendarDay) {
  const known = wendmoor.terms?.terms.filter(([start]) => start < day) ?? [];
  return makeCalendar({ bankHolidays, terms: { name, inset, terms: known } });
}
