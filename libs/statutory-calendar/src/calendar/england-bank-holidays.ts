import { type CalendarDay } from '../day/calendar-day';
import holidays from '../data/bank-holidays.json';
import { fingerprint } from './fingerprint';

/** Days that the office is shut by law, as the government publishes them. */
export interface BankHolidays {
  /** Identifies this copy of the data. */
  readonly version: string;
  readonly days: readonly CalendarDay[];
  /** Last day of the last year in the data: past it no holiday is known. */
  readonly loadedTo: CalendarDay;
  /** 'Good Friday', or undefined if the day is not a bank holiday. */
  readonly titleOf: (day: CalendarDay) => string | undefined;
}

const events = holidays['england-and-wales'].events;
const titles = new Map<CalendarDay, string>(events.map(({ date, title }) => [date, title]));
const days: readonly CalendarDay[] = [...titles.keys()].sort();

/** The bank holidays of England and Wales (gov.uk/bank-holidays.json) shipped with the product. */
export const englandBankHolidays: BankHolidays = {
  version: `england-and-wales ${fingerprint(days)}`,
  days,
  loadedTo: `${(days.at(-1) ?? '').slice(0, 4)}-12-31`,
  titleOf: (day) => titles.get(day),
};
