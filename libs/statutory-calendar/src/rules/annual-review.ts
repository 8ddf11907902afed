import { type CalendarDay, earlierOf, weekdayOf } from '../day/calendar-day';
import { ageOn } from '../day/school-year';
import { countedBack, due, dueRule, representations } from './due';
import { CODE, PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const MEETING = 'The review meeting.';
const REVIEWED = 'The plan was first made, or the last review was concluded.';
const YEAR = { rule: 'AR-12M' } as const;
const DECISION = { rule: 'AR-DECISION-4W' } as const;

/** Annual reviews. */
export const annualReviewRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'AR-12M',
    says: 'Conclude the review: the decision is notified.',
    certainty: 'medium',
    source: 'Children and Families Act 2014 s 44(1)',
    trigger: REVIEWED,
    limits: { due: { unit: 'monthsBeginning', n: 12 } },
    metBy: 'The family is told the decision.',
    reading:
      'The day itself is the first of the 12 months. A change ordered by the Tribunal is no review.',
    compute: (input, { office, last, limit }) => {
      const dueDate = last(lastReview(input));
      const latest = countedBack(limit(dueDate, DECISION), dueDate);
      return { ...due(dueDate, office), latestMeetingForFourWeekDecision: latest };
    },
  },
  {
    ...PART_3,
    code: 'AR-NOTICE-2W',
    says: 'Invite everybody, and send round the advice.',
    source: 'SI 2014/1530 reg 20(3)-(4)',
    trigger: MEETING,
    limits: { due: { unit: 'CW', n: -2 } },
    metBy: 'The invitations and the advice are sent.',
    compute: (input, { office, last }) => {
      const latestNotice = last(input.day('reviewMeeting'));
      return {
        latestNotice,
        latestCirculation: latestNotice,
        weekday: weekdayOf(latestNotice),
        lastWorkingDayOnOrBefore: office.lastWorkingDayOnOrBefore(latestNotice),
      };
    },
  },
  dueRule({
    ...PART_3,
    code: 'AR-REPORT-2W',
    says: 'Send the report of the meeting.',
    source: 'SI 2014/1530 reg 20 (school report)',
    trigger: MEETING,
    from: 'reviewMeeting',
    limit: { unit: 'CW', n: 2 },
    metBy: 'The report reaches the authority and everybody invited.',
  }),
  dueRule({
    ...PART_3,
    code: 'AR-DECISION-4W',
    says: 'Tell the family whether the plan is kept, changed or ended, with any proposed changes.',
    source: 'SI 2014/1530 reg 20(10)',
    trigger: MEETING,
    from: 'reviewMeeting',
    limit: { unit: 'CW', n: 4 },
    metBy: 'The decision, and with it the proposed changes, are sent.',
    reading: 'The proposed changes go with the decision (Devon, 2022).',
  }),
  {
    ...CODE,
    code: 'AR-DECISION-CAP',
    says: 'The decision also falls inside the 12 months.',
    source: 'SEND Code of Practice 9.169',
    trigger: MEETING,
    limits: {},
    derivedFrom: ['AR-DECISION-4W', 'AR-12M'],
    compute: (input, { last }) => {
      const fourWeekDue = last(input.day('reviewMeeting'), DECISION);
      const twelveMonthLastDay = last(input.day('planFirstMadeOrLastReviewed'), YEAR);
      const effectiveDue = earlierOf(fourWeekDue, twelveMonthLastDay);
      return { fourWeekDue, twelveMonthLastDay, effectiveDue };
    },
  },
  {
    ...PART_3,
    code: 'AR-FINAL-8W-12W',
    says: 'Send the final changed plan.',
    source: 'SI 2014/1530 reg 22(2)-(4); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)',
    trigger: 'The notice of changes is sent, and the meeting before it.',
    limits: { notice: { unit: 'CW', n: 8 }, meeting: { unit: 'CW', n: 12 } },
    metBy: 'The final plan is sent, or the family is told that nothing is changed after all.',
    reading: 'The earlier of the two: a late notice wins no time.',
    compute: finalAmendedPlan,
  },
  {
    ...PART_3,
    code: 'AR-REPS-15D',
    says: 'The family has time to answer the proposed changes.',
    source: 'SI 2014/1530 reg 22(2)(c)',
    trigger: 'The notice of changes is served.',
    limits: { due: { unit: 'daysBeginning', n: 15 } },
    metBy: 'The window has passed, or the family says that it has finished.',
    compute: (input, { last }) => representations(last(input.day('amendmentNoticeServed'))),
  },
  {
    ...CODE,
    code: 'AR-UNDER5',
    says: 'Consider reviewing the plan of a child under 5 more often.',
    source: 'SEND Code of Practice 9.178 (guidance, "should consider")',
    trigger: REVIEWED,
    limits: { due: { unit: 'months', n: 6 }, from: { unit: 'months', n: 3 } },
    derivedFrom: ['AR-12M'],
    reading: 'A reminder. The duty stays at 12 months.',
    compute: (input, { last }) => {
      const from = input.day('planIssuedOrLastReviewed');
      const considerFrom = last(from, { limit: 'from' });
      return {
        considerFrom,
        considerBy: last(from),
        statutoryDue: last(from, YEAR),
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

/** A late notice does not win time: the longer limit from the meeting stands behind it. */
function finalAmendedPlan(input: RuleInput, { office, last }: RuleTools) {
  const meeting = input.day('reviewMeeting');
  const noticeSent = input.day('amendmentNoticeSent');
  if (noticeSent < meeting)
    throw input.bad('amendmentNoticeSent', 'a day on or after reviewMeeting');
  const noticeDue = last(meeting, DECISION);
  const eightWeeks = last(noticeSent, { limit: 'notice' });
  const devonBackstop = last(meeting, { limit: 'meeting' });
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
