import { type Calendar } from '../calendar/calendar';
import { englandBankHolidays } from '../calendar/england-bank-holidays';
import { makeCalendar } from '../calendar/make-calendar';
import { type CalendarDay, isCalendarDay } from '../day/calendar-day';
import { type RuleContext } from '../rules/rule';
import { termProblems } from '../terms/term-problems';

/** The file is not one of vectors, or its calendars cannot be read; the message says where. */
export class BadVectorFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadVectorFile';
  }
}

interface NamedTerms {
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
}

/** Is it an object with keys? */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the vectors, and the file's own calendars. Without bank holidays, the shipped ones count. */
export function readVectorFile(file: unknown): { vectors: unknown[]; context: RuleContext } {
  if (!isRecord(file) || !Array.isArray(file['vectors'])) {
    throw new BadVectorFile('The file needs “vectors”: a list of { id, rule, input }.');
  }
  const bankHolidays =
    file['bankHolidays'] === undefined
      ? englandBankHolidays.days
      : readDays(file['bankHolidays'], 'bankHolidays');
  const calendars = readCalendars(file['calendars'] ?? {});
  return { vectors: file['vectors'] as unknown[], context: contextOf(bankHolidays, calendars) };
}

function contextOf(
  bankHolidays: readonly CalendarDay[],
  calendars: ReadonlyMap<string, NamedTerms>,
): RuleContext {
  const made = new Map<string, Calendar>();
  return {
    bankHolidays,
    calendar: (names) => {
      const name = names.join(' and ');
      const known = made.get(name) ?? merged(name, names, calendars, bankHolidays);
      made.set(name, known);
      return known;
    },
  };
}

function merged(
  name: string,
  names: readonly string[],
  calendars: ReadonlyMap<string, NamedTerms>,
  bankHolidays: readonly CalendarDay[],
): Calendar {
  const parts = names.map((each) => {
    const part = calendars.get(each);
    if (!part) throw new BadVectorFile(`The file has no calendar called “${each}”.`);
    return part;
  });
  const terms = parts.flatMap((part) => part.terms);
  return makeCalendar({
    bankHolidays,
    terms: { name, terms, inset: parts.flatMap(({ inset }) => inset) },
  });
}

function readCalendars(value: unknown): ReadonlyMap<string, NamedTerms> {
  if (!isRecord(value)) throw new BadVectorFile('“calendars” needs names with terms.');
  return new Map(
    Object.entries(value).map(([name, calendar]) => [name, readTerms(name, calendar)]),
  );
}

function readTerms(name: string, value: unknown): NamedTerms {
  if (!isRecord(value) || !Array.isArray(value['terms'])) {
    throw new BadVectorFile(`The calendar “${name}” needs “terms”: a list of first and last days.`);
  }
  const terms = (value['terms'] as unknown[]).map((term) => {
    const [first, last] = readDays(term, `terms of “${name}”`);
    if (first === undefined || last === undefined || last < first) {
      throw new BadVectorFile(`The calendar “${name}” has a term without a first and a last day.`);
    }
    return [first, last] as const;
  });
  const inset = readDays(
    value['trainingDays'] ?? value['inset'] ?? [],
    `training days of “${name}”`,
  );
  const [wrong] = termProblems({ terms, inset });
  if (wrong) throw new BadVectorFile(`The calendar “${name}” cannot stand. ${wrong.what}.`);
  return { terms, inset };
}

function readDays(value: unknown, what: string): readonly CalendarDay[] {
  if (!Array.isArray(value)) throw new BadVectorFile(`The ${what} must be a list of dates.`);
  return (value as unknown[]).map((entry) => {
    const day = isRecord(entry) ? entry['date'] : entry;
    if (isCalendarDay(day)) return day;
    throw new BadVectorFile(`The ${what} have ${JSON.stringify(entry)}, which is not a date.`);
  });
}
