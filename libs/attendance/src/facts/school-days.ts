import { addDays, type Calendar, type CalendarDay, TermsNotLoaded } from '@app/statutory-calendar';

/** School days after one day, up to another; as far as the terms are loaded. */
export function schoolDaysAfter(
  from: CalendarDay,
  to: CalendarDay,
  calendar: Calendar,
  most: number,
): number {
  let count = 0;
  try {
    for (let day = addDays(from, 1); day <= to && count < most; day = addDays(day, 1))
      if (calendar.isSchoolDay(day)) count += 1;
  } catch (error) {
    if (!(error instanceof TermsNotLoaded)) throw error;
  }
  return count;
}
