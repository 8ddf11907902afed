import { type CalendarDay, isCalendarDay, NotACalendarDay } from '../day/calendar-day';
import { type Calendar, type SchoolTerms } from './calendar';
import { type BankHolidays } from './england-bank-holidays';
import { fingerprint } from './fingerprint';
import { SchoolDays } from './school-days';
import { nearestDay, WorkingDays } from './working-days';

/** What a calendar is made of. */
export interface CalendarInput {
  readonly bankHolidays: readonly CalendarDay[];
  /** What a bank holiday is called; as the shipped list has it where nothing is given. */
  readonly titleOf?: BankHolidays['titleOf'];
  /** Further days on which the council is closed; the school may be open. */
  readonly closures?: readonly CalendarDay[];
  readonly terms?: SchoolTerms;
  readonly version?: string;
}

/** Makes a calendar from loaded days. Throws NotACalendarDay, and RangeError for terms that end before they start or overlap. */
export function makeCalendar(input: CalendarInput): Calendar {
  checkDays(input);
  const { bankHolidays, closures = [], terms } = input;
  const office = new WorkingDays(bankHolidays, closures, input.titleOf);
  const school = new SchoolDays(terms?.name ?? 'this school', terms, office);
  const isWorkingDay = (day: CalendarDay) => office.includes(day);
  return {
    version:
      input.version ?? `calendar ${fingerprint([JSON.stringify([bankHolidays, closures, terms])])}`,
    schoolName: school.schoolName,
    termsLoadedTo: school.loadedTo,
    ...(terms && { terms }),
    isWorkingDay,
    isSchoolDay: (day) => school.whyNot(day) === undefined,
    lastWorkingDayOnOrBefore: (day) => nearestDay(day, -1, isWorkingDay),
    firstWorkingDayOnOrAfter: (day) => nearestDay(day, 1, isWorkingDay),
    workingDaysBetween: (from, to) => office.between(from, to),
    whyNotWorkingDay: (day) => office.whyNot(day),
    whyNotSchoolDay: (day) => school.whyNot(day),
  };
}

function checkDays({ bankHolidays, closures = [], terms }: CalendarInput): void {
  const days = [
    ...bankHolidays,
    ...closures,
    ...(terms?.inset ?? []),
    ...(terms?.terms ?? []).flat(),
  ];
  const wrong = days.find((day) => !isCalendarDay(day));
  if (wrong !== undefined) throw new NotACalendarDay(wrong);
  for (const [first, last] of terms?.terms ?? []) {
    if (last < first) {
      throw new RangeError(
        `${terms?.name ?? 'A school'} has a term from ${first} to ${last}: it ends before it starts.`,
      );
    }
  }
  checkOverlaps(terms);
}

function checkOverlaps(terms: SchoolTerms | undefined): void {
  const inOrder = (terms?.terms ?? []).toSorted(([a], [b]) => (a < b ? -1 : 1));
  inOrder.slice(1).forEach(([first, last], before) => {
    const [, earlierLast] = inOrder[before]!;
    if (first <= earlierLast)
      throw new RangeError(
        `${terms?.name ?? 'A school'} has a term from ${first} to ${last} that overlaps the term before it, which ends on ${earlierLast}.`,
      );
  });
}
