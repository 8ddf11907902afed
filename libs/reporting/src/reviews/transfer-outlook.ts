import { addDays, type CalendarDay, earlierOf, laterOf } from '@app/statutory-calendar';
import { type PlanInReview } from './plan-in-review';

/** Full periods from the meeting to the changed plan: 12 weeks. */
const MEETING_TO_PLAN = 84;
const NOTICE_TO_PLAN = 56;
/** Everybody invited has two weeks' notice. */
const NOTICE = 14;

/** Whether the plan will name the next place in time. */
export const OUTLOOKS = {
  missed: 'Day has passed',
  short: 'Not at full periods',
  on_course: 'In time at full periods',
  late: 'Done late',
  done: 'Done in time',
} as const;

export type Outlook = keyof typeof OUTLOOKS;

/** How a move to the next phase stands on a day. */
export interface TransferOutlook {
  readonly outlook: Outlook;
  /** The day in law, and the day before it, which the strict reading asks for. */
  readonly by: CalendarDay;
  readonly strictBy: CalendarDay;
  /** Last meeting day that leaves every later step its full time. */
  readonly lastSafeMeeting: CalendarDay;
  /** When the changed plan is sent if every step takes its full time from here. */
  readonly fullPeriodsEnd: CalendarDay | null;
}

/** Judges a move by the dates alone: no probability, no person. Undefined for a plan without a dated move. */
export function transferOutlook(
  plan: Pick<PlanInReview, 'nextPlaceBy' | 'movedOn' | 'noticeOn' | 'heldOn' | 'meetingOn'>,
  day: CalendarDay,
): TransferOutlook | undefined {
  const { nextPlaceBy: by, movedOn } = plan;
  if (!by) return undefined;
  const dates = { by, strictBy: addDays(by, -1), lastSafeMeeting: addDays(by, -MEETING_TO_PLAN) };
  if (movedOn) return { ...dates, outlook: movedOn <= by ? 'done' : 'late', fullPeriodsEnd: null };
  const fullPeriodsEnd = planSentBy(plan, day);
  const outlook = by < day ? 'missed' : fullPeriodsEnd <= by ? 'on_course' : 'short';
  return { ...dates, outlook, fullPeriodsEnd };
}

/** 8 weeks from a notice, 12 from a meeting, or 12 from the first day that a meeting not yet called can be held. */
function planSentBy(
  { noticeOn, heldOn, meetingOn }: Pick<PlanInReview, 'noticeOn' | 'heldOn' | 'meetingOn'>,
  day: CalendarDay,
): CalendarDay {
  if (noticeOn && heldOn)
    return earlierOf(addDays(noticeOn, NOTICE_TO_PLAN), addDays(heldOn, MEETING_TO_PLAN));
  const meeting = heldOn ?? (meetingOn ? laterOf(meetingOn, day) : addDays(day, NOTICE));
  return addDays(meeting, MEETING_TO_PLAN);
}
