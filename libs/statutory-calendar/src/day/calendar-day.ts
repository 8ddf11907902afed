import { type CivilDate, daysInMonth, fromDayNumber, toDayNumber } from './day-number';

/** 'YYYY-MM-DD', a civil date in Europe/London. */
export type CalendarDay = string;

/** Three letters, as the rule book's tables print it. */
export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';

/** Thrown where a day was expected and something else came. */
export class NotACalendarDay extends Error {
  constructor(readonly given: unknown) {
    super(
      `${typeof given === 'string' ? `“${given}”` : String(given)} is not a date. Give a real date ` +
        'between 1900 and 2100 as year-month-day, for example 2026-10-05.',
    );
    this.name = 'NotACalendarDay';
  }
}

const WEEKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True only for real dates of the years 1900 to 2100, written YYYY-MM-DD. */
export function isCalendarDay(text: unknown): text is CalendarDay {
  return readDay(text) !== undefined;
}

/** Year, month (1-12) and date (1-31). Throws NotACalendarDay. */
export function civilDateOf(day: CalendarDay): CivilDate {
  const civil = readDay(day);
  if (!civil) throw new NotACalendarDay(day);
  return civil;
}

/** The day written YYYY-MM-DD. Throws NotACalendarDay outside the years 1900 to 2100. */
export function calendarDay({ year, month, date }: CivilDate): CalendarDay {
  const text = `${year}-${twoDigits(month)}-${twoDigits(date)}`;
  if (!isCalendarDay(text)) throw new NotACalendarDay(text);
  return text;
}

/** Days since 1970-01-01. Throws NotACalendarDay. */
export function dayNumberOf(day: CalendarDay): number {
  return toDayNumber(civilDateOf(day));
}

/** The day n calendar days later, or earlier if n is negative. Throws NotACalendarDay. */
export function addDays(day: CalendarDay, n: number): CalendarDay {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of days.`);
  return calendarDay(fromDayNumber(dayNumberOf(day) + n));
}

/** Calendar days from the first to the second: `to - from`, negative if `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/**
 * The corresponding date n months later (earlier if negative): the same day number, or the last
 * day of the month where there is none (Dodds v Walker [1981] 1 WLR 1027). Throws NotACalendarDay.
 */
export function addMonths(day: CalendarDay, n: number): CalendarDay {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of months.`);
  const { year, month, date } = civilDateOf(day);
  const months = year * 12 + (month - 1) + n;
  const inYear = Math.floor(months / 12);
  const inMonth = months - inYear * 12 + 1;
  return calendarDay({
    year: inYear,
    month: inMonth,
    date: Math.min(date, daysInMonth(inYear, inMonth)),
  });
}

/** The day of the week. Throws NotACalendarDay. */
export function weekdayOf(day: CalendarDay): Weekday {
  const fromMonday = (((dayNumberOf(day) + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return WEEKDAYS[fromMonday] as Weekday;
}

/** The Monday of the week in which the day lies. Throws NotACalendarDay. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}

function readDay(text: unknown): CivilDate | undefined {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!parts) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || date < 1) return undefined;
  return date <= daysInMonth(year, month) ? { year, month, date } : undefined;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
