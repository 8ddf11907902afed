import {
  type Calendar,
  type CalendarDay,
  laterOf,
  longDay,
  plainDay,
} from '@app/statutory-calendar';
import { type Claims, type ExcuseRow, groundsOf } from '../lawful-excuses';
import {
  type AssessmentDays,
  assessmentPlan,
  type AssessmentPlan,
  usualEnd,
} from './assessment-plan';
import { type CountedIn } from './rule-day';
import { days, type Leg, legOn } from './leg';
import { ASSESSMENT_DAYS, awayProblems, type DayProblem, orderProblems } from './supposed-days';

/** What would come of it. */
export interface WhatIf {
  /** The whole answer in one sentence. */
  readonly verdict: string;
  readonly canBeMet: boolean;
  readonly legs: readonly Leg[];
  /** When it ends at the usual pace from what is known; undefined where it is over, or nothing is usual. */
  readonly usually: CalendarDay | undefined;
  readonly excuses: readonly ExcuseRow[];
}

interface Asked {
  readonly calendar: CountedIn;
  readonly today: CalendarDay;
}

/** What is wrong with the days of an assessment; empty when they make sense. */
export function assessmentProblems(supposed: AssessmentDays, today: CalendarDay): DayProblem[] {
  return [
    ...orderProblems(ASSESSMENT_DAYS, supposed, today),
    ...awayProblems(supposed, supposed.received),
  ];
}

/**
 * Whether the 20 weeks can be met, and the last safe day of each step: counted back from the end, with 15 days for the
 * family and the council’s usual weeks for the rest. The days must make sense. Pure.
 */
export function whatIfAssessment(supposed: AssessmentDays, asked: Asked): WhatIf {
  const received = supposed.received ?? asked.today;
  const known = knownDay(supposed, asked.today);
  const plan = assessmentPlan(received, supposed, asked.calendar);
  return {
    ...judged(supposed, plan, known, asked.calendar),
    legs: legsOf(supposed, plan, known, asked.calendar),
    usually: supposed.sent ? undefined : usualEnd(received, supposed, asked.today),
    excuses: groundsOf({
      clock: { code: 'w20', anchor: received, dueOn: plan.final, endedOn: supposed.sent ?? null },
      claims: claimsOf(supposed),
      askedOn: supposed.asked ?? supposed.decided,
      calendar: asked.calendar,
      schoolName: null,
    }),
  };
}

/** The latest day on which something happened or is supposed to; never before today. */
function knownDay(supposed: AssessmentDays, today: CalendarDay): CalendarDay {
  return ASSESSMENT_DAYS.reduce(
    (latest, { name }) => laterOf(latest, supposed[name] ?? latest),
    today,
  );
}

function legsOf(
  supposed: AssessmentDays,
  plan: AssessmentPlan,
  known: CalendarDay,
  calendar: Calendar,
): Leg[] {
  const leg = (it: Parameters<typeof legOn>[0]) => legOn(it, known, calendar);
  const law = (day: CalendarDay, article: string) => ({
    day,
    source: `SEND Regulations 2014, regulation ${article}`,
  });
  const { decided, advice, agreed, draft, sent } = supposed;
  const after = (...later: (CalendarDay | undefined)[]) => later.some(Boolean);
  const lateAnswer = plan.answer && plan.answer > plan.advice && !advice;
  return [
    leg({
      label: 'Family told if we will assess',
      legal: law(plan.decide, '5(1)'),
      done: decided,
      isOver: after(supposed.asked, advice, agreed, draft, sent),
    }),
    leg({
      label: 'Advice asked for',
      safe: plan.ask,
      done: supposed.asked ?? decided,
      isOver: after(advice, agreed, draft, sent),
    }),
    leg({
      label: 'All advice in',
      ...(plan.answer && { legal: law(plan.answer, '8(1)') }),
      safe: plan.advice,
      done: advice,
      isOver: after(agreed, draft, sent),
      note: lateAnswer
        ? 'Advisers may take longer in law: agree an earlier day with them.'
        : undefined,
    }),
    leg({
      label: 'Decision to issue a plan',
      safe: plan.agree,
      done: agreed,
      isOver: after(draft, sent),
      note: agreed
        ? undefined
        : `If the answer is no, the family must hear by ${plainDay(plan.noPlan)} (regulation 10(1)).`,
    }),
    leg({
      label: 'Draft plan with the family',
      safe: plan.draft,
      done: draft,
      isOver: after(sent),
    }),
    leg({
      label: 'Family’s 15 days on the draft',
      ...(plan.window && { legal: law(plan.window, '13(1)(a)') }),
      note: plan.window
        ? 'The family may say earlier that it has finished.'
        : 'They count from the day the draft comes, that day included.',
    }),
    leg({ label: 'Final plan sent', legal: law(plan.final, '13(2)'), done: sent }),
  ];
}

function judged(
  { draft, sent }: AssessmentDays,
  { final, draft: safeDraft, window }: AssessmentPlan,
  known: CalendarDay,
  calendar: Calendar,
): Pick<WhatIf, 'verdict' | 'canBeMet'> {
  const workTo = (day: CalendarDay) => longDay(calendar.lastWorkingDayOnOrBefore(day));
  const can = (verdict: string) => ({ verdict, canBeMet: true });
  const cannot = (verdict: string) => ({ verdict, canBeMet: false });
  const early =
    window && sent && sent <= window
      ? ` The family’s 15 days end on ${plainDay(window)}, so it must have said that it has finished.`
      : '';
  if (sent && sent <= final) return can(`Week 20 is met: it ends on ${longDay(final)}.${early}`);
  if (sent)
    return cannot(
      `Week 20 is missed by ${days(final, sent)}: it ended on ${longDay(final)}.${early}`,
    );
  if (known > final) return cannot(`Week 20 can no longer be met: it ended on ${longDay(final)}.`);
  if (!draft && known <= safeDraft)
    return can(`Week 20 can still be met if the draft is with the family by ${workTo(safeDraft)}.`);
  if (window && window < final) {
    const last = calendar.lastWorkingDayOnOrBefore(final);
    const shut =
      last > window
        ? ''
        : ' The office is closed from the end of their 15 days until then, unless the family says earlier that it has finished.';
    return can(
      `Week 20 can still be met if the final plan is sent by ${longDay(last > window ? last : final)}. The family has until ${longDay(window)}.${shut}`,
    );
  }
  return can(
    `Week 20 can be met only if the family says that it has finished with the draft before its 15 days are over, and the final plan is sent by ${workTo(final)}.`,
  );
}

/** A time away as it would be claimed. */
function claimsOf({ awayFrom, awayTo }: AssessmentDays): Claims {
  return awayFrom && awayTo ? { absent: { absentFrom: awayFrom, absentTo: awayTo } } : {};
}
