import {
  addDays,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  londonInstant,
  mondayOf,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { daysOf } from './cadence-days';
import { type Before, type Terms } from './terms';

/** Why a sitting is not on the day that its series names. */
export type CadenceReason = 'BANK_HOLIDAY' | 'SCHOOL_HOLIDAY' | 'COUNCIL_CLOSED' | 'WEEKEND';

/** A sitting ahead, on a day on which people work. */
export interface PlannedSitting extends SittingTimes {
  /** The day that the series names. */
  readonly plannedFor: CalendarDay;
  readonly on: CalendarDay;
  /** Set where the sitting is on another day than the series names. */
  readonly moved?: { readonly movedFrom: CalendarDay; readonly reason: CadenceReason };
}

/** A day of the series without a sitting. */
export interface SkippedSitting {
  readonly plannedFor: CalendarDay;
  readonly reason: CadenceReason;
}

export interface SittingPlan {
  readonly sittings: readonly PlannedSitting[];
  readonly skipped: readonly SkippedSitting[];
  /** From here on nothing is planned: the school terms are not loaded so far. */
  readonly termsMissingFrom?: CalendarDay;
}

export interface SittingTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly papersDue: Date;
  readonly papersOut: Date;
}

type Timing = Pick<Terms, 'cadence' | 'papersDue' | 'papersOut'>;

/**
 * The sittings whose day of the series lies between two days, both included (handbook 3.4, rule 6): a day that is no
 * working day gives way to the next one of its week, or the sitting is left out; a panel that keeps to terms leaves out
 * school holidays. Papers are counted back from the day on which it really sits. Pure.
 */
export function sittingsBetween(
  timing: Timing,
  from: CalendarDay,
  to: CalendarDay,
  calendar: Calendar,
): SittingPlan {
  const sittings: PlannedSitting[] = [];
  const skipped: SkippedSitting[] = [];
  try {
    for (const plannedFor of daysOf(timing.cadence, to, calendar)) {
      if (plannedFor < from) continue;
      const day = dayOrReason(timing, plannedFor, calendar);
      if ('on' in day) sittings.push({ plannedFor, ...day, ...timesOf(timing, day.on, calendar) });
      else skipped.push({ plannedFor, ...day });
    }
  } catch (error) {
    if (!(error instanceof TermsNotLoaded)) throw error;
    return { sittings, skipped, termsMissingFrom: error.day };
  }
  return { sittings, skipped };
}

/** When a sitting on this day begins and ends, and when its papers are due and go out. Throws TermsNotLoaded. */
export function timesOf(
  { cadence, papersDue, papersOut }: Timing,
  on: CalendarDay,
  calendar: Calendar,
): SittingTimes {
  const startsAt = londonInstant(on, cadence.startsAt);
  const before = ({ n, unit, at }: Before) =>
    londonInstant(lastDayOf({ unit, n: -n }, on, calendar), at);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + cadence.minutes * 60_000),
    papersDue: before(papersDue),
    papersOut: before(papersOut),
  };
}

type Day = Pick<PlannedSitting, 'on' | 'moved'> | { readonly reason: CadenceReason };

function dayOrReason({ cadence }: Timing, plannedFor: CalendarDay, calendar: Calendar): Day {
  const offFor = (day: CalendarDay) => whyOff(day, cadence.termOnly, calendar);
  const reason = offFor(plannedFor);
  if (!reason) return { on: plannedFor };
  if (reason === 'SCHOOL_HOLIDAY') return { reason };
  const friday = addDays(mondayOf(plannedFor), 4);
  for (let on = addDays(plannedFor, 1); on <= friday; on = addDays(on, 1)) {
    if (!offFor(on) && !cadence.dates?.includes(on)) {
      return { on, moved: { movedFrom: plannedFor, reason } };
    }
  }
  return { reason };
}

/** A bank holiday inside a school holiday is a school holiday for a panel that keeps to terms. */
function whyOff(
  day: CalendarDay,
  termOnly: boolean,
  calendar: Calendar,
): CadenceReason | undefined {
  if (termOnly && calendar.whyNotSchoolDay(day)?.kind === 'holiday') return 'SCHOOL_HOLIDAY';
  const off = calendar.whyNotWorkingDay(day);
  if (!off) return undefined;
  if (off.kind === 'weekend') return 'WEEKEND';
  return off.kind === 'closure' ? 'COUNCIL_CLOSED' : 'BANK_HOLIDAY';
}
