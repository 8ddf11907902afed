import { addDays, type CalendarDay, earlierOf } from '@app/statutory-calendar';
import { type CountedIn, ruleDay } from './rule-day';
import { type REVIEW_DAYS, type SupposedDays } from './supposed-days';

/** The moves to another phase that have a date in law. */
export const MOVES = {
  school: 'To another school, or into school for the first time',
  post16: 'From school to a college or training at 16',
  college: 'From one college or training to another',
} as const;

/** One of them. */
export type Move = keyof typeof MOVES;

/** Days of an annual review as somebody supposes them. */
export type ReviewDays = SupposedDays<(typeof REVIEW_DAYS)[number]['name'] | 'move'>;

/** Days that the steps are measured by. */
export interface ReviewPlan {
  readonly yearEnds: CalendarDay;
  readonly named: CalendarDay | undefined;
  readonly meetingBy: CalendarDay;
  readonly noticeBy: CalendarDay;
  readonly reportBy: CalendarDay;
  readonly decideBy: CalendarDay;
  readonly window: CalendarDay | undefined;
  readonly finalBy: CalendarDay | undefined;
}

/** Each day counted by the rule book, from the last review and from the meeting. */
export function reviewPlan(
  supposed: ReviewDays,
  kind: Move | undefined,
  calendar: CountedIn,
): ReviewPlan {
  const concluded = supposed.concluded ?? '';
  const day = (rule: string, key: string, input: object) =>
    ruleDay(rule, key, { ...input }, calendar);
  const year = { planFirstMade: concluded };
  const yearEnds = day('AR-12M', 'dueDate', year);
  const named = kind && supposed.move && namedBy(kind, supposed.move, calendar);
  const safe = day('AR-12M', 'latestMeetingForFourWeekDecision', year);
  const meetingBy = named ? earlierOf(safe, addDays(named, -REVIEW_TAKES)) : safe;
  const meeting = { reviewMeeting: supposed.meeting ?? meetingBy };
  const { decision } = supposed;
  return {
    yearEnds,
    named,
    meetingBy,
    noticeBy: day('AR-NOTICE-2W', 'latestNotice', meeting),
    reportBy: day('AR-REPORT-2W', 'dueDate', meeting),
    decideBy: day('AR-DECISION-CAP', 'effectiveDue', {
      ...meeting,
      planFirstMadeOrLastReviewed: concluded,
    }),
    window:
      decision && day('AR-REPS-15D', 'representationsLastDay', { amendmentNoticeServed: decision }),
    finalBy:
      decision && day('AR-FINAL-8W-12W', 'finalDue', { ...meeting, amendmentNoticeSent: decision }),
  };
}

const REVIEW_TAKES = 84;

function namedBy(kind: Move, move: CalendarDay, calendar: CountedIn): CalendarDay {
  if (kind === 'college')
    return ruleDay('PT-5M', 'dueDate', { post16ToPost16TransferDate: move }, calendar);
  const transferType = kind === 'school' ? 'primary_to_secondary' : 'secondary_to_post16';
  const transferCalendarYear = Number(move.slice(0, 4));
  return ruleDay('PT-FIXED', 'dueDate', { transferType, transferCalendarYear }, calendar);
}
