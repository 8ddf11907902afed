import { schoolYearOf } from '@app/statutory-calendar';
import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import {
  commonRegions,
  destinationIn,
  destinationRegion,
  lifeArrows,
  localEndings,
  schoolAnswerArrows,
} from '../regions';
import { eyGuards } from './guards';
import { eyTasks } from './policy';

const { due } = eyTasks;

/** What an Early Years case remembers between events. */
export interface EyContext {
  /** The calendar year in which the child starts school. */
  readonly moveYear: number;
  readonly level: string | null;
  /** How the notification from health stands, where there is one. */
  readonly notice: 'none' | 'received' | 'acknowledged' | 'triaged';
  readonly placeAppliedFor: boolean;
  readonly visits: Readonly<Record<string, number>>;
  readonly meetingMissed: boolean;
  readonly destination: string | null;
  readonly reasonCode: string | null;
}

/** The year in which the child starts school: as said when the case was opened, else the next September. */
export function startYearIn({ payload, occurredOn }: PathwayEvent): number {
  const said = payload['startYear'];
  return typeof said === 'number' ? said : schoolYearOf(occurredOn) + 1;
}

const copyThePlan = {
  type: 'task',
  params: {
    task: 'Copy the plan to the new school and set a day for a new meeting',
    why: 'The child will start at another school.',
    for: 'owner',
    due: due.copyPlan,
  },
} as const;

const anotherSchool = {
  SCHOOL_CHANGED: {
    target: 'planning',
    actions: ['keepDestination', ...lifeArrows.SCHOOL_CHANGED.actions, copyThePlan],
  },
  DESTINATION_CHANGED: { target: 'planning', actions: copyThePlan },
} as const;

const later = { guard: 'laterYear', actions: 'keepLaterYear' } as const;

const visited = {
  guard: 'agreementForWorkWithTheChild',
  target: 'visits',
  actions: 'countVisit',
} as const;

const openNext = {
  type: 'openCase',
  params: ({ event }: { event: PathwayEvent }) => ({
    pathway: String(event.payload['route']),
    reason: said(event, 'reason') ?? 'Early Years transition handed the child on',
  }),
} as const;

/** Early Years transition: from the spring list to the October review (handbook 9). */
export const eyMachine = setup({
  types: {
    context: {} as EyContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<EyContext>()(eyGuards),
  actions: {
    ...instructionsFor<EyContext>(),
    ...reasonActions<EyContext>(),
    keepLevel: assign({ level: ({ event }) => said(event, 'level') ?? null }),
    keepLaterYear: assign({ moveYear: ({ event }) => Number(event.payload['newStartYear']) }),
    keepDestination: assign({
      destination: ({ event }) => destinationIn(event) ?? said(event, 'toUrn') ?? null,
    }),
    keepApplication: assign({ placeAppliedFor: true }),
    countVisit: assign({
      visits: ({ context, event }) => {
        const type = said(event, 'type') ?? 'indirect';
        return { ...context.visits, [type]: (context.visits[type] ?? 0) + 1 };
      },
    }),
    missMeeting: assign({ meetingMissed: true }),
    receiveNotice: assign({ notice: 'received' }),
    acknowledgeNotice: assign({ notice: 'acknowledged' }),
    triageNotice: assign({ notice: 'triaged' }),
  },
}).createMachine({
  id: 'ey_transition',
  context: ({ input }) => ({
    moveYear: startYearIn(input),
    level: null,
    notice: said(input, 'source') === 'health' ? 'received' : 'none',
    placeAppliedFor: input.payload['applied'] === true,
    visits: {},
    meetingMissed: false,
    destination: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    destination: destinationRegion,
    work: {
      initial: 'notified',
      on: {
        ...localEndings('releasePlace'),
        ...schoolAnswerArrows('destination_school'),
        SCHOOL_PLACE_APPLIED: { actions: 'keepApplication' },
        HUB_PLACE_GIVEN: {
          guard: all('enhancedLevel', 'placeVacant'),
          actions: {
            type: 'claimPlaceIn',
            params: ({ event }) => ({ unit: String(event.payload['unitUrn']) }),
          },
        },
        HUB_PLACE_ENDED: { actions: 'releasePlace' },
        HEALTH_NOTIFICATION: { actions: 'receiveNotice' },
        HEALTH_NOTIFICATION_ACKNOWLEDGED: {
          guard: 'noticeNotAcknowledged',
          actions: [
            'acknowledgeNotice',
            { type: 'send', params: { notice: 'N-06', to: ['health', 'family'] } },
          ],
        },
        HEALTH_NOTIFICATION_TRIAGED: [
          {
            guard: all('noticeAcknowledged', 'assessmentToConsider'),
            actions: [
              'triageNotice',
              {
                type: 'openCase',
                params: ({ event }) => ({
                  pathway: 'ehc_needs_assessment',
                  reason: said(event, 'reason') ?? 'Notification from health',
                }),
              },
            ],
          },
          { guard: all('noticeAcknowledged', 'noAssessmentToConsider'), actions: 'triageNotice' },
        ],
      },
      states: {
        notified: {
          on: {
            LEVEL_SET: [
              {
                guard: 'levelUniversal',
                target: 'universal_offer',
                actions: ['keepLevel', { type: 'closeAs', params: { code: 'BELOW_THRESHOLD' } }],
              },
              { guard: 'levelTargetedOrEnhanced', target: 'screened', actions: 'keepLevel' },
            ],
            ENTRY_DEFERRED: later,
          },
        },
        screened: { on: { KEYWORKER_NAMED: 'planning', ENTRY_DEFERRED: later } },
        planning: {
          on: {
            MEETING_HELD: {
              guard: all('schoolPresent', 'measuresAtStart'),
              target: 'meeting_held',
            },
            STARTED_SCHOOL: { target: 'settling', actions: ['missMeeting', 'releasePlace'] },
            ...anotherSchool,
            ENTRY_DEFERRED: later,
          },
        },
        meeting_held: {
          on: {
            VISIT_LOGGED: visited,
            STARTED_SCHOOL: { target: 'settling', actions: 'releasePlace' },
            ...anotherSchool,
            ENTRY_DEFERRED: { ...later, target: 'planning' },
          },
        },
        visits: {
          on: {
            VISIT_LOGGED: { ...visited, target: undefined },
            STARTED_SCHOOL: { target: 'settling', actions: 'releasePlace' },
            ...anotherSchool,
            ENTRY_DEFERRED: { ...later, target: 'planning' },
          },
        },
        settling: { on: { CHECK_IN_RECORDED: {}, REVIEW_STARTED: 'october_review' } },
        october_review: {
          on: {
            SETTLED: {
              guard: all('measuresAtReview', 'noOpenActions'),
              target: 'completed',
              actions: [
                { type: 'closeAs', params: { code: 'OUTCOME_ACHIEVED' } },
                { type: 'send', params: { notice: 'N-12', to: ['family', 'school'] } },
              ],
            },
            ESCALATED: {
              guard: 'route',
              target: 'escalated',
              actions: [openNext, { type: 'closeAs', params: { code: 'ESCALATED' } }],
            },
          },
        },
        universal_offer: {
          ...closed,
          entry: { type: 'send', params: { notice: 'N-02', to: ['school', 'family'] } },
        },
        completed: closed,
        escalated: closed,
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
