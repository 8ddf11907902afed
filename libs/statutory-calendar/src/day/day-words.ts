import { type CalendarDay, civilDateOf, weekdayOf } from './calendar-day';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAY_NAMES = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
} as const;

/** 'Monday': the full name of the day of the week. */
export function weekdayName(day: CalendarDay): string {
  return WEEKDAY_NAMES[weekdayOf(day)];
}

/** 'Monday 5 October 2026', for sentences. Throws NotACalendarDay. */
export function longDay(day: CalendarDay): string {
  return `${weekdayName(day)} ${plainDay(day)}`;
}

/** 'Mon 5 October 2026', for tables: weekday short, month never cut. Throws NotACalendarDay. */
export function shortDay(day: CalendarDay): string {
  return `${weekdayOf(day)} ${plainDay(day)}`;
}

/** '5 October 2026'. Throws NotACalendarDay. */
export function plainDay(day: CalendarDay): string {
  return `${dayAndMonth(day)} ${civilDateOf(day).year}`;
}

/** '5 October', where the year is clear from the sentence. Throws NotACalendarDay. */
export function dayAndMonth(day: CalendarDay): string {
  const { month, date } = civilDateOf(day);
  return `${date} ${MONTHS[month - 1] as string}`;
}
