import { addDays, type CalendarDay, daysBetween, earlierOf, laterOf } from '../day/calendar-day';
import { longDay } from '../day/day-words';
import { GROUNDS } from './grounds';

const LEAST = GROUNDS.absent_4_weeks.days;

/** A request, its time limit in weeks, and an absence from the area (both days away). */
export interface AbsenceFacts {
  readonly requestReceived: CalendarDay;
  readonly absentFrom: CalendarDay;
  readonly absentToInclusive: CalendarDay;
  readonly limitWeeks: number;
  /** How many days away are enough; 28 unless told. */
  readonly leastDays?: number;
}

/** Whether the absence ground is open on the dates, and why. */
export interface AbsenceGround {
  /** Last day of the time limit: only days up to it count. */
  readonly periodEnd: CalendarDay;
  readonly continuousDaysInPeriod: number;
  readonly groundAvailable: boolean;
  /** Plain words naming the number that decides. */
  readonly why: string;
}

/**
 * SI 2014/1530 regs 5(4), 10(4)(d), 13(3): away from the area for at least 28 days in a row, all of
 * them inside the time limit. Throws NotACalendarDay and RangeError.
 */
export function absenceGround(facts: AbsenceFacts): AbsenceGround {
  const { requestReceived, absentFrom, absentToInclusive, limitWeeks, leastDays = LEAST } = facts;
  const periodEnd = addDays(requestReceived, 7 * limitWeeks);
  const period = [requestReceived, periodEnd] as const;
  const days = daysAwayWithin(period, [absentFrom, absentToInclusive]);
  const groundAvailable = days >= leastDays;
  const away = `Away from ${longDay(absentFrom)} to ${longDay(absentToInclusive)}: ${days} ${days === 1 ? 'day' : 'days'} in a row inside the ${limitWeeks} weeks, which end on ${longDay(periodEnd)}.`;
  const why = groundAvailable ? away : `${away} The ground needs at least ${leastDays}.`;
  return { periodEnd, continuousDaysInPeriod: days, groundAvailable, why };
}

/** Days that an absence and a period have in common, first and last days included. */
export function daysAwayWithin(
  [start, end]: readonly [CalendarDay, CalendarDay],
  [absentFrom, absentTo]: readonly [CalendarDay, CalendarDay],
): number {
  if (daysBetween(absentFrom, absentTo) < 0) {
    throw new RangeError('The last day away lies before the first day away.');
  }
  return Math.max(0, daysBetween(laterOf(start, absentFrom), earlierOf(end, absentTo)) + 1);
}
