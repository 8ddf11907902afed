import {
  addDays,
  addMonths,
  type CalendarDay,
  isCalendarDay,
  plainDay,
} from '@app/statutory-calendar';
import { quoted, type Reading } from './reading';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LIKE = 'day, month and year, like 27/03/2016';
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/;
const DAY_FIRST = /^(\d{1,2})[ /.-]+(\d{1,2})[ /.-]+(\d{1,4})$/;
const YEAR_FIRST = /^(\d{4})[ /.-](\d{1,2})[ /.-](\d{1,2})$/;
const IN_WORDS = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{1,4})$/i;
const NO_YEAR = /^\d{1,2}[ /.-]([a-z]{3,9}|\d{1,2})$|^[a-z]{3,9}[ /.-]\d{1,2}$/i;
const SPREADSHEET_NUMBER = /^\d{5}(\.\d+)?$/;
const FIRST_SERIAL = { number: 61, day: '1900-03-01' }; // before it spreadsheets count a 29 February 1900 that never was
const LAST_SERIAL = 73_050;

/** A day as people type it, day first: 27/3/2016, 27 3 2016, 27 March 2016, 2016-03-27. */
export function readTypedDay(typed: string): Reading<CalendarDay> {
  const text = typed.trim().replace(TIME_OF_DAY, '');
  const words = IN_WORDS.exec(text);
  if (words) return inWords(text, words[1] ?? '', words[2] ?? '', words[3] ?? '');
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return real(text, dayFirst[3] ?? '', Number(dayFirst[2]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return real(text, yearFirst[1] ?? '', Number(yearFirst[2]), Number(yearFirst[3]));
  return { problem: whyNot(text) };
}

function whyNot(text: string): string {
  if (SPREADSHEET_NUMBER.test(text)) return spreadsheetNumber(text);
  if (NO_YEAR.test(text)) return `${quoted(text)} is not a whole date. Type ${LIKE}`;
  if (/^#+$/.test(text))
    return `The spreadsheet shows # signs in place of a date: make the column wider, then type ${LIKE}`;
  return `${quoted(text)} is not a date. Type ${LIKE}`;
}

function spreadsheetNumber(text: string): string {
  const day = dayOfSerial(Number(text));
  if (!day) return `${quoted(text)} is not a date. Type ${LIKE}`;
  return `${quoted(text)} is how a spreadsheet stores ${plainDay(day)}. If that is the date, type ${slashed(day)}`;
}

/** The day that a spreadsheet stores as this number; undefined for a number that is none. */
export function dayOfSerial(serial: number): CalendarDay | undefined {
  const number = Math.floor(serial);
  if (number < FIRST_SERIAL.number || number > LAST_SERIAL) return undefined;
  return addDays(FIRST_SERIAL.day, number - FIRST_SERIAL.number);
}

function inWords(text: string, date: string, name: string, year: string): Reading<CalendarDay> {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return { problem: `${quoted(text)} names no month. Type ${LIKE}` };
  return real(text, year, month, Number(date));
}

function real(text: string, year: string, month: number, date: number): Reading<CalendarDay> {
  if (year.length !== 4)
    return { problem: `${quoted(text)} needs a year of four digits. Type ${LIKE}` };
  const day = `${year}-${two(month)}-${two(date)}`;
  if (isCalendarDay(day)) return { value: day };
  return { problem: `${quoted(text)} is not a real date. ${unreal(Number(year), month, date)}` };
}

function unreal(year: number, month: number, date: number): string {
  if (year < 1900 || year > 2100) return `Check the year. Type ${LIKE}`;
  if (month > 12 && date <= 12 && date > 0)
    return `There is no month ${month}. If the month came first, type ${two(month)}/${two(date)}/${year}`;
  if (month < 1 || month > 12) return `There is no month ${month}. Type ${LIKE}`;
  const last = addDays(addMonths(`${year}-${two(month)}-01`, 1), -1);
  return `The last day of that month is ${plainDay(last)}`;
}

const two = (n: number) => String(n).padStart(2, '0');

/** '27/03/2016': how the product asks for a day in a file. */
export const slashed = (day: CalendarDay) => day.split('-').reverse().join('/');
