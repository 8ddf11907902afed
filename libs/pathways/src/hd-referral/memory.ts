import { assign, enqueueActions } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { inForce } from '../policy';
import { hdPolicy, hdTasks } from './policy';

const { due } = hdTasks;

/** What a unit place case remembers between events. */
export interface HdContext {
  /** The unit by its school's URN. */
  readonly unitUrn: string | null;
  readonly holdsPlace: boolean;
  readonly exclusion: string;
  readonly pexRisk: boolean;
  readonly referredOn: string | null;
  readonly waitingSince: string | null;
  readonly tatsPriority: number | null;
  readonly deferrals: number;
  readonly extended: boolean;
  readonly skips: number;
  readonly skippedOn: string | null;
  readonly registrationType: string | null;
  /** Per cent of lessons in mainstream. */
  readonly share: number;
  readonly stepSince: string | null;
  readonly stepBacks: number;
  readonly substantiveSince: string | null;
  readonly reasonCode: string | null;
}

export type HdArgs = { readonly context: HdContext; readonly event: PathwayEvent };

const keep = (remembered: (args: HdArgs) => Partial<HdContext>) =>
  assign<HdContext, PathwayEvent, undefined, PathwayEvent, never>(remembered);

/** The unit named in the event, or the one the case knows. */
export const unitOf = ({ event, context }: HdArgs) => said(event, 'unitUrn') ?? context.unitUrn;

const priorityOf = ({ payload }: PathwayEvent) =>
  typeof payload['tatsPriority'] === 'number' ? payload['tatsPriority'] : null;

const stepOf = (context: HdContext) => inForce(hdPolicy, context).stepShare;

/** Says who takes the next free place, when a case that held one gives it back. */
const offerFreePlace: Instruction = {
  type: 'task.open',
  task: 'Offer the free unit place to the next child on the list',
  why: 'A place has come free.',
  for: 'panel_coordinator',
  due: due.offerFreePlace,
};

/** Actions that change what the case remembers. */
export const hdMemory = {
  keepReferral: keep(({ event }) => ({
    exclusion: said(event, 'exclusion') ?? 'none',
    pexRisk: ['intended', 'issued'].includes(said(event, 'exclusion') ?? ''),
    referredOn: event.occurredOn,
    tatsPriority: priorityOf(event),
  })),
  endExclusion: keep(() => ({ exclusion: 'none' })),
  keepOutcome: keep(({ context, event }) => ({
    registrationType:
      event.payload['outcome'] === 'final' && context.registrationType
        ? 'single_host'
        : context.registrationType,
  })),
  keepUnit: keep((args) => ({ unitUrn: unitOf(args) })),
  holdPlace: keep(() => ({ holdsPlace: true, extended: false })),
  startWaiting: keep(({ context, event }) => ({
    waitingSince: context.waitingSince ?? event.occurredOn,
  })),
  keepPriority: keep(({ context, event }) => ({
    tatsPriority: priorityOf(event) ?? context.tatsPriority,
  })),
  countSkip: keep(({ context, event }) => ({
    skips: context.skips + 1,
    skippedOn: event.occurredOn,
  })),
  forgetSkips: keep(() => ({ skips: 0 })),
  putOff: keep(({ context }) => ({ deferrals: context.deferrals + 1 })),
  giveMoreTime: keep(() => ({ extended: true })),
  keepRegistration: keep(({ event }) => ({
    registrationType: said(event, 'registrationType') ?? null,
  })),
  startStay: keep(({ context, event }) => ({
    substantiveSince: context.substantiveSince ?? event.occurredOn,
  })),
  startSteps: keep(({ context, event }) => ({
    share: stepOf(context),
    stepSince: event.occurredOn,
    stepBacks: 0,
  })),
  stepUp: keep(({ context, event }) => ({
    share: Math.min(100, context.share + stepOf(context)),
    stepSince: event.occurredOn,
  })),
  stepBack: keep(({ context, event }) => ({
    share: Math.max(stepOf(context), context.share - stepOf(context)),
    stepSince: event.occurredOn,
    stepBacks: context.stepBacks + 1,
  })),
  /** A free place wakes the waiting list; a case that held none wakes nobody. */
  wakeList: enqueueActions<
    HdContext,
    PathwayEvent,
    undefined,
    PathwayEvent,
    never,
    never,
    never,
    never,
    Instruction
  >(({ context, enqueue }) => {
    if (!context.holdsPlace) return;
    enqueue.assign({ holdsPlace: false });
    enqueue.emit(offerFreePlace);
  }),
};
