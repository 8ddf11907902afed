import { schoolYearOf } from '@app/statutory-calendar';
import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import {
  commonRegions,
  destinationIn,
  destinationRegion,
  localEndings,
  schoolAnswerArrows,
} from '../regions';
import { TODAY } from '../task-days';
import { adultServicesRegion } from './adult-services';
import { post16Guards } from './guards';
import { post16Tasks } from './policy';

const { due } = post16Tasks;

/** What a post-16 case remembers between events. */
export interface Post16Context {
  /** The calendar year of the move. */
  readonly moveYear: number;
  readonly move: string | null;
  readonly plan: string | null;
  readonly level: string | null;
  readonly destination: string | null;
  readonly destinationName: string | null;
  readonly handoverMissed: boolean;
  readonly exitExtended: boolean;
  readonly everNotTakingPart: boolean;
  readonly reasonCode: string | null;
}

/** The year of the move: of the day given, else of the next September. */
export function moveYearIn(event: PathwayEvent): number {
  const day = said(event, 'transferOn');
  return day ? Number(day.slice(0, 4)) : schoolYearOf(event.occurredOn) + 1;
}

const visit = { VISIT_LOGGED: { guard: 'agreementForWorkWithThem' } } as const;
const enrolled = { ENROLMENT_CONFIRMED: 'settling' } as const;
const notTakingPart = {
  NOT_TAKING_PART: { target: 'not_taking_part', actions: 'noteNotTakingPart' },
} as const;

const handOn = {
  ESCALATED: {
    guard: 'targetPathway',
    target: 'escalated',
    actions: [
      {
        type: 'openCase',
        params: ({ event }: { event: PathwayEvent }) => ({
          pathway: String(event.payload['targetPathway']),
          reason: said(event, 'reason') ?? 'The move after Year 11 was handed on',
        }),
      },
      { type: 'closeAs', params: { code: 'ESCALATED' } },
    ],
  },
} as const;

const planAgain = {
  type: 'task',
  params: {
    task: 'Ask the young person about the profile and plan a new hand-over',
    why: 'The next setting has changed.',
    for: 'owner',
    due: due.planAgain,
  },
} as const;

/** The move after Year 11: from the list to the follow-up in July, a year later. */
export const post16Machine = setup({
  types: {
    context: {} as Post16Context,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<Post16Context>()(post16Guards),
  actions: {
    ...instructionsFor<Post16Context>(),
    ...reasonActions<Post16Context>(),
    keepLevel: assign({ level: ({ event }) => said(event, 'level') ?? null }),
    keepPlan: assign({ plan: ({ event }) => said(event, 'plan') ?? null }),
    keepDestination: assign({
      destination: ({ event }) => destinationIn(event),
      destinationName: ({ event }) => said(event, 'name') ?? null,
    }),
    missHandover: assign({ handoverMissed: true }),
    goOn: assign({ exitExtended: true }),
    noteNotTakingPart: assign({ everNotTakingPart: true }),
    judgeOutcome: assign({
      reasonCode: ({ event }) =>
        event.payload['takingPart'] === true ? 'OUTCOME_ACHIEVED' : 'OUTCOME_PART_ACHIEVED',
    }),
  },
}).createMachine({
  id: 'post16_transition',
  context: ({ input }) => ({
    moveYear: moveYearIn(input),
    move: said(input, 'move') ?? null,
    plan: said(input, 'plan') ?? null,
    level: null,
    destination: null,
    destinationName: null,
    handoverMissed: false,
    exitExtended: false,
    everNotTakingPart: false,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    destination: destinationRegion,
    adult_services: adultServicesRegion,
    work: {
      initial: 'identified',
      on: {
        ...localEndings(),
        ...schoolAnswerArrows('destination_school'),
        PLAN_STATUS_CHANGED: { actions: 'keepPlan' },
        CAREERS_ADVICE_GIVEN: {},
      },
      states: {
        identified: {
          on: {
            LEVEL_SET: [
              {
                guard: 'levelUniversal',
                target: 'universal_offer',
                actions: ['keepLevel', { type: 'closeAs', params: { code: 'BELOW_THRESHOLD' } }],
              },
              { guard: 'levelTargetedOrEnhanced', target: 'views', actions: 'keepLevel' },
            ],
          },
        },
        views: {
          on: {
            ...visit,
            VIEWS_RECORDED: {
              guard: all('ownViewsOrWhyNot', 'measuresAtStart'),
              target: 'planning',
            },
          },
        },
        planning: {
          on: {
            ...visit,
            ...enrolled,
            HANDOVER_HELD: {
              guard: all('destinationConfirmed', 'passportApproved'),
              target: 'handed_over',
              actions: {
                type: 'send',
                params: { notice: 'N-10', to: ['school', 'destination_school', 'family'] },
              },
            },
            SUMMER_BREAK_STARTED: {
              target: 'summer_bridge',
              actions: [
                'missHandover',
                {
                  type: 'send',
                  params: {
                    notice: 'N-11',
                    to: ['school', 'destination_school', 'transition_lead'],
                  },
                },
              ],
            },
          },
        },
        handed_over: {
          on: {
            ...visit,
            ...enrolled,
            DESTINATION_CHANGED: { target: 'planning', actions: planAgain },
            SUMMER_BREAK_STARTED: 'summer_bridge',
          },
        },
        summer_bridge: {
          on: { ...visit, RESULTS_CHECKED: {}, AUTUMN_TERM_STARTED: 'enrolment_check' },
        },
        enrolment_check: { on: { ...visit, ...enrolled, ...notTakingPart } },
        not_taking_part: {
          entry: [
            {
              type: 'send',
              params: {
                notice: 'N-42',
                to: ['young_person', 'destination_school', 'transition_lead'],
              },
            },
            {
              type: 'task',
              params: {
                task: 'Ring the young person today, then the setting',
                why: 'They are not in education, employment or training, or we do not know.',
                for: 'owner',
                due: TODAY,
              },
            },
          ],
          on: {
            ...visit,
            ...enrolled,
            ...handOn,
            SITUATION_CHECKED: {},
            YOUTH_SUPPORT_ASKED: {},
            EXIT_REVIEW_STARTED: 'exit_review',
          },
        },
        settling: {
          on: {
            ...visit,
            ...notTakingPart,
            ...handOn,
            CHECK_IN_RECORDED: {},
            EXIT_REVIEW_STARTED: 'exit_review',
          },
        },
        exit_review: {
          on: {
            ...notTakingPart,
            ...handOn,
            EXIT_SETTLED: {
              guard: all('measuresAtExit', 'noOpenActions'),
              target: 'monitoring',
              actions: {
                type: 'send',
                params: { notice: 'N-12', to: ['young_person', 'destination_school'] },
              },
            },
            EXIT_EXTENDED: {
              guard: all('notAlreadyExtended', 'reasonGiven'),
              target: 'settling',
              actions: 'goOn',
            },
          },
        },
        monitoring: {
          on: {
            ...notTakingPart,
            FOLLOW_UP_RECORDED: [
              { guard: 'pointSpring' },
              { guard: 'pointSummer', target: 'completed', actions: 'judgeOutcome' },
            ],
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
