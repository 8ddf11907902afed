import { z } from 'zod';
import { type CalendarDay, isCalendarDay } from '../day/calendar-day';
import { plainDay } from '../day/day-words';
import { type BankHolidays, englandBankHolidays } from './england-bank-holidays';
import { fingerprint } from './fingerprint';

/** One bank holiday as the government publishes it. */
export interface HolidayEvent {
  readonly date: CalendarDay;
  readonly title: string;
}

/** A list of bank holidays that cannot be used; the message says what is wrong and where. */
export class BadHolidayList extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadHolidayList';
  }
}

const event = z.object({
  title: z.string().min(1),
  date: z.string().refine(isCalendarDay, { error: 'is not a date like 2026-12-28' }),
});
const shape = z.object({ 'england-and-wales': z.object({ events: z.array(event).min(1) }) });

/** Reads the government's file (bank-holidays.json), England and Wales only. Throws BadHolidayList. */
export function readBankHolidays(file: unknown): readonly HolidayEvent[] {
  const read = shape.safeParse(file);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BadHolidayList(
      `This is not the government’s list of bank holidays. At ${issue?.path.join(', ') || 'the top'}: ${issue?.message ?? ''}`,
    );
  }
  const { events } = read.data['england-and-wales'];
  const days = events.map(({ date }) => date);
  const twice = days.find((day, at) => days.indexOf(day) !== at);
  if (twice) throw new BadHolidayList(`${plainDay(twice)} stands in the list twice.`);
  return events
    .map(({ date, title }) => ({ date, title }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The shipped bank holidays with a newer list on top: a year that the list has is taken from it whole. */
export function bankHolidaysWith(newer: readonly HolidayEvent[] | null): BankHolidays {
  if (!newer?.length) return englandBankHolidays;
  const yearOf = (day: CalendarDay) => day.slice(0, 4);
  const years = new Set(newer.map(({ date }) => yearOf(date)));
  const older = englandBankHolidays.days.filter((day) => !years.has(yearOf(day)));
  const titles = new Map(newer.map(({ date, title }) => [date, title]));
  const days = [...older, ...titles.keys()].sort();
  return {
    version: `england-and-wales ${fingerprint(days)}`,
    days,
    loadedTo: `${yearOf(days.at(-1)!)}-12-31`,
    titleOf: (day) => titles.get(day) ?? englandBankHolidays.titleOf(day),
  };
}
