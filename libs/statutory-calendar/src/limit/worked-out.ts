import { addDays, type CalendarDay } from '../day/calendar-day';
import { longDay, weekdayName } from '../day/day-words';
import { type Calendar } from '../calendar/calendar';
import { daysLeftOut } from './days-left-out';
import { lastDayOf, type Limit, rolledAnchor } from './limit';
import { amountOf, howItCounts, sizeOf } from './limit-words';

/** One line of the arithmetic: a sentence, the day it leads to, and a short remark beside it. */
export interface WorkingStep {
  readonly text: string;
  readonly day?: CalendarDay;
  readonly small?: string;
}

/** How a date came about, for the page "Why this date?". */
export interface Working {
  readonly dueOn: CalendarDay;
  /** The day to work to: the due day, or the last working day before it. */
  readonly lastWorkingDay: CalendarDay;
  readonly steps: readonly WorkingStep[];
}

interface Count {
  readonly limit: Limit;
  readonly start: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly calendar: Calendar;
}

/**
 * The arithmetic of lastDayOf in plain words. `authority` is what leaves the date where it falls:
 * the law, or for a local clock the rule. Throws what lastDayOf throws.
 */
export function workedOut(
  limit: Limit,
  from: CalendarDay,
  calendar: Calendar,
  authority: 'law' | 'rule' = 'law',
): Working {
  const dueOn = lastDayOf(limit, from, calendar);
  const count = { limit, start: rolledAnchor(limit, from, calendar), dueOn, calendar };
  const steps = [
    ...rolling(from, count),
    { text: howItCounts(limit), small: sizeOf(limit) },
    ...leavingOut(count),
    { text: `${arrival(count)}${stayingPut(count, authority)}`, day: dueOn },
    ...officeClosed(count),
  ];
  return { dueOn, lastWorkingDay: calendar.lastWorkingDayOnOrBefore(dueOn), steps };
}

function rolling(from: CalendarDay, { limit, start }: Count): WorkingStep[] {
  if (start === from) return [];
  const kind = limit.unit === 'WD' ? 'working day' : 'school day';
  const text = `${longDay(from)} is not a ${kind}, so the count starts from the next one.`;
  return [{ text, day: start }];
}

function leavingOut({ limit, start, dueOn, calendar }: Count): WorkingStep[] {
  const isBeginning = limit.unit === 'workingDaysBeginning';
  if (!isBeginning && limit.unit !== 'WD' && limit.unit !== 'SD') return [];
  const unit = limit.unit === 'SD' ? 'SD' : 'WD';
  const days = dueOn < start ? [dueOn, addDays(start, -1)] : [start, dueOn];
  const [first, last] = days as [CalendarDay, CalendarDay];
  const counted = isBeginning || dueOn < start ? first : addDays(first, 1);
  const names = daysLeftOut(unit, counted, last, calendar);
  if (names.length === 0) return [{ text: 'Weekends are left out.' }];
  return [{ text: `Weekends are left out, and so are: ${names.join('; ')}.` }];
}

function arrival({ limit, start, dueOn }: Count): string {
  if (limit.unit === 'on') return 'It is due on that day.';
  if (limit.unit === 'before') return 'The last day in time is the day before.';
  if (limit.unit === 'CW') {
    const direction = limit.n < 0 ? 'before' : 'after';
    return `${amountOf(limit)} ${direction} a ${weekdayName(start)} is a ${weekdayName(dueOn)}.`;
  }
  return limit.n < 0
    ? `Counting back, the last day in time is ${longDay(dueOn)}.`
    : `The last day in time is ${longDay(dueOn)}.`;
}

function stayingPut({ dueOn, calendar }: Count, authority: 'law' | 'rule'): string {
  if (calendar.isWorkingDay(dueOn)) return '';
  const following = weekdayName(calendar.firstWorkingDayOnOrAfter(dueOn));
  return ` The ${authority} does not move the date to the ${following}.`;
}

function officeClosed({ dueOn, calendar }: Count): WorkingStep[] {
  const closed = calendar.whyNotWorkingDay(dueOn);
  if (!closed) return [];
  return [
    {
      text: 'The office is closed that day, so the last day to act is the working day before.',
      day: calendar.lastWorkingDayOnOrBefore(dueOn),
      small: closed.kind === 'weekend' ? weekdayName(dueOn) : closed.title,
    },
  ];
}
