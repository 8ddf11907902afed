import { ehcPolicy } from '@app/pathways';
import { addDays, type CalendarDay, laterOf } from '@app/statutory-calendar';
import { type CountedIn, ruleDay } from './rule-day';
import { type ASSESSMENT_DAYS, type AWAY_DAYS, type SupposedDays } from './supposed-days';

type Name = (typeof ASSESSMENT_DAYS)[number]['name'] | (typeof AWAY_DAYS)[number]['name'];

/** Days of an assessment as somebody supposes them. */
export type AssessmentDays = SupposedDays<Name>;

/** Days that the steps are measured by. */
export interface AssessmentPlan {
  readonly decide: CalendarDay;
  readonly ask: CalendarDay;
  readonly answer: CalendarDay | undefined;
  readonly advice: CalendarDay;
  readonly noPlan: CalendarDay;
  readonly agree: CalendarDay;
  readonly draft: CalendarDay;
  readonly window: CalendarDay | undefined;
  readonly final: CalendarDay;
}

/** Each day counted from the request by the rule book, and back from the end by what is usual. */
export function assessmentPlan(
  received: CalendarDay,
  { asked, decided, draft }: AssessmentDays,
  calendar: CountedIn,
): AssessmentPlan {
  const request = { requestReceived: received };
  const day = (rule: string, key: string, input: object) =>
    ruleDay(rule, key, { ...input }, calendar);
  const safeDraft = day('EHCNA-DRAFT-LATEST', 'latestDraftServed', request);
  const agree = addDays(safeDraft, -7 * usualWeeks('draft'));
  const advice = addDays(agree, -7 * usualWeeks('decide_plan'));
  const decide = day('EHCNA-DECIDE-6W', 'dueDate', request);
  const from = asked ?? decided;
  return {
    decide,
    ask: laterOf(decide, addDays(advice, -ADVISERS_HAVE)),
    answer: from && day('EHCNA-ADVICE-6W', 'dueDate', { adviceRequestReceivedByBody: from }),
    advice,
    noPlan: day('EHCNA-NOPLAN-16W', 'dueDate', request),
    agree,
    draft: safeDraft,
    window: draft && day('EHCNA-DRAFT-15D', 'representationsLastDay', { draftServed: draft }),
    final: day('EHCNA-FINAL-20W', 'dueDate', request),
  };
}

const ADVISERS_HAVE = 42;
const FAMILY_HAS = 15;

/** The weeks that a leg usually takes after the one before it. */
function usualWeeks(leg: (typeof ehcPolicy.legs)[number]['key']): number {
  const at = ehcPolicy.legs.findIndex(({ key }) => key === leg);
  const [here, before] = [ehcPolicy.legs[at], ehcPolicy.legs[at - 1]];
  return (here?.usual[1] ?? 0) - (before?.usual[1] ?? 0);
}

/** When the plan goes out at the usual pace from what is known. */
export function usualEnd(
  received: CalendarDay,
  supposed: AssessmentDays,
  today: CalendarDay,
): CalendarDay {
  const after = (done: CalendarDay | undefined, usual: CalendarDay) =>
    done ?? laterOf(usual, today);
  const decided = after(supposed.decided, addDays(received, 7 * usualWeeks('decide_assess')));
  const advice = after(supposed.advice, addDays(supposed.asked ?? decided, ADVISERS_HAVE));
  const agreed = after(supposed.agreed, addDays(advice, 7 * usualWeeks('decide_plan')));
  const draft = after(supposed.draft, addDays(agreed, 7 * usualWeeks('draft')));
  return after(undefined, addDays(draft, FAMILY_HAS));
}
