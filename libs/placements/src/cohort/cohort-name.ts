import { type CalendarDay } from '@app/statutory-calendar';

const FIRST_MONTH_OF_NOMINATIONS = 9;

/** The cohort that is in Year 6 on this day, named by the year of its September: '2027'. */
export function cohortOn(day: CalendarDay): string {
  const year = Number(day.slice(0, 4));
  return String(Number(day.slice(5, 7)) >= FIRST_MONTH_OF_NOMINATIONS ? year + 1 : year);
}

/** 'September 2027'. */
export function cohortWords(cohort: string): string {
  return /^\d{4}$/.test(cohort) ? `September ${cohort}` : cohort;
}
