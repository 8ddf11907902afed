import { type CalendarDay } from '@app/statutory-calendar';
import { type Collection, inYear } from './collection';
import { type PlanFacts, type ReviewCase, type ReviewFacts } from './facts';
import { type ActivePlan } from './records';

/** A review with the day on which its draft amendments went out. */
interface DatedReview extends ReviewFacts {
  readonly draftOn: CalendarDay | null;
}

const DECISIONS = {
  DECISION_MAINTAIN: 'maintain',
  DECISION_AMEND: 'amend',
  DECISION_CEASE: 'cease',
} as const;

/** The last review of a plan that met by survey day, decided or not. */
export function lastReview(
  plan: PlanFacts,
  reviews: readonly ReviewCase[],
  { census }: Collection,
): DatedReview | undefined {
  const inRegister: ReviewFacts = {
    metOn: plan.lastMetOn,
    concludedOn: plan.lastConcludedOn,
    outcome: plan.lastOutcome,
  };
  const before = [plan.earlierReview, inRegister]
    .filter((it) => it !== null)
    .map((it) => ({ ...it, draftOn: null }));
  return [...before, ...reviews.map((review) => held(review, census))]
    .filter((it) => it !== undefined)
    .filter(
      (it) =>
        heldOn(it) !== null && (heldOn(it) ?? '') <= census && (it.concludedOn ?? '') <= census,
    )
    .toSorted((a, b) => ((heldOn(a) ?? '') < (heldOn(b) ?? '') ? -1 : 1))
    .at(-1);
}

const heldOn = ({ metOn, concludedOn }: ReviewFacts) => metOn ?? concludedOn;

/** What a case says about its meeting and decision, up to a day. */
function held({ events }: ReviewCase, to: CalendarDay): DatedReview | undefined {
  const known = events.filter(({ on }) => on <= to);
  const meeting = known.findLast(({ type }) => type === 'MEETING_HELD');
  const decision = known.findLast(({ type }) => type in DECISIONS);
  if (!meeting && !decision) return undefined;
  const amends =
    decision?.type === 'DECISION_AMEND' && decision.payload['changesEnclosed'] === true;
  return {
    metOn: meeting?.on ?? null,
    concludedOn: decision?.on ?? null,
    outcome: decision ? DECISIONS[decision.type as keyof typeof DECISIONS] : null,
    draftOn: amends ? decision.on : null,
  };
}

const NAMES_NEXT = ['FINAL_AMENDED_ISSUED', 'DECISION_MAINTAIN', 'AMENDMENT_WITHDRAWN'];

/** A move to the next phase whose day by law fell in the calendar year, and when the plan named the place. */
export function phaseTransfer(
  reviews: readonly ReviewCase[],
  collection: Collection,
): Pick<ActivePlan, 'phasetransferduedate' | 'phasetransferfinaldate'> {
  const transfer = reviews.findLast(({ transferDueOn }) => inYear(transferDueOn, collection));
  const named = transfer?.events.find(
    ({ type, on }) => NAMES_NEXT.includes(type) && on <= collection.to,
  );
  return {
    phasetransferduedate: transfer?.transferDueOn ?? null,
    phasetransferfinaldate: named?.on ?? null,
  };
}
