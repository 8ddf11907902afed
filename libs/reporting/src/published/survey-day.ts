import { addDays, type CalendarDay, mondayOf } from '@app/statutory-calendar';

/** The day of the SEN2 survey that looks back on this year: the third Thursday of the January after it. */
export function surveyDayAfter(year: number): CalendarDay {
  const first = `${year + 1}-01-01`;
  const thursday = addDays(mondayOf(first), 3);
  return addDays(thursday, thursday < first ? 21 : 14);
}
