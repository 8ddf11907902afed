import { type PathwayEvent, type PathwayState, said } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** What a step does to the EHC plan of its child. */
export interface PlanChange {
  readonly what: 'made' | 'moved_in' | 'amended' | 'reviewed' | 'ceased';
  /** When it was so; for a plan that moved in the day of the move. */
  readonly onDay: CalendarDay;
  /** When a plan that moved in was first made, as far as is known. */
  readonly madeOn?: string | null;
  /** The school that section I names. */
  readonly urn?: string | null;
  /** Day of the review meeting. */
  readonly metOn?: string | null;
  readonly outcome?: 'maintain' | 'amend' | 'cease';
  /** Why the plan ended, as the SEN2 return counts it: '1' to '9'. */
  readonly reason?: string | null;
  /** Code of the council that the plan moved to, or came from. */
  readonly otherCouncil?: string | null;
}

interface Past {
  readonly pathway: string;
  readonly event: Pick<PathwayEvent, 'type' | 'occurredOn' | 'payload'>;
  readonly state: PathwayState;
}

type Change = (past: Past) => PlanChange | undefined;

const COUNCIL = /^\d{3}$/;
const TO_ANOTHER_COUNCIL = '5';
const DIED = '8';

const reviewed =
  (outcome: NonNullable<PlanChange['outcome']>): Change =>
  ({ event, state }) => ({
    what: 'reviewed',
    onDay: event.occurredOn,
    metOn: text(state.context['heldOn']),
    outcome,
  });

const amended: Change = ({ event }) => ({
  what: 'amended',
  onDay: event.occurredOn,
  urn: said(event, 'urn') ?? null,
});

/** The first review of a plan that another council made (regulation 15(3)): it is treated as ours from the move. */
const movedIn: Change = ({ event }) => {
  const moved = said(event, 'transferredInOn');
  if (!moved) return undefined;
  const known = said(event, 'planFinalOn') ?? said(event, 'lastConcludedOn');
  return {
    what: 'moved_in',
    onDay: moved,
    madeOn: known && known < moved ? known : moved,
    otherCouncil: matching(said(event, 'transferredFrom'), COUNCIL),
  };
};

const movedAway =
  (day: string): Change =>
  ({ event }) => ({
    what: 'ceased',
    onDay: said(event, day) ?? event.occurredOn,
    reason: TO_ANOTHER_COUNCIL,
    otherCouncil: matching(said(event, 'newLaCode'), COUNCIL),
  });

/** An appeal that fails, or time that runs out without one, ends the plan; other roads leave it in force. */
const endOfPlan: Change = ({ event, state }) =>
  state.value['work'] === 'ceased'
    ? {
        what: 'ceased',
        onDay: text(state.context['ceasedOn']) ?? event.occurredOn,
        reason: matching(text(state.context['sen2Reason']), /^[1-9]$/),
      }
    : undefined;

const IN_PATHWAY: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  ehc_needs_assessment: {
    FINAL_ISSUED: ({ event }) => ({
      what: 'made',
      onDay: event.occurredOn,
      urn: said(event, 'urn') ?? null,
    }),
  },
  annual_review: {
    REVIEW_OPENED: movedIn,
    DECISION_MAINTAIN: reviewed('maintain'),
    DECISION_AMEND: reviewed('amend'),
    DECISION_CEASE: reviewed('cease'),
    FINAL_AMENDED_ISSUED: amended,
    CEASE_CONFIRMED: ({ event }) => ({
      what: 'ceased',
      onDay: said(event, 'ceasedOn') ?? event.occurredOn,
    }),
    PLAN_TRANSFERRED: movedAway('transferredOn'),
  },
  plan_change: { FINAL_AMENDED_ISSUED: amended },
  cessation: { APPEAL_WINDOW_ENDED: endOfPlan, APPEAL_DISMISSED: endOfPlan },
};

/** A plan goes with its child, whichever case the news is recorded on (regulation 15). */
const IN_ALL: Readonly<Record<string, Change>> = {
  CHILD_MOVED_LA: movedAway('moveDate'),
  DECEASED: ({ event }) => ({
    what: 'ceased',
    onDay: said(event, 'date') ?? event.occurredOn,
    reason: DIED,
  }),
};

/** What this step does to the child's plan; undefined for most steps. */
export function planChangeOf(past: Past): PlanChange | undefined {
  const change = IN_PATHWAY[past.pathway]?.[past.event.type] ?? IN_ALL[past.event.type];
  return change?.(past);
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const matching = (value: string | null | undefined, form: RegExp) =>
  value && form.test(value) ? value : null;
