import {
  addDays,
  type Calendar,
  type CalendarDay,
  laterOf,
  longDay,
  plainDay,
} from '@app/statutory-calendar';
import { type CountedIn } from './rule-day';
import { type WhatIf } from './assessment';
import { days, type Leg, legOn } from './leg';
import { type Move, type ReviewDays, reviewPlan, type ReviewPlan } from './review-plan';
import { type DayProblem, MOVE_DAY, orderProblems, REVIEW_DAYS } from './supposed-days';

interface Asked {
  readonly calendar: CountedIn;
  readonly today: CalendarDay;
  readonly kind?: Move | undefined;
}

/** What is wrong with the days of a review; empty when they make sense. */
export function reviewProblems(
  supposed: ReviewDays,
  { today, kind }: Pick<Asked, 'today' | 'kind'>,
): DayProblem[] {
  const problems = orderProblems(REVIEW_DAYS, supposed, today);
  const { move, concluded, meeting } = supposed;
  const about = (text: string) => [
    ...problems,
    { field: MOVE_DAY.name, text: `${MOVE_DAY.label}: ${text}` },
  ];
  if (kind && !move) return about('enter the day, or choose no move');
  if (move && !kind) return [...problems, { field: 'kind', text: 'Choose which move it is' }];
  if (move && concluded && move < concluded)
    return about(`${plainDay(move)} is before the last review. Change one of them`);
  if (move && meeting && move < meeting)
    return about(`${plainDay(move)} is before the review meeting. Change one of them`);
  return problems;
}

/** Whether a review can be concluded in its year and its plan changed in time, and the last safe day of each step. Pure. */
export function whatIfReview(supposed: ReviewDays, { calendar, today, kind }: Asked): WhatIf {
  const known = REVIEW_DAYS.reduce((day, { name }) => laterOf(day, supposed[name] ?? day), today);
  const plan = reviewPlan(supposed, kind, calendar);
  return {
    ...judged(supposed, plan, known, calendar),
    legs: legsOf(supposed, plan, known, calendar),
    usually: undefined,
    excuses: [],
  };
}

function legsOf(
  supposed: ReviewDays,
  plan: ReviewPlan,
  known: CalendarDay,
  calendar: Calendar,
): Leg[] {
  const leg = (it: Parameters<typeof legOn>[0]) => legOn(it, known, calendar);
  const law = (day: CalendarDay, article: string) => ({
    day,
    source: `SEND Regulations 2014, regulation ${article}`,
  });
  const { meeting, decision, sent } = supposed;
  return [
    ...(meeting && meeting <= known
      ? []
      : [leg({ label: 'Invitations and papers out', legal: law(plan.noticeBy, '20(3) and (4)') })]),
    leg({
      label: 'Review meeting',
      safe: plan.meetingBy,
      done: meeting,
      isOver: Boolean(decision ?? sent),
    }),
    ...(decision
      ? []
      : [
          leg({
            label: 'Report of the meeting',
            legal: law(plan.reportBy, '20(8)'),
            note: 'The decision does not wait for it.',
          }),
        ]),
    leg({
      label: 'Decision sent, with any changes',
      legal: law(plan.decideBy, '20(10)'),
      done: decision,
      isOver: Boolean(sent),
      note:
        plan.decideBy === plan.yearEnds
          ? `The year ends on ${plainDay(plan.yearEnds)}, before the four weeks are over.`
          : undefined,
    }),
    ...(plan.finalBy && plan.window
      ? [
          leg({ label: 'Family’s 15 days on the changes', legal: law(plan.window, '22(2)(c)') }),
          leg({
            label: 'Final changed plan sent',
            legal: law(plan.finalBy, '22(3), and the Devon judgment of 2022'),
            done: sent,
          }),
        ]
      : []),
    ...(plan.named
      ? [
          leg({
            label: 'Plan names the next place',
            legal: law(plan.named, '18'),
            safe: addDays(plan.named, -1),
            done: sent,
            note: 'The regulation says “before” this day, so work to the day before.',
          }),
        ]
      : []),
  ];
}

function judged(
  { meeting, decision }: ReviewDays,
  { meetingBy, decideBy, yearEnds, finalBy, named }: ReviewPlan,
  known: CalendarDay,
  calendar: Calendar,
): Pick<WhatIf, 'verdict' | 'canBeMet'> {
  const workTo = (day: CalendarDay) => longDay(calendar.lastWorkingDayOnOrBefore(day));
  const end = `The year ends on ${longDay(yearEnds)}`;
  const can = (verdict: string) => ({ verdict, canBeMet: true });
  const cannot = (verdict: string) => ({ verdict, canBeMet: false });
  if (decision && decision <= decideBy)
    return can(
      `The review is concluded in time.${finalBy ? ` If the plan is changed, the final plan is due by ${workTo(finalBy)}.` : ''}`,
    );
  if (decision)
    return cannot(
      `The review is concluded ${days(decideBy, decision)} late: the decision was due by ${longDay(decideBy)}.`,
    );
  if (known > yearEnds) return cannot(`The review can no longer be concluded in its year. ${end}.`);
  if (meeting && known <= decideBy)
    return can(
      `The review can be concluded in time if the decision is sent by ${workTo(decideBy)}.`,
    );
  if (meeting)
    return cannot(
      `The four weeks after the meeting are over: the decision was due by ${longDay(decideBy)}.`,
    );
  if (known <= meetingBy)
    return can(
      `The review can be concluded in time if the meeting is held by ${workTo(meetingBy)}.`,
    );
  const passed = `The last safe day for the meeting, ${longDay(meetingBy)}, has passed.`;
  if (named && known >= named)
    return cannot(`${passed} The plan had to name the next place before ${longDay(named)}.`);
  if (named && named < yearEnds)
    return can(
      `${passed} The plan must name the next place by ${workTo(addDays(named, -1))}: the steps after the meeting must take less than their full time.`,
    );
  return can(`${passed} ${end}: the decision must follow the meeting in fewer than four weeks.`);
}
