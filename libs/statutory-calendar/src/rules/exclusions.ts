import { type CalendarDay, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nearestDay } from '../calendar/working-days';
import { lastDayOf } from '../limit/limit';
import { due } from './due';
import { EXCLUSIONS_2012, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';
import { schoolCalendar } from './school-calendar';

const BOARD = 'SI 2012/1033 regs 6, 15, 24';

/** Exclusions, in school days of that school: statutory.md 7.2. */
export const exclusionRules: readonly Rule[] = [
  {
    code: 'EXCL-6TH-DAY',
    source:
      'Education Act 1996 s 19(1),(3A)-(3B); Education and Inspections Act 2006 s 100; SI 2007/1870',
    effectiveFrom: '2007-09-01',
    compute: (input, tools) => {
      const calendar = schoolCalendar(input, tools);
      const provisionFrom = sixthSchoolDay(input.day('firstSchoolDayOfExclusion'), calendar);
      return { provisionFrom, weekday: weekdayOf(provisionFrom) };
    },
  },
  schoolDays('EXCL-BOARD-15SD', BOARD, 'boardNotified', 15),
  {
    code: 'EXCL-BOARD-50SD',
    source: BOARD,
    effectiveFrom: EXCLUSIONS_2012,
    compute: meetingAfterSuspension,
  },
  {
    code: 'EXCL-BOARD-TRIAGE',
    source: BOARD,
    effectiveFrom: EXCLUSIONS_2012,
    compute: (input) => ({
      duty: boardDuty({
        daysInTerm: input.number('totalSuspensionDaysInTerm'),
        parentRepresentations: input.flag('parentRepresentations'),
        missesPublicExam: input.flag('missesPublicExam'),
      }),
    }),
  },
  schoolDays('EXCL-IRP-APPLY-15SD', 'SI 2012/1033 Sch 1', 'boardDecisionNoticeGiven', 15),
  schoolDays('EXCL-IRP-HEAR-15SD', 'SI 2012/1033 Sch 1', 'applicationMade', 15),
  schoolDays('EXCL-RECONSIDER-10SD', 'SI 2012/1033 regs 8, 17, 26', 'irpDecisionNotified', 10),
];

/** What a governing board must do about suspensions in one term. */
export type BoardDuty =
  | '15_school_days'
  | '15_school_days_and_before_exam_if_practicable'
  | '50_school_days'
  | 'consider_representations_no_fixed_limit'
  | 'no_meeting_required';

/** SI 2012/1033 regs 6, 15, 24: over 15 days, over 5, or fewer, in whole and half days. */
export function boardDuty(suspension: {
  readonly daysInTerm: number;
  readonly parentRepresentations: boolean;
  readonly missesPublicExam: boolean;
}): BoardDuty {
  if (suspension.missesPublicExam) return '15_school_days_and_before_exam_if_practicable';
  if (suspension.daysInTerm > 15) return '15_school_days';
  if (!suspension.parentRepresentations) return 'no_meeting_required';
  return suspension.daysInTerm > 5 ? '50_school_days' : 'consider_representations_no_fixed_limit';
}

/** Education from here on: the first school day of the exclusion is day 1. Throws TermsNotLoaded. */
export function sixthSchoolDay(first: CalendarDay, calendar: Calendar): CalendarDay {
  const dayOne = nearestDay(first, 1, (day) => calendar.isSchoolDay(day));
  return lastDayOf({ unit: 'SD', n: 5 }, dayOne, calendar);
}

function schoolDays(code: string, source: string, from: string, n: number): Rule {
  return {
    code,
    source,
    effectiveFrom: EXCLUSIONS_2012,
    compute: (input, tools) => {
      const calendar = schoolCalendar(input, tools);
      return due(lastDayOf({ unit: 'SD', n }, input.day(from), calendar), tools.office);
    },
  };
}

/** 50 school days, or the 15 that a longer total calls for, or no date at all. */
function meetingAfterSuspension(input: RuleInput, tools: RuleTools) {
  const duty = boardDuty({
    daysInTerm: input.number('totalDaysInTerm'),
    parentRepresentations: input.flag('parentRepresentations'),
    missesPublicExam: false,
  });
  const notified = input.day('boardNotified');
  if (duty !== '50_school_days' && duty !== '15_school_days') return { dueDate: null, duty };
  const n = duty === '50_school_days' ? 50 : 15;
  const dueDate = lastDayOf({ unit: 'SD', n }, notified, schoolCalendar(input, tools));
  return { ...due(dueDate, tools.office), duty };
}
