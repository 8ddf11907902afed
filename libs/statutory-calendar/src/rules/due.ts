import { addDays, type CalendarDay, daysBetween, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { statusOf } from '../clock/clock-status';
import { type Limit } from '../limit/limit';
import { type Rule, type RuleEntry, type RuleResult } from './rule';
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
  rule: Omit<RuleEntry, 'limits'> & { readonly from: string; readonly limit: Limit },
): Rule {
  const { from, limit, ...entry } = rule;
  return {
    ...entry,
    limits: { due: limit },
    compute: (input, { office, last }) => due(last(input.day(from)), office),
  };
}

/** Status and days late where the input says when the act was done, or the day to look from. */
export function lateness(
  input: RuleInput,
  dueDate: CalendarDay,
  done: { readonly metKey: string; readonly since: CalendarDay; readonly excused?: boolean },
): RuleResult {
  const metOn = input.optionalDay(done.metKey);
  if (metOn && metOn < done.since)
    throw input.bad(done.metKey, `a day from ${done.since} on, when it started`);
  const asOf = input.optionalDay('asOf');
  const seenOn = metOn ?? asOf;
  if (!seenOn) return {};
  return {
    status: statusOf({ dueOn: dueDate, metOn, today: seenOn, excused: done.excused }),
    daysLate: Math.max(0, daysBetween(dueDate, seenOn)),
  };
}

/** The last day of a family's window on a draft, and the first day after it. */
export function representations(lastDay: CalendarDay): RuleResult {
  return {
    representationsLastDay: lastDay,
    earliestFinalIfNoEarlyAgreement: addDays(lastDay, 1),
  };
}

/** A limit counted back from a day: what leaves it whole when it ends there. */
export function countedBack(limit: Limit, from: CalendarDay): CalendarDay {
  if (limit.unit === 'CW') return addDays(from, -7 * limit.n);
  if (limit.unit === 'CD' || limit.unit === 'daysBeginning') return addDays(from, -limit.n);
  throw new RangeError(`A limit in ${limit.unit} cannot be counted back from the end.`);
}
