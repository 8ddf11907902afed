import { addDays, addMonths, type CalendarDay, earlierOf, weekdayOf } from '../day/calendar-day';
import { ageOn } from '../day/school-year';
import { lastDayOf, type Limit } from '../limit/limit';
import { due, dueRule, representations } from './due';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const TWELVE_MONTHS: Limit = { unit: 'monthsBeginning', n: 12 };
const WEEK = 7;

/** Annual reviews: statutory.md 3. */
export const annualReviewRules: readonly Rule[] = [
  {
    code: 'AR-12M',
    source: 'Children and Families Act 2014 s 44(1)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const dueDate = lastDayOf(TWELVE_MONTHS, lastReview(input), office);
      const latestMeeting = addDays(dueDate, -4 * WEEK);
      return { ...due(dueDate, office), latestMeetingForFourWeekDecision: latestMeeting };
    },
  },
  {
    code: 'AR-NOTICE-2W',
    source: 'SI 2014/1530 reg 20(3)-(4)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const latestNotice = addDays(input.day('reviewMeeting'), -2 * WEEK);
      return {
        latestNotice,
        latestCirculation: latestNotice,
        weekday: weekdayOf(latestNotice),
        lastWorkingDayOnOrBefore: office.lastWorkingDayOnOrBefore(latestNotice),
      };
    },
  },
  dueRule({
    code: 'AR-REPORT-2W',
    source: 'SI 2014/1530 reg 20 (school report)',
    from: 'reviewMeeting',
    limit: { unit: 'CW', n: 2 },
  }),
  dueRule({
    code: 'AR-DECISION-4W',
    source: 'SI 2014/1530 reg 20(10)',
    from: 'reviewMeeting',
    limit: { unit: 'CW', n: 4 },
  }),
  {
    code: 'AR-DECISION-CAP',
    source: 'SEND Code of Practice 9.169',
    effectiveFrom: '2015-01-01',
    compute: (input, { office }) => {
      const fourWeekDue = addDays(input.day('reviewMeeting'), 4 * WEEK);
      const from = input.day('planFirstMadeOrLastReviewed');
      const twelveMonthLastDay = lastDayOf(TWELVE_MONTHS, from, office);
      const effectiveDue = earlierOf(fourWeekDue, twelveMonthLastDay);
      return { fourWeekDue, twelveMonthLastDay, effectiveDue };
    },
  },
  {
    code: 'AR-FINAL-8W-12W',
    source: 'SI 2014/1530 reg 22(2)-(4); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)',
    effectiveFrom: PART_3,
    compute: finalAmendedPlan,
  },
  {
    code: 'AR-REPS-15D',
    source: 'SI 2014/1530 reg 22(2)(c)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => representations(input.day('amendmentNoticeServed'), office),
  },
  {
    code: 'AR-UNDER5',
    source: 'SEND Code of Practice 9.178 (guidance, "should consider")',
    effectiveFrom: '2015-01-01',
    compute: (input, { office }) => {
      const from = input.day('planIssuedOrLastReviewed');
      const considerFrom = addMonths(from, 3);
      return {
        considerFrom,
        considerBy: addMonths(from, 6),
        statutoryDue: lastDayOf(TWELVE_MONTHS, from, office),
        binding: false,
        underFiveThen: ageOn(input.day('dateOfBirth'), considerFrom) < 5,
      };
    },
  },
];

/** A Tribunal's amendment is not a review, so it does not start the year again. */
function lastReview(input: RuleInput): CalendarDay {
  input.optionalDay('planAmendedByTribunal');
  return input.optionalDay('lastReviewed') ?? input.day('planFirstMade');
}

/** A late notice does not win time: Devon keeps 12 weeks from the meeting. */
function finalAmendedPlan(input: RuleInput, { office }: RuleTools) {
  const meeting = input.day('reviewMeeting');
  const noticeSent = input.day('amendmentNoticeSent');
  const noticeDue = addDays(meeting, 4 * WEEK);
  const eightWeeks = addDays(noticeSent, 8 * WEEK);
  const devonBackstop = addDays(meeting, 12 * WEEK);
  const finalDue = earlierOf(eightWeeks, devonBackstop);
  return {
    noticeDue,
    noticeOnTime: noticeSent <= noticeDue,
    eightWeeks,
    devonBackstop,
    finalDue,
    weekday: weekdayOf(finalDue),
    lastWorkingDayOnOrBefore: office.lastWorkingDayOnOrBefore(finalDue),
  };
}
