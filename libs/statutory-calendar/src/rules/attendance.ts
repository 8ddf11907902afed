import { addDays, type CalendarDay, isCalendarDay, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nthCountingDay } from '../limit/counting-days';

import { type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';
import { schoolCalendar } from './school-calendar';

/** Absence of possible sessions: severe is also persistent, but is shown as severe. */
export type AbsenceClass = 'none' | 'persistent' | 'severe';

/** Section 19 and attendance: statutory.md 7.1 and 7.3. */
export const attendanceRules: readonly Rule[] = [
  {
    code: 'S19-15SD',
    source: 'SI 2024/208 reg 13; DfE statutory guidance',
    effectiveFrom: '2024-08-19',
    compute: (input, tools) => {
      const fifteenth = fifteenthDay(input, tools);
      return {
        fifteenthSchoolDay: fifteenth ?? null,
        weekday: fifteenth ? weekdayOf(fifteenth) : null,
      };
    },
  },
  {
    code: 'ATT-THRESHOLD',
    source:
      'DfE Working together to improve school attendance (Aug 2024); pupil absence statistics definitions',
    effectiveFrom: '2024-08-19',
    compute: (input) => {
      const possible = input.whole('possibleSessions');
      const absent = input.whole('absentSessions');
      if (absent > possible) throw input.bad('absentSessions', 'no more than possibleSessions');
      return absence(possible, absent);
    },
  },
];

/**
 * Class and percentage (one decimal) of possible sessions missed: 10% or more is persistent, 50%
 * or more severe. The class is taken from the sessions, never from the rounded rate. Without a
 * possible session there is no rate.
 */
export function absence(
  possible: number,
  absent: number,
): { readonly class: AbsenceClass; readonly rate: number | null } {
  if (possible === 0) return { class: 'none', rate: null };
  const rate = Math.round((absent * 1000) / possible) / 10;
  if (absent * 2 >= possible) return { class: 'severe', rate };
  return { class: absent * 10 >= possible ? 'persistent' : 'none', rate };
}

/** Ill on every school day since the first, or on the days listed (cumulative). */
function fifteenthDay(input: RuleInput, tools: RuleTools): CalendarDay | undefined {
  const calendar = schoolCalendar(input, tools);
  if (input.has('daysCodedI')) return listedDays(input, calendar)[14];
  const first = input.day('firstDayCodedI');
  if (!input.flag('everySchoolDayCodedI')) return undefined;
  return nthCountingDay(addDays(first, -1), 15, (day) => calendar.isSchoolDay(day));
}

function listedDays(input: RuleInput, calendar: Calendar): CalendarDay[] {
  const days = new Set(input.list('daysCodedI').flatMap((entry) => daysOf(entry, input)));
  return [...days].sort().filter((day) => calendar.isSchoolDay(day));
}

/** A day, or a first and a last day with all between. */
function daysOf(entry: unknown, input: RuleInput): CalendarDay[] {
  const [first, last = first] = (Array.isArray(entry) ? entry : [entry]) as unknown[];
  if (!isCalendarDay(first) || !isCalendarDay(last)) {
    throw input.bad('daysCodedI', 'a list of dates, or of pairs of a first and a last date');
  }
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
