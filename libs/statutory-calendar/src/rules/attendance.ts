import { addDays, type CalendarDay, isCalendarDay, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';
import { schoolCalendar } from './school-calendar';

/** Absence of possible sessions: severe is also persistent, but is shown as severe. */
export type AbsenceClass = 'none' | 'persistent' | 'severe';

/** Percentages of possible sessions missed. */
const PER_CENT = { persistent: 10, severe: 50 } as const;
const SINCE_2024 = {
  standing: 'guidance',
  effectiveFrom: '2024-08-19',
  appliesBy: 'trigger',
  certainty: 'high',
} as const;

/** Section 19 and attendance. */
export const attendanceRules: readonly Rule[] = [
  {
    ...SINCE_2024,
    code: 'S19-15SD',
    says: 'A child who is ill for 15 school days is reported to the authority, which arranges education.',
    certainty: 'medium',
    source: 'SI 2024/208 reg 13; DfE statutory guidance',
    trigger: 'The first day of absence through illness.',
    limits: { due: { unit: 'SD', n: 15 } },
    metBy: 'Suitable education is arranged.',
    reading:
      'The first day counts, and days need not be in a row. The duty bites earlier where 15 are likely: 15 is no limit of law.',
    compute: (input, tools) => {
      const fifteenth = fifteenthDay(input, tools);
      return {
        fifteenthSchoolDay: fifteenth ?? null,
        weekday: fifteenth ? weekdayOf(fifteenth) : null,
      };
    },
  },
  {
    ...SINCE_2024,
    code: 'ATT-THRESHOLD',
    says: 'Persistent and severe absence.',
    source:
      'DfE Working together to improve school attendance (Aug 2024); pupil absence statistics definitions',
    trigger: 'The sessions of a period are counted.',
    limits: {},
    numbers: PER_CENT,
    reading: 'Only possible sessions count. Severe is also persistent, and is shown as severe.',
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
  const isAtLeast = (percentage: number) => absent * 100 >= possible * percentage;
  if (isAtLeast(PER_CENT.severe)) return { class: 'severe', rate };
  return { class: isAtLeast(PER_CENT.persistent) ? 'persistent' : 'none', rate };
}

/** Ill on every school day since the first, or on the days listed (cumulative). */
function fifteenthDay(input: RuleInput, tools: RuleTools): CalendarDay | undefined {
  const calendar = schoolCalendar(input, tools);
  if (input.has('daysCodedI')) {
    const days = listedDays(input, calendar);
    const time = tools.limit(days[0] ?? SINCE_2024.effectiveFrom, { calendar });
    return 'n' in time ? days[time.n - 1] : undefined;
  }
  const first = input.day('firstDayCodedI');
  if (!input.flag('everySchoolDayCodedI')) return undefined;
  return tools.last(addDays(first, -1), { calendar });
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
