import { type CalendarDay } from '@app/statutory-calendar';
import { daysFrom } from './pure/day-counter';
import { type Learning } from './pure/learning';
import { type WhatIf } from './pure/outlook';
import { type Open } from './pure/present-leg';

/** What an action costs: 1 a call or a message, 2 a piece of work that is due anyway, 3 a decision with a reason to be given. */
export type Cost = 1 | 2 | 3;

/** Something that can be recorded on a case and may bring its end nearer. */
export interface Candidate {
  readonly type: string;
  readonly service?: string;
  readonly cost: Cost;
  readonly effect: WhatIf;
}

/** An action with what it would do. */
export interface Action extends Candidate {
  /** The chance that is left once it is done. */
  readonly chance: number;
  /** Days by which the likely end comes nearer. */
  readonly days: number;
}

const now = { leg: 'at_once' } as const;
const fast = { leg: 'fast' } as const;

type Offers = Readonly<Record<string, readonly Candidate[]>>;

/** By state of an assessment. What waits for others is taken as fast as the fastest of four; what is ours, as done today. */
const ASSESSMENT: Offers = {
  requested: [{ type: 'PANEL_LISTED', cost: 1, effect: fast }],
  decision_assess: [{ type: 'AGREED_TO_ASSESS', cost: 2, effect: now }],
  decision_plan: [{ type: 'AGREED_TO_ISSUE', cost: 2, effect: now }],
  drafting: [{ type: 'DRAFT_ISSUED', cost: 2, effect: now }],
  draft_issued: [
    { type: 'CONSULTATION_SENT', cost: 1, effect: { later: { leg: 5, to: 'fast' } } },
    { type: 'REPRESENTATIONS_RECEIVED', cost: 1, effect: fast },
  ],
  finalising: [
    { type: 'CONSULTATION_SENT', cost: 1, effect: fast },
    { type: 'CONSULTATIONS_COMPLETE', cost: 1, effect: fast },
    { type: 'FINAL_ISSUED', cost: 2, effect: now },
  ],
};

/** By state of a review. Which decision to take is not for a forecast to say. */
const REVIEW: Offers = {
  due: [
    { type: 'MEETING_CHASED', cost: 1, effect: fast },
    { type: 'AUTHORITY_ARRANGES', cost: 2, effect: fast },
    { type: 'MEETING_ARRANGED', cost: 2, effect: fast },
  ],
  held: [
    { type: 'REPORT_CHASED', cost: 1, effect: fast },
    { type: 'DECIDED_WITHOUT_REPORT', cost: 2, effect: now },
  ],
  report_in: [{ type: 'DECISION_MAINTAIN', cost: 2, effect: now }],
  amending: [{ type: 'FINAL_AMENDED_ISSUED', cost: 2, effect: now }],
};

/** What may be done in this state, whether or not the case can receive it now. */
export function candidates(
  stage: string,
  { way, standing, history, day }: Open,
): readonly Candidate[] {
  if (way.waitsIn !== standing.leg) return ASSESSMENT[stage] ?? REVIEW[stage] ?? [];
  const awaited = history.asked.filter(({ inOn }) => inOn === null);
  if (!awaited.length) return [{ type: 'ADVICE_COMPLETE', cost: 1, effect: now }];
  const chases = awaited.map(({ service }): Candidate => ({
    type: 'ADVICE_CHASED',
    service,
    cost: 1,
    effect: { service: { name: service, to: 'fast' } },
  }));
  const isOverdue = awaited.every(({ askedOn }) => daysFrom(askedOn, day) > ADVISERS_HAVE);
  return isOverdue ? [...chases, { type: 'ADVICE_COMPLETE', cost: 3, effect: now }] : chases;
}

/** Services have six weeks. Going on without advice is named only once they are over for all that is awaited. */
const ADVISERS_HAVE = 42;

/** An action must take away at least so much of the chance, or so many days, to be worth naming. */
const WORTH = { chance: 0.01, days: 1 };
/** Those that do nearly as much as the best are compared by their cost. */
const NEARLY = 0.8;

/**
 * The cheapest of the actions that help the most: by the chance of breach, or where the date is lost anyway, by days.
 * Undefined where nothing helps.
 */
export function cheapest(
  open: Open,
  dueOn: CalendarDay,
  { outlook }: Learning,
  possible: readonly Candidate[],
): Action | undefined {
  const before = outlook.chanceOfBreach(open, dueOn);
  const end = outlook.expected(open).middle;
  const actions = possible.map((candidate) => ({
    ...candidate,
    chance: outlook.chanceOfBreach(open, dueOn, candidate.effect),
    days: daysFrom(outlook.expected(open, candidate.effect).middle, end),
  }));
  return (
    cheapestBy(actions, ({ chance }) => before - chance, WORTH.chance) ??
    cheapestBy(actions, ({ days }) => days, WORTH.days)
  );
}

function cheapestBy(
  actions: readonly Action[],
  gain: (action: Action) => number,
  worth: number,
): Action | undefined {
  const best = Math.max(0, ...actions.map(gain));
  if (best < worth) return undefined;
  return actions
    .filter((action) => gain(action) >= NEARLY * best)
    .sort((a, b) => a.cost - b.cost || gain(b) - gain(a))[0];
}
