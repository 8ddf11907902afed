import { type CalendarDay, daysBetween, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { statusOf } from '../clock/clock-status';
import { lastDayOf, type Limit } from '../limit/limit';
import { PART_3, type Rule, type RuleResult } from './rule';
import { type RuleInput } from './rule-input';

/** A due date as the rule book prints it: the day as it falls, and the day to work to. */
export function due(dueDate: CalendarDay, office: Calendar): RuleResult {
  return {
    dueDate,
    weekday: weekdayOf(dueDate),
    lastWorkingDayOnOrBefore: office.lastWorkingDayOnOrBefore(dueDate),
  };
}

/** A rule that is one limit from one day. */
export function dueRule(
  rule: Omit<Rule, 'compute' | 'effectiveFrom'> & {
    readonly from: string;
    readonly limit: Limit;
    readonly effectiveFrom?: CalendarDay;
  },
): Rule {
  const { code, source, from, limit, effectiveFrom = PART_3 } = rule;
  return {
    code,
    source,
    effectiveFrom,
    compute: (input, { office }) => due(lastDayOf(limit, input.day(from), office), office),
  };
}

/** Status and days late where the input says when the act was done, or the day to look from. */
export function lateness(
  input: RuleInput,
  dueDate: CalendarDay,
  done: { readonly metKey: string; readonly excused?: boolean },
): RuleResult {
  const metOn = input.optionalDay(done.metKey);
  const asOf = input.optionalDay('asOf');
  const seenOn = metOn ?? asOf;
  if (!seenOn) return {};
  return {
    status: statusOf({ dueOn: dueDate, metOn, today: seenOn, excused: done.excused }),
    daysLate: Math.max(0, daysBetween(dueDate, seenOn)),
  };
}

/** 'N days beginning with the day of service', and the first day after the window. */
export function representations(served: CalendarDay, office: Calendar): RuleResult {
  return {
    representationsLastDay: lastDayOf(FIFTEEN_DAYS, served, office),
    earliestFinalIfNoEarlyAgreement: lastDayOf({ unit: 'CD', n: 15 }, served, office),
  };
}

const FIFTEEN_DAYS: Limit = { unit: 'daysBeginning', n: 15 };
