import {
  addDays,
  type Calendar,
  type CalendarDay,
  daysBetween,
  laterOf,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type Clock, type ClockRule } from './clock-rule';
import { clocksInForce } from './clock-settings';
import { counted } from './clocks';

/** The calendar of the old school, that of the new one, and the first day to which a date may move. */
export interface Recount {
  readonly from: Calendar;
  readonly to: Calendar;
  readonly earliest: CalendarDay;
}

/**
 * The running clocks of the council's own that have another day under the calendar of a new school. A clock that a
 * hold has moved keeps the days it waited. Dates of law and of guidance never move by this. Pure.
 */
export function recountedClocks(
  rules: readonly ClockRule[],
  context: Readonly<Record<string, unknown>>,
  clocks: readonly Clock[],
  recount: Recount,
): Clock[] {
  const inForce = new Map(clocksInForce(rules, context).map((rule) => [rule.code, rule]));
  return clocks.flatMap((clock) => {
    const rule = inForce.get(clock.code);
    const isOurs = clock.status === 'open' && clock.basis === 'local';
    if (!rule || !isOurs || clock.calendarVersion === recount.to.version) return [];
    return moved(rule, clock, recount);
  });
}

function moved(rule: ClockRule, clock: Clock, { from, to, earliest }: Recount): Clock[] {
  try {
    const day = (start: ClockRule['starts'][number], calendar: Calendar) =>
      counted(rule, start, clock.anchor, calendar);
    const exact = rule.starts.find((start) => day(start, from) === clock.dueOn);
    const isSure = rule.starts.length === 1 && clock.calendarVersion === from.version;
    const start = exact ?? (isSure ? rule.starts[0] : undefined);
    if (!start) return [];
    const again = addDays(day(start, to), daysBetween(day(start, from), clock.dueOn));
    const dueOn = clock.dueOn < earliest ? again : laterOf(again, earliest);
    if (dueOn === clock.dueOn) return [];
    const firesOn = clock.firesOn && addDays(clock.firesOn, daysBetween(clock.dueOn, dueOn));
    return [{ ...clock, dueOn, firesOn, calendarVersion: to.version }];
  } catch (error) {
    if (error instanceof TermsNotLoaded) return [];
    throw error;
  }
}
