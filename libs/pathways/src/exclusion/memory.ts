import { assign, enqueueActions } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';

/** What an exclusion remembers between events. */
export interface ExclusionContext {
  readonly kind: 'permanent' | 'suspension';
  readonly firstDay: string;
  readonly boardToldOn: string;
  readonly schoolUrn: string | null;
  readonly schoolDays: number | null;
  readonly daysInTerm: number | null;
  readonly examMissed: boolean;
  readonly representations: boolean;
  readonly educationAsked: boolean;
  readonly educationOn: string | null;
  /** It was cancelled, quashed or not upheld: it leaves the counts. */
  readonly standing: boolean;
  readonly reasonCode: string | null;
}

const number = (event: PathwayEvent, name: string) =>
  typeof event.payload[name] === 'number' ? event.payload[name] : null;

/** What is known on the day an exclusion is recorded. */
export const recorded = (event: PathwayEvent): ExclusionContext => {
  const firstDay = said(event, 'firstDay') ?? event.occurredOn;
  return {
    kind: event.payload['kind'] === 'suspension' ? 'suspension' : 'permanent',
    firstDay,
    boardToldOn: said(event, 'boardToldOn') ?? firstDay,
    schoolUrn: said(event, 'schoolUrn') ?? null,
    schoolDays: number(event, 'schoolDays'),
    daysInTerm: number(event, 'daysInTerm'),
    examMissed: event.payload['examMissed'] === true,
    representations: false,
    educationAsked: event.payload['educationAsked'] === true,
    educationOn: null,
    standing: true,
    reasonCode: null,
  };
};

const depending = enqueueActions<
  ExclusionContext,
  PathwayEvent,
  undefined,
  PathwayEvent,
  never,
  never,
  never,
  never,
  Instruction
>;

const keep = (what: (event: PathwayEvent) => Partial<ExclusionContext>) =>
  assign<ExclusionContext, PathwayEvent, undefined, PathwayEvent, never>(({ event }) =>
    what(event),
  );

const noLonger = (task: string, why: string, holder: 'owner' | 'panel_coordinator') =>
  ({ type: 'task.open', task, why, for: holder, due: { unit: 'WD', n: 1 } }) as const;

/** What each step leaves behind. */
export const exclusionMemory = {
  keepRepresentations: keep(() => ({ representations: true })),
  keepEducation: keep((event) => ({ educationOn: event.occurredOn })),
  standsNoMore: keep(() => ({ standing: false })),
  askForEducation: depending(({ context, enqueue }) => {
    if (context.kind !== 'permanent' || context.educationAsked) return;
    enqueue.emit({
      type: 'case.open',
      pathway: 's19_request',
      reason: 'Permanently excluded. Full-time education is due from the sixth school day.',
      answers: {
        triggerType: 'exclusion',
        requestedBy: 'council',
        exclusionFirstDay: context.firstDay,
      },
    });
  }),
  /** What else rests on an exclusion that stands. */
  takeBack: depending(({ context, enqueue }) => {
    const why = 'The exclusion was cancelled, quashed or not upheld, so it no longer counts.';
    enqueue.emit(noLonger('Check with the school that the child is back full time', why, 'owner'));
    if (context.kind !== 'permanent') return;
    enqueue.emit(
      noLonger('Stop the section 19 request, if it was opened for this exclusion', why, 'owner'),
    );
    enqueue.emit(
      noLonger(
        'Open the Team Around the School case again, if it was closed for this exclusion',
        why,
        'panel_coordinator',
      ),
    );
  }),
};
