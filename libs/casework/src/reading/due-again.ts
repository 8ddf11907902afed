import { type ClockRule } from '@app/pathways';
import {
  type Calendar,
  type CalendarDay,
  lastDayOf,
  termDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type FileClock } from './case-file';

/** One way of starting a clock, as its rule declares it. */
export type Start = ClockRule['starts'][number];

/** The way of starting that gives the day on record; the first one where none does. */
export function startUsed(rule: ClockRule, clock: FileClock, calendar: Calendar): Start {
  const right = rule.starts.find((start) => safeDue(rule, start, clock, calendar) === clock.dueOn);
  return right ?? rule.starts[0] ?? {};
}

/** The day that the sum gives now, where it differs from the day on record. */
export function checkedAgain(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  calendar: Calendar,
): CalendarDay | undefined {
  const now = safeDue(rule, start, clock, calendar);
  return now === clock.dueOn ? undefined : now;
}

function safeDue(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  calendar: Calendar,
): CalendarDay | undefined {
  try {
    const day = dayWithoutRolling(rule, start, clock, calendar);
    return rule.rolls?.(day, calendar) ?? day;
  } catch (error) {
    if (error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

/** The day that the count gives, before a rule of court moves it on. */
export function dayWithoutRolling(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  calendar: Calendar,
): CalendarDay {
  return lastDayOf(start.limit ?? rule.limit, countedFrom(rule, start, clock, calendar), calendar);
}

/** The named day of the school year it counts from, or the anchor itself. */
export function countedFrom(
  rule: ClockRule,
  start: Start,
  { anchor }: FileClock,
  calendar: Calendar,
): CalendarDay {
  const named = start.from ?? rule.from;
  return named ? termDay(named, anchor, calendar) : anchor;
}
