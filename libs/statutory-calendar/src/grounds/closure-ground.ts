import { addDays, type CalendarDay, daysBetween } from '../day/calendar-day';
import { longDay } from '../day/day-words';
import { GROUNDS } from './grounds';

/** Four weeks: reg 10(4)(a) of SI 2014/1530. */
const LONG_CLOSURE = GROUNDS.school_closed_4_weeks.days;

/** Dates of one school's closure and of the authority's request to its head. */
export interface ClosureFacts {
  readonly schoolClosedFrom: CalendarDay;
  /** The first day open again; a training day counts as open (the narrow reading). */
  readonly schoolReopens: CalendarDay;
  readonly adviceRequestedFromHead: CalendarDay;
}

/** Whether the closure ground of regs 5(4), 10(4) and 13(3) is open on the dates, and why. */
export interface ClosureGround {
  readonly closedDays: number;
  readonly qualifyingClosure: boolean;
  /** First and last day on which a request to the head engages the ground. */
  readonly windowStart: CalendarDay;
  readonly windowEnd: CalendarDay;
  readonly groundAvailable: boolean;
  /** Plain words naming the date or the number that decides. */
  readonly why: string;
}

/**
 * SI 2014/1530 reg 10(4)(a): closed for at least 4 weeks, and the head asked between one week
 * before it closed and one week before it reopened, both days included. The ground must also be
 * the cause of the lateness: a person decides that. Throws NotACalendarDay and RangeError.
 */
export function closureGround(facts: ClosureFacts): ClosureGround {
  const { schoolClosedFrom, schoolReopens, adviceRequestedFromHead: asked } = facts;
  const closedDays = daysBetween(schoolClosedFrom, schoolReopens);
  if (closedDays < 1) throw new RangeError('A school reopens after the day it closes.');
  const qualifyingClosure = closedDays >= LONG_CLOSURE;
  const windowStart = addDays(schoolClosedFrom, -7);
  const windowEnd = addDays(schoolReopens, -7);
  daysBetween(asked, windowEnd);
  const ground = { closedDays, qualifyingClosure, windowStart, windowEnd };
  return {
    ...ground,
    groundAvailable: qualifyingClosure && asked >= windowStart && asked <= windowEnd,
    why: why(ground, facts),
  };
}

function why(ground: Omit<ClosureGround, 'groundAvailable' | 'why'>, facts: ClosureFacts): string {
  const { closedDays, qualifyingClosure, windowStart, windowEnd } = ground;
  const asked = longDay(facts.adviceRequestedFromHead);
  if (!qualifyingClosure) {
    return (
      `The school closed on ${longDay(facts.schoolClosedFrom)} and reopened on ` +
      `${longDay(facts.schoolReopens)}: ${closedDays} days. The ground needs at least ${LONG_CLOSURE}.`
    );
  }
  if (facts.adviceRequestedFromHead < windowStart) {
    return `The head was asked on ${asked}. The ground only covers requests from ${longDay(windowStart)}, one week before the school closed.`;
  }
  if (facts.adviceRequestedFromHead > windowEnd) {
    return `The head was asked on ${asked}. The ground only covers requests up to ${longDay(windowEnd)}, one week before the school reopened.`;
  }
  return `The school was closed for ${closedDays} days and the head was asked on ${asked}, between ${longDay(windowStart)} and ${longDay(windowEnd)}.`;
}
