import { type CalendarDay, daysBetween } from '@app/statutory-calendar';

const EARLY = '2000-01-01';
const numbers = new Map<CalendarDay, number>();

/** Counts days as `daysBetween` does, and reads each date once: thousands of cases share the same few dates. */
export function daysFrom(from: CalendarDay, to: CalendarDay): number {
  return numberOf(to) - numberOf(from);
}

function numberOf(day: CalendarDay): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = daysBetween(EARLY, day);
  numbers.set(day, number);
  return number;
}
