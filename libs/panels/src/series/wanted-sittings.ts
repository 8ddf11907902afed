import {
  addDays,
  type Calendar,
  type CalendarDay,
  earlierOf,
  laterOf,
} from '@app/statutory-calendar';
import { sittingsBetween } from '../pure/cadence';
import { type Terms } from '../pure/terms';
import { REACH, type WantedSitting } from './series-plan';

/** Terms and the day from which they hold. */
export interface TermsFrom {
  readonly from: CalendarDay;
  readonly terms: Terms;
}

interface Span {
  /** Every version, the oldest first; the first holds before its day as well. */
  readonly terms: readonly TermsFrom[];
  readonly calendar: Calendar;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
}

/** The sittings that the terms of each day want, as far as the term dates are loaded. Pure. */
export function wantedSittings({ terms, calendar, from, until }: Span): WantedSitting[] {
  return terms.flatMap((version, at) => {
    const next = terms[at + 1];
    const first = at === 0 ? from : laterOf(from, version.from);
    const last = next ? earlierOf(until, addDays(next.from, -1)) : until;
    return first > last ? [] : ofVersion(version.terms, first, last, calendar);
  });
}

function ofVersion(
  terms: Terms,
  from: CalendarDay,
  until: CalendarDay,
  calendar: Calendar,
): WantedSitting[] {
  const { every, minutes } = terms.cadence;
  return sittingsBetween(terms, from, until, calendar).sittings.map((planned) => ({
    plannedFor: planned.plannedFor,
    sitsOn: planned.on,
    movedBecause: planned.moved?.reason ?? null,
    startsAt: planned.startsAt,
    minutes,
    papersDueAt: planned.papersDue,
    papersOutAt: planned.papersOut,
    reach: REACH[every],
  }));
}
