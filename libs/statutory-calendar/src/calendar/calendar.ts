import { type CalendarDay } from '../day/calendar-day';
import { plainDay } from '../day/day-words';

/** One school's terms (half-terms, first and last day, in any order) and training days. */
export interface SchoolTerms {
  readonly name: string;
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
}

/** Why a day does not count, in words for a page; `kind` groups neighbours of the same sort. */
export interface DayOff {
  readonly kind: 'weekend' | 'bankHoliday' | 'closure' | 'holiday' | 'inset';
  /** 'Good Friday', 'school holiday', 'training day' … */
  readonly title: string;
}

/** Says which days count as working days and as school days, from loaded data only. */
export interface Calendar {
  /** Identifies the data that produced a date. */
  readonly version: string;
  readonly schoolName: string;
  readonly termsLoadedTo: CalendarDay | undefined;
  readonly terms?: SchoolTerms;
  /** Monday to Friday, not a bank holiday, not a day on which the council is closed. */
  isWorkingDay(day: CalendarDay): boolean;
  /** A pupil day of the school (Education Act 1996 s 579(1)). Throws TermsNotLoaded. */
  isSchoolDay(day: CalendarDay): boolean;
  lastWorkingDayOnOrBefore(day: CalendarDay): CalendarDay;
  firstWorkingDayOnOrAfter(day: CalendarDay): CalendarDay;
  /** Working days after `from` up to and including `to`; negative if `to` is earlier. */
  workingDaysBetween(from: CalendarDay, to: CalendarDay): number;
  /** Why the office is shut that day, or undefined on a working day. */
  whyNotWorkingDay(day: CalendarDay): DayOff | undefined;
  /** Why there is no school that day, or undefined on a pupil day. Throws TermsNotLoaded. */
  whyNotSchoolDay(day: CalendarDay): DayOff | undefined;
}

/** A date in school days was asked for where the school's term dates are not known. */
export class TermsNotLoaded extends Error {
  constructor(
    readonly schoolName: string,
    readonly day: CalendarDay,
    readonly loadedTo?: CalendarDay,
  ) {
    super(
      `The term dates of ${schoolName} are ${loadedTo ? `loaded to ${plainDay(loadedTo)} only` : 'not loaded'}, ` +
        `so a date in school days around ${plainDay(day)} cannot be worked out. ` +
        'Ask the administrator to load the term dates of that school year.',
    );
    this.name = 'TermsNotLoaded';
  }
}
