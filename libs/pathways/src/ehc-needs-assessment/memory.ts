import { assign, enqueueActions } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { isAgreed } from '../regions/dispute/mediation-clocks';
import { type Adviser } from './events';
import { excusedBy } from './excuses';

/** What an assessment remembers between events. */
export interface EhcContext {
  readonly receivedOn: string;
  readonly kind: 'first' | 'reassessment';
  readonly awaiting: readonly Adviser[];
  /** The day on which the requests reached the advisers, and another day for those whom they reached on another, or who were asked again. */
  readonly askedOn: string | null;
  readonly asked: Readonly<Partial<Record<Adviser, string>>>;
  readonly received: Readonly<Partial<Record<Adviser, string>>>;
  readonly draftServedOn: string | null;
  readonly consulted: readonly { readonly urn: string; readonly repliedOn: string | null }[];
  /** The day on which the family was told of a reassessment: its 14 weeks count from it. */
  readonly agreedOn: string | null;
  /** Every date with the ground that was claimed for it, and the grounds that still hold. */
  readonly excused: readonly string[];
  readonly excuses: readonly string[];
  readonly familyTold: boolean;
  /** The last decision that can be appealed, and the day it was sent. */
  readonly decidedOn: string | null;
  /** What reopened the case: it sets dates of its own. */
  readonly reopenedOn: string | null;
  readonly reopenedFor: 'assessment' | 'plan' | 'decision' | 'content' | 'school_name' | null;
  readonly agreementOpen: boolean;
  readonly namedUrn: string | null;
  /** The day the first final plan was sent. */
  readonly finalOn: string | null;
  readonly reasonCode: string | null;
}

/** A memory as the machine carries it: what is empty stands nowhere, since every step writes all of it again. */
export type SparseEhcContext = Pick<EhcContext, 'receivedOn' | 'draftServedOn' | 'reasonCode'> &
  Partial<EhcContext>;

const NOTHING: Omit<EhcContext, 'receivedOn' | 'draftServedOn' | 'reasonCode'> = {
  kind: 'first',
  awaiting: [],
  askedOn: null,
  asked: {},
  received: {},
  consulted: [],
  agreedOn: null,
  excused: [],
  excuses: [],
  familyTold: false,
  decidedOn: null,
  reopenedOn: null,
  reopenedFor: null,
  agreementOpen: false,
  namedUrn: null,
  finalOn: null,
};

/** The whole memory, with what stands nowhere. */
export const whole = (context: SparseEhcContext): EhcContext => ({
  ...NOTHING,
  ...(Object.fromEntries(
    Object.entries(context).filter(([, value]) => value !== undefined),
  ) as SparseEhcContext),
});

/** What an assessment knows on the day the request came. */
export const opened = (event: PathwayEvent): SparseEhcContext => ({
  receivedOn: event.occurredOn,
  draftServedOn: null,
  reasonCode: null,
  ...(event.payload['kind'] === 'reassessment' && { kind: 'reassessment' }),
});

const isNothing = (value: unknown) =>
  value === null ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const sparse = (kept: Partial<EhcContext>): Partial<EhcContext> =>
  Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [name, isNothing(value) ? undefined : value]),
  );

const FIRST_FIVE: readonly Adviser[] = ['parent', 'school', 'ep', 'health', 'social_care'];
const adviserOf = (event: PathwayEvent) => event.payload['adviser'] as Adviser;
const isBack = (event: PathwayEvent) => event.payload['quality'] === 'back';

/** Those whom a step asks for advice. */
export const advisersIn = ({ payload }: Pick<PathwayEvent, 'payload'>) =>
  (payload['advisers'] as readonly Adviser[] | undefined) ?? FIRST_FIVE;

/** The day on which a request reaches one adviser; without a name, most of them. */
export function reachesOn(event: PathwayEvent, adviser?: string): string {
  const rows = (event.payload['reachedOn'] ?? []) as readonly { adviser: string; on: string }[];
  const own = rows.find((row) => row.adviser === adviser)?.on;
  return own ?? said(event, 'reachesOn', 'adviceAskedOn') ?? event.occurredOn;
}

/** Those whom the request reached on another day than most. */
function askedElsewhen(event: PathwayEvent): EhcContext['asked'] {
  const days = advisersIn(event).map((adviser) => [adviser, reachesOn(event, adviser)] as const);
  return Object.fromEntries(days.filter(([, day]) => day !== reachesOn(event)));
}

/** A date that is set anew is excused by nothing that was claimed for the earlier one. */
const without = (excused: readonly string[], date: string) =>
  excused.filter((it) => !it.startsWith(`${date}:`) && !it.startsWith(`${date}.`));

type Kept = Partial<EhcContext>;
const keep = <P = undefined>(what: (event: PathwayEvent, context: EhcContext, params: P) => Kept) =>
  assign<
    SparseEhcContext,
    PathwayEvent,
    P extends undefined ? undefined : P & object,
    PathwayEvent,
    never
  >(((
    {
      context,
      event,
    }: {
      context: SparseEhcContext;
      event: PathwayEvent;
    },
    params: P,
  ) => sparse(what(event, whole(context), params))) as never);

/** What each step leaves in memory for later guards and dates. */
export const ehcMemory = {
  askAdvisers: keep((event, { kind, excused }) => ({
    awaiting: advisersIn(event),
    received: {},
    askedOn: reachesOn(event),
    asked: askedElsewhen(event),
    agreedOn: kind === 'reassessment' ? event.occurredOn : null,
    excused: without(excused, 'advice_due'),
  })),
  askMore: keep((event, { awaiting, asked, excused }) => ({
    awaiting: [...new Set([...awaiting, adviserOf(event)])],
    asked: { ...asked, [adviserOf(event)]: reachesOn(event, adviserOf(event)) },
    excused: without(excused, `advice_due.${adviserOf(event)}`),
  })),
  takeAdvice: keep((event, { awaiting, asked, received, excused }) =>
    isBack(event)
      ? {
          asked: { ...asked, [adviserOf(event)]: reachesOn(event, adviserOf(event)) },
          excused: without(excused, `advice_due.${adviserOf(event)}`),
        }
      : {
          awaiting: awaiting.filter((it) => it !== adviserOf(event)),
          received: { ...received, [adviserOf(event)]: event.occurredOn },
        },
  ),
  serveDraft: keep((event) => ({ draftServedOn: said(event, 'servedOn') ?? event.occurredOn })),
  forgetLines: keep(() => ({ consulted: [] })),
  openLines: keep((event, { consulted }) => {
    const asked = event.payload['settings'] as string[];
    return {
      consulted: [
        ...consulted.filter(({ urn }) => !asked.includes(urn)),
        ...asked.map((urn) => ({ urn, repliedOn: null })),
      ],
    };
  }),
  closeLine: keep((event, { consulted }) => ({
    consulted: consulted.map((line) =>
      line.urn === event.payload['setting'] ? { ...line, repliedOn: event.occurredOn } : line,
    ),
  })),
  keepExcuse: keep((event, { excused, excuses }) => {
    const category = String(event.payload['category']);
    return {
      excused: [...new Set([...excused, ...excusedBy(event)])],
      excuses: [...new Set([...excuses, category])],
      familyTold: Boolean(said(event, 'familyToldOn')),
    };
  }),
  keepTold: keep(() => ({ familyTold: true })),
  endExcuse: keep((event, { excuses }) => ({
    excuses: excuses.filter((it) => it !== event.payload['category']),
  })),
  endExcuses: keep(() => ({ excuses: [] })),
  keepDecision: keep((event) => ({ decidedOn: event.occurredOn })),
  reopen: keep<{ for: EhcContext['reopenedFor'] }>((event, { excused }, params) => ({
    excused: without(excused, 'order'),
    reopenedOn: said(event, 'orderMade', 'concededOn') ?? event.occurredOn,
    reopenedFor: params.for,
  })),
  reopenToChange: keep((event, { excused }) => ({
    excused: without(excused, 'order'),
    reopenedOn: said(event, 'orderMade') ?? event.occurredOn,
    reopenedFor: event.payload['order'] === 'school_name' ? 'school_name' : 'content',
  })),
  keepAgreement: keep((event) => ({
    agreementOpen: isAgreed(event) && event.payload['canBeAppealed'] !== true,
  })),
  forgetAgreement: keep(() => ({ agreementOpen: false })),
  keepFinal: keep((event, { finalOn }) => ({
    finalOn: finalOn ?? event.occurredOn,
    decidedOn: event.occurredOn,
    namedUrn: said(event, 'urn') ?? null,
    reopenedFor: null,
  })),
};

const depending = enqueueActions<
  SparseEhcContext,
  PathwayEvent,
  undefined,
  PathwayEvent,
  never,
  never,
  never,
  never,
  Instruction
>;

/** What follows only from some of these steps. */
export const ehcFollowUps = {
  /** The first review follows the first final plan; a plan that is changed by an order keeps its review. */
  openFirstReview: depending(({ context, event, enqueue }) => {
    if (context.finalOn || context.kind === 'reassessment') return;
    enqueue.emit({
      type: 'case.open',
      pathway: 'annual_review',
      reason: 'The first review must be concluded within 12 months of the plan.',
      answers: { reviewKind: 'first', planFinalOn: event.occurredOn },
    });
  }),
  askToTellFamily: depending(({ event, enqueue }) => {
    if (said(event, 'familyToldOn')) return;
    enqueue.emit({
      type: 'task.open',
      task: 'Tell the family that the date will be late, and why',
      why: 'Whoever is excused by the law must still say so to the family.',
      for: 'owner',
      due: { unit: 'WD', n: 2 },
      doneBy: ['EXCEPTION_TOLD'],
    });
  }),
  /** Advice that must go back is asked for once more. */
  askAgain: depending(({ event, enqueue }) => {
    if (!isBack(event)) return;
    enqueue.emit({
      type: 'task.open',
      task: 'Send the advice back, and say what is still needed',
      why: 'It is not good enough to write a plan from. The service has six weeks again.',
      for: 'owner',
      due: { unit: 'WD', n: 2 },
    });
  }),
};
