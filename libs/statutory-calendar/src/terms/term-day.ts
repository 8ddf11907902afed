import { addDays, type CalendarDay } from '../day/calendar-day';
import { schoolYearOf } from '../day/school-year';
import { type Calendar, TermsNotLoaded } from '../calendar/calendar';
import { nearestDay } from '../calendar/working-days';
import { type Block, halfTermOf, type Season, type Term, termsOf } from './school-year-terms';

/** A named day of the school year. */
export type TermDay =
  | 'lastPupilDayOfAutumnTerm'
  | 'lastPupilDayOfSpringTerm'
  | 'lastPupilDayOfSummerTerm'
  | 'lastPupilDayBeforeAutumnHalfTerm'
  | 'endOfAutumnHalfTerm'
  | 'lastPupilDayBeforeFebruaryHalfTerm'
  | 'lastPupilDayBeforeMayHalfTerm'
  | 'firstPupilDayOfAutumnTerm'
  | 'nationalOfferDay';

type Finder = (term: Term, calendar: Calendar) => CalendarDay | undefined;

const FINDERS: Record<Exclude<TermDay, 'nationalOfferDay'>, readonly [Season, Finder]> = {
  lastPupilDayOfAutumnTerm: ['autumn', lastPupilDay],
  lastPupilDayOfSpringTerm: ['spring', lastPupilDay],
  lastPupilDayOfSummerTerm: ['summer', lastPupilDay],
  lastPupilDayBeforeAutumnHalfTerm: ['autumn', lastPupilDayBeforeHalfTerm],
  lastPupilDayBeforeFebruaryHalfTerm: ['spring', lastPupilDayBeforeHalfTerm],
  lastPupilDayBeforeMayHalfTerm: ['summer', lastPupilDayBeforeHalfTerm],
  endOfAutumnHalfTerm: ['autumn', (term) => endOfHalfTerm(term)],
  firstPupilDayOfAutumnTerm: ['autumn', firstPupilDay],
};

/**
 * The next such day on or after `around`. The end of a half term is the last calendar day of the
 * break; national offer day is 1 March or the next working day. Throws TermsNotLoaded where the
 * school's dates for that year are missing or stop in the middle of the term asked for.
 */
export function termDay(which: TermDay, around: CalendarDay, calendar: Calendar): CalendarDay {
  if (which === 'nationalOfferDay') return offerDay(around, calendar);
  const [season, find] = FINDERS[which];
  const year = schoolYearOf(around);
  const years = isOver(season, around) ? [year + 1] : [year, year + 1];
  for (const schoolYear of years) {
    const day = dayInYear(season, schoolYear, find, calendar) ?? missing(around, calendar);
    if (day >= around) return day;
  }
  return missing(around, calendar);
}

/** By then this year's term is past for certain, so its dates are not needed. */
function isOver(season: Season, around: CalendarDay): boolean {
  const month = Number(around.slice(5, 7));
  if (season === 'autumn') return month >= 2 && month <= 8;
  return season === 'spring' && month >= 5 && month <= 8;
}

function dayInYear(season: Season, schoolYear: number, find: Finder, calendar: Calendar) {
  const terms = calendar.terms ? termsOf(calendar.terms) : [];
  const term = terms.find((each) => each.season === season && each.schoolYear === schoolYear);
  return term && find(term, calendar);
}

function missing(around: CalendarDay, calendar: Calendar): never {
  throw new TermsNotLoaded(calendar.schoolName, around, calendar.termsLoadedTo);
}

function lastPupilDay(term: Term, calendar: Calendar): CalendarDay | undefined {
  return term.isWhole ? lastIn(term.blocks.at(-1) as Block, calendar) : undefined;
}

function firstPupilDay(term: Term, calendar: Calendar): CalendarDay | undefined {
  const [start] = term.blocks[0] as Block;
  return nearestDay(start, 1, (day) => calendar.isSchoolDay(day));
}

function lastPupilDayBeforeHalfTerm(term: Term, calendar: Calendar): CalendarDay | undefined {
  const halfTerm = halfTermOf(term);
  return halfTerm && lastIn(halfTerm[0], calendar);
}

function endOfHalfTerm(term: Term): CalendarDay | undefined {
  const halfTerm = halfTermOf(term);
  return halfTerm && addDays(halfTerm[1][0], -1);
}

function lastIn([, end]: Block, calendar: Calendar): CalendarDay {
  return nearestDay(end, -1, (day) => calendar.isSchoolDay(day));
}

function offerDay(around: CalendarDay, calendar: Calendar): CalendarDay {
  const year = Number(around.slice(0, 4));
  const ofYear = (each: number) => calendar.firstWorkingDayOnOrAfter(`${each}-03-01`);
  return ofYear(year) >= around ? ofYear(year) : ofYear(year + 1);
}
