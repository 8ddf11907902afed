import {
  addDays,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  mondayOf,
  schoolYearOf,
  type Term,
  termsOf,
  TermsNotLoaded,
} from '@app/statutory-calendar';

/** From the first to the last day, both included. */
export interface Window {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The windows in which attendance and suspensions are counted. */
export type WindowName =
  'year' | 'thisTerm' | 'lastTerm' | 'lastTwoTerms' | 'threeTerms' | 'sixWeeks' | 'fourWeeks';

/** The windows up to a day; one that reaches past the terms that are loaded is not there. */
export type Windows = Readonly<Partial<Record<WindowName, Window>>>;

/**
 * The windows that end on a day, in the terms of one school. In the holidays “this term” is the one
 * that has just ended; the last term and the last two are those before it.
 */
export function windowsOn(day: CalendarDay, calendar: Calendar): Windows {
  const begun = termsUpTo(day, calendar);
  const [now, last, before] = [begun.at(-1), begun.at(-2), begun.at(-3)];
  const [four, six] = [4, 6].map((n) => weeksBack(n, day, calendar));
  const first = begun.find(({ schoolYear }) => schoolYear === now?.schoolYear);
  return {
    ...(four && { fourWeeks: four }),
    ...(six && { sixWeeks: six }),
    ...(now && { thisTerm: { from: startOf(now), to: day } }),
    ...(first && { year: { from: startOf(first), to: day } }),
    ...(last && { lastTerm: { from: startOf(last), to: endOf(last) } }),
    ...(last && before && { lastTwoTerms: { from: startOf(before), to: endOf(last) } }),
    ...(before && { threeTerms: { from: startOf(before), to: day } }),
  };
}

/** The school weeks of this term up to a day, each from its Monday. */
export function weeksOfTerm(day: CalendarDay, calendar: Calendar): Window[] {
  const term = termsUpTo(day, calendar).at(-1);
  if (!term) return [];
  const weeks: Window[] = [];
  for (let monday = mondayOf(startOf(term)); monday <= day; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n));
    if (days.some((it) => isPupilDay(it, calendar)))
      weeks.push({ from: monday, to: addDays(monday, 6) });
  }
  return weeks;
}

/** A term by its name, as '2026-autumn': autumn of the school year that begins in 2026. */
export const termCode = ({ schoolYear, season }: Pick<Term, 'schoolYear' | 'season'>) =>
  `${schoolYear}-${season}`;

/** The terms that lie in a window wholly, or as far as the day to which it runs. */
export function termsIn(window: Window, calendar: Calendar): string[] {
  return termsUpTo(window.to, calendar)
    .filter((term) => startOf(term) >= window.from)
    .map(termCode);
}

function termsUpTo(day: CalendarDay, calendar: Calendar): Term[] {
  if (!calendar.terms) return [];
  const year = schoolYearOf(day);
  return termsOf(calendar.terms).filter(
    (term) => startOf(term) <= day && term.schoolYear >= year - 2,
  );
}

/** The last school weeks: that of the day is one of them, weeks of holiday are none. Nothing where the terms are not loaded. */
export function weeksBack(n: number, day: CalendarDay, calendar: Calendar): Window | undefined {
  try {
    const before = lastDayOf({ unit: 'SW', n: -n }, day, calendar);
    return { from: addDays(before, 1), to: day };
  } catch (error) {
    if (error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

function isPupilDay(day: CalendarDay, calendar: Calendar): boolean {
  try {
    return calendar.isSchoolDay(day);
  } catch (error) {
    if (error instanceof TermsNotLoaded) return false;
    throw error;
  }
}

const startOf = ({ blocks }: Term): CalendarDay => blocks[0]?.[0] ?? '';
const endOf = ({ blocks }: Term): CalendarDay => blocks.at(-1)?.[1] ?? '';
