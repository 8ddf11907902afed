import { type CalendarDay, weekdayOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nearestDay } from '../calendar/working-days';
import { due } from './due';
import { EXCLUSIONS_2012, type Rule, type RuleEntry, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';
import { schoolCalendar } from './school-calendar';

const BOARD = 'SI 2012/1033 regs 6, 15, 24';
const TOLD = 'The governing board is told.';
const MET = 'The governing board meets.';
/** Suspended days in one term, above which a board must meet. */
const DAYS_IN_TERM = { over: 15, overWithRepresentations: 5 } as const;

/** Exclusions, in school days of that school. */
export const exclusionRules: readonly Rule[] = [
  {
    ...EXCLUSIONS_2012,
    code: 'EXCL-6TH-DAY',
    says: 'Education starts on the sixth school day of an exclusion.',
    source:
      'Education Act 1996 s 19(1),(3A)-(3B); Education and Inspections Act 2006 s 100; SI 2007/1870',
    trigger: 'The first school day of the exclusion, which is day 1.',
    limits: { due: { unit: 'SD', n: 5 } },
    metBy: 'Full-time education is provided.',
    effectiveFrom: '2007-09-01',
    compute: (input, tools) => {
      const calendar = schoolCalendar(input, tools);
      const dayOne = firstSchoolDay(input.day('firstSchoolDayOfExclusion'), calendar);
      const provisionFrom = tools.last(dayOne, { calendar });
      return { provisionFrom, weekday: weekdayOf(provisionFrom) };
    },
  },
  schoolDays('boardNotified', 15, {
    code: 'EXCL-BOARD-15SD',
    says: 'The board meets about a permanent exclusion or a long suspension.',
    source: BOARD,
    trigger: TOLD,
    metBy: MET,
  }),
  {
    ...EXCLUSIONS_2012,
    code: 'EXCL-BOARD-50SD',
    says: 'The board meets about suspensions that the parent has written about.',
    source: BOARD,
    trigger: TOLD,
    limits: { due: { unit: 'SD', n: 50 } },
    derivedFrom: ['EXCL-BOARD-15SD'],
    metBy: MET,
    compute: meetingAfterSuspension,
  },
  {
    ...EXCLUSIONS_2012,
    code: 'EXCL-BOARD-TRIAGE',
    says: 'Whether the board must meet, and how soon.',
    source: BOARD,
    trigger: TOLD,
    limits: {},
    numbers: DAYS_IN_TERM,
    derivedFrom: ['EXCL-BOARD-15SD', 'EXCL-BOARD-50SD'],
    reading: 'A public exam or national test that would be missed comes before the numbers.',
    compute: (input) => ({
      duty: boardDuty({
        daysInTerm: input.number('totalSuspensionDaysInTerm'),
        parentRepresentations: input.flag('parentRepresentations'),
        missesPublicExam: input.flag('missesPublicExam'),
      }),
    }),
  },
  schoolDays('boardDecisionNoticeGiven', 15, {
    code: 'EXCL-IRP-APPLY-15SD',
    says: 'The parent asks for an independent review.',
    source: 'SI 2012/1033 Sch 1',
    trigger: 'Notice is given that the board does not reinstate the pupil.',
    metBy: 'The application is made.',
    reading: 'First-class post counts as given on the second working day after posting.',
  }),
  schoolDays('applicationMade', 15, {
    code: 'EXCL-IRP-HEAR-15SD',
    says: 'The independent review panel meets.',
    certainty: 'medium',
    source: 'SI 2012/1033 Sch 1',
    trigger: 'The application for a review is made.',
    metBy: 'The panel meets.',
  }),
  schoolDays('irpDecisionNotified', 10, {
    code: 'EXCL-RECONSIDER-10SD',
    says: 'The board meets again after the panel’s decision.',
    source: 'SI 2012/1033 regs 8, 17, 26',
    trigger: 'The board is told what the panel decided.',
    metBy: 'The board meets again.',
  }),
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
  const { daysInTerm, parentRepresentations, missesPublicExam } = suspension;
  if (missesPublicExam) return '15_school_days_and_before_exam_if_practicable';
  if (daysInTerm > DAYS_IN_TERM.over) return '15_school_days';
  if (!parentRepresentations) return 'no_meeting_required';
  return daysInTerm > DAYS_IN_TERM.overWithRepresentations
    ? '50_school_days'
    : 'consider_representations_no_fixed_limit';
}

/** The first school day on or after a day. Throws TermsNotLoaded. */
const firstSchoolDay = (day: CalendarDay, calendar: Calendar) =>
  nearestDay(day, 1, (each) => calendar.isSchoolDay(each));

type Facts = Pick<RuleEntry, 'code' | 'says' | 'source' | 'trigger'> & Partial<RuleEntry>;

function schoolDays(from: string, n: number, facts: Facts): Rule {
  return {
    ...EXCLUSIONS_2012,
    ...facts,
    limits: { due: { unit: 'SD', n } },
    compute: (input, tools) => {
      const calendar = schoolCalendar(input, tools);
      return due(tools.last(input.day(from), { calendar }), tools.office);
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
  const rule = duty === '50_school_days' ? 'EXCL-BOARD-50SD' : 'EXCL-BOARD-15SD';
  const dueDate = tools.last(notified, { rule, calendar: schoolCalendar(input, tools) });
  return { ...due(dueDate, tools.office), duty };
}
