import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, destinationIn, destinationRegion, localEndings } from '../regions';
import { countOf } from '../clock-settings';
import { inForce } from '../policy';
import { TODAY } from '../task-days';
import { y6Guards } from './guards';
import { y6Policy, y6Tasks } from './policy';

const { due } = y6Tasks;

/** What a Year 6 case remembers between events. */
export interface Y6Context {
  readonly extended: boolean;
  readonly exitExtended: boolean;
  readonly handoverMissed: boolean;
  readonly tvs: number | null;
  readonly band: string | null;
  readonly destination: string | null;
  readonly reasonCode: string | null;
  readonly success: boolean | null;
}

type Y6Args = { readonly context: Y6Context; readonly event: PathwayEvent };

const specialSchool = {
  SPECIAL_SCHOOL_NAMED: {
    target: 'specialist_destination',
    actions: ['releasePlace', { type: 'closeAs', params: { code: 'DEST_SPECIAL_SCHOOL' } }],
  },
} as const;

const notTakenOn = { type: 'send', params: { notice: 'N-02', to: ['school', 'family'] } } as const;

/** Same tests as handbook 4.8 `sustained`, on what the follow-up recorded. */
function succeeded({ context, event: { payload } }: Y6Args): boolean {
  const { sustained } = inForce(y6Policy, context);
  const mainstream =
    payload['placementType'] === 'mainstream' || payload['placementType'] === 'resource_base';
  return (
    mainstream &&
    Number(payload['attendance']) >= sustained.attendance &&
    Number(payload['suspensions']) <= sustained.suspensions &&
    payload['permanentlyExcluded'] !== true &&
    Number(payload['partTimeWeeks']) <= sustained.partTimeWeeks
  );
}

/** Year 6 targeted transition: from nomination to the follow-up in July of Year 7 (handbook 4.4). */
export const y6Machine = setup({
  types: {
    context: {} as Y6Context,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
  },
  guards: machineGuards<Y6Context>()(y6Guards),
  actions: {
    ...instructionsFor<Y6Context>(),
    ...reasonActions<Y6Context>(),
    keepScore: assign({ tvs: ({ event }) => Number(event.payload['tvs']) }),
    keepBand: assign({ band: ({ event }) => said(event, 'band') ?? null }),
    keepDestination: assign({ destination: ({ event }) => destinationIn(event) }),
    giveMoreTime: assign({ extended: true }),
    goOn: assign({ exitExtended: true }),
    missHandover: assign({ handoverMissed: true }),
    judgeSuccess: assign({
      success: succeeded,
      reasonCode: 'OUTCOME_ACHIEVED',
    }),
  },
}).createMachine({
  id: 'y6_transition',
  context: {
    extended: false,
    exitExtended: false,
    handoverMissed: false,
    tvs: null,
    band: null,
    destination: null,
    reasonCode: null,
    success: null,
  },
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'nominated',
      on: {
        ...localEndings('releasePlace'),
      },
      states: {
        nominated: { on: { SCREENING_STARTED: { guard: 'identityKnown', target: 'screening' } } },
        screening: {
          on: {
            SCORE_CONFIRMED: [
              {
                guard: all('completenessEnough', 'scoreEnough'),
                target: 'moderation',
                actions: 'keepScore',
              },
              {
                guard: all('completenessEnough', 'scoreLow'),
                target: 'universal_offer',
                actions: ['keepScore', { type: 'closeAs', params: { code: 'BELOW_THRESHOLD' } }],
              },
            ],
          },
        },
        moderation: {
          on: {
            PANEL_ACCEPTED: [
              {
                guard: all('inItsSitting', 'placeAvailable'),
                target: 'accepted',
                actions: 'keepBand',
              },
              {
                guard: all('inItsSitting', 'noPlaceAvailable'),
                target: 'waitlisted',
                actions: 'keepBand',
              },
            ],
            PANEL_DECLINED: {
              guard: all('inItsSitting', 'reasonGiven'),
              target: 'universal_offer',
              actions: { type: 'closeAs', params: { code: 'NOT_ELIGIBLE' } },
            },
            PANEL_DEFERRED: { guard: all('reasonGiven', 'newPanelDate') },
          },
        },
        waitlisted: {
          entry: { type: 'send', params: { notice: 'N-04', to: ['referrer', 'family'] } },
          on: {
            PLACE_RELEASED: { guard: all('topOfList', 'placeAvailable'), target: 'accepted' },
            WAITLIST_CLOSED: {
              target: 'universal_offer',
              actions: { type: 'closeAs', params: { code: 'WAITLIST_CLOSED' } },
            },
            ...specialSchool,
          },
        },
        accepted: {
          entry: [
            'claimPlace',
            {
              type: 'task',
              params: {
                task: 'Ask the family for their agreement',
                why: 'The panel has accepted the child and a place is held.',
                for: 'owner',
                due: due.askAgreement,
                doneBy: ['CONSENT_REQUESTED', 'AGREEMENT_CONFIRMED', 'AGREEMENT_REFUSED'],
              },
            },
          ],
          on: {
            AGREEMENT_CONFIRMED: { guard: all('agreementGiven', 'hasWorker'), target: 'baseline' },
            AGREEMENT_REFUSED: {
              target: 'declined_by_family',
              actions: { type: 'closeAs', params: { code: 'FAMILY_DECLINED' } },
            },
            AGREEMENT_TIMEOUT: [
              {
                guard: 'notExtended',
                actions: [
                  'giveMoreTime',
                  {
                    type: 'task',
                    params: ({ context }) => ({
                      task: 'Ring the family about the place',
                      why: `They have not answered. They have ${countOf('accept_timeout.AGREEMENT_TIMEOUT', 10, context)} more school days.`,
                      for: 'owner',
                      due: due.ringFamily,
                    }),
                  },
                ],
              },
              {
                guard: 'extended',
                target: 'declined_by_family',
                actions: { type: 'closeAs', params: { code: 'NO_RESPONSE' } },
              },
            ],
            ...specialSchool,
          },
        },
        baseline: {
          on: {
            BASELINE_COMPLETED: {
              guard: all('allBaselineMeasures', 'planApproved'),
              target: 'primary_phase',
            },
            ...specialSchool,
          },
        },
        primary_phase: {
          on: {
            VISIT_LOGGED: { guard: 'agreementForDirectWork' },
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
            ...specialSchool,
          },
        },
        handed_over: {
          on: {
            VISIT_LOGGED: { guard: 'agreementForDirectWork' },
            DESTINATION_CHANGED: {
              target: 'primary_phase',
              actions: {
                type: 'task',
                params: {
                  task: 'Take the passport back from the old school and plan a new hand-over',
                  why: 'The secondary school has changed.',
                  for: 'owner',
                  due: due.newHandover,
                },
              },
            },
            SUMMER_BREAK_STARTED: 'summer_bridge',
            ...specialSchool,
          },
        },
        summer_bridge: {
          entry: {
            type: 'task',
            params: {
              task: 'Make a summer contact',
              why: 'One or two contacts keep the plan alive over the holiday.',
              for: 'owner',
            },
          },
          on: {
            AUTUMN_TERM_STARTED: [
              { guard: 'onRollAtDestination', target: 'secondary_phase' },
              { guard: 'notOnRollAtDestination', target: 'not_arrived' },
            ],
          },
        },
        secondary_phase: {
          on: {
            VISIT_LOGGED: { guard: 'agreementForDirectWork' },
            CHECK_IN_RECORDED: {},
            DESTINATION_CHANGED: {
              actions: {
                type: 'task',
                params: {
                  task: 'Share the passport with the new school',
                  why: 'The secondary school has changed; check-ins start again there.',
                  for: 'owner',
                  due: due.sharePassport,
                },
              },
            },
            EXIT_REVIEW_STARTED: 'exit_review',
            ESCALATED: { guard: 'targetPathway', target: 'escalated' },
          },
        },
        not_arrived: {
          entry: [
            {
              type: 'send',
              params: {
                notice: 'N-42',
                to: ['family', 'school', 'destination_school', 'transition_lead'],
              },
            },
            {
              type: 'task',
              params: {
                task: 'Ring the family and both schools today',
                why: 'The child is not at the new school.',
                for: 'owner',
                due: TODAY,
                doneBy: ['ARRIVED', 'CME_REFERRED'],
              },
            },
          ],
          on: { ARRIVED: 'secondary_phase', CME_REFERRED: {} },
        },
        exit_review: {
          on: {
            EXIT_SETTLED: {
              guard: all('exitMeasures', 'noOpenActions'),
              target: 'monitoring',
              actions: { type: 'send', params: { notice: 'N-12', to: ['family', 'school'] } },
            },
            EXIT_EXTENDED: {
              guard: all('notAlreadyExtended', 'reasonGiven'),
              target: 'secondary_phase',
              actions: 'goOn',
            },
            ESCALATED: { guard: 'targetPathway', target: 'escalated' },
          },
        },
        monitoring: {
          entry: 'releasePlace',
          on: {
            FOLLOW_UP_RECORDED: [
              { guard: 'pointSpring' },
              { guard: 'pointSummer', target: 'completed', actions: 'judgeSuccess' },
            ],
            REOPENED: { guard: all('stillYear7', 'reasonGiven'), target: 'secondary_phase' },
          },
        },
        universal_offer: { ...closed, entry: notTakenOn },
        declined_by_family: { ...closed, entry: ['releasePlace', notTakenOn] },
        specialist_destination: closed,
        completed: closed,
        escalated: {
          ...closed,
          entry: [
            'releasePlace',
            {
              type: 'task',
              params: {
                task: 'Open the next pathway’s case',
                why: 'This case was handed on.',
                for: 'owner',
                due: due.openNext,
              },
            },
          ],
        },
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
    destination: destinationRegion,
  },
});
