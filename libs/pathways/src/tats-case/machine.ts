import { addDays } from '@app/statutory-calendar';
import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { withEhcQuestion } from './ehc-question';
import { tatsGuards } from './guards';
import { afterExclusion, escalate, handOn, thirdTimeHere, withoutPapers } from './onward';
import { inForce } from '../policy';
import { tatsPolicy } from './policy';
import { priorityScore } from './score';

/** What a case of the Team Around the School remembers between events. */
export interface TatsContext {
  readonly priority: number | null;
  readonly pexRisk: boolean;
  readonly timesHere: string;
  readonly meetingOn: string | null;
  readonly deferrals: number;
  /** Reviews that were held: two of them open the way to a unit place. */
  readonly reviews: number;
  readonly leadPractitioner: string | null;
  readonly ehcAnswer: string | null;
  /** A permanently excluded child may be put forward for a unit place. */
  readonly hdEligible: boolean;
  readonly reasonCode: string | null;
}

const feedback = { type: 'send', params: { notice: 'N-16', to: ['school', 'family'] } } as const;
const moved = { type: 'send', params: { notice: 'N-18', to: ['school', 'panel'] } } as const;
const closeAs = <const C extends string>(code: C) =>
  ({ type: 'closeAs', params: { code } }) as const;

/** The day named, or the next meeting: a week on, where the council has set nothing else. */
export const meetingOf = (event: PathwayEvent, context: object) =>
  said(event, 'meetingOn') ??
  addDays(event.occurredOn, inForce(tatsPolicy, context).daysToNextMeeting);

const priorityOf = ({ payload }: PathwayEvent, context: object) =>
  payload['score']
    ? priorityScore(payload['score'], inForce(tatsPolicy, context).priority).points
    : null;

const ehcAnswerOf = ({ payload }: PathwayEvent) =>
  said({ payload: (payload['ehcQuestion'] ?? {}) as PathwayEvent['payload'] }, 'answer') ?? null;

const isListed = {
  target: 'listed',
  actions: [
    'keepMeeting',
    'keepRisk',
    { type: 'send', params: { notice: 'N-17', to: ['school'] } },
  ],
} as const;
const opened = {
  guard: all('meetingInSession', 'quorate', 'chairFree'),
  target: 'in_discussion',
} as const;

/** Team Around the School: from a name on a list to actions that hold (handbook 6.4). */
export const tatsMachine = setup({
  types: {
    context: {} as TatsContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<TatsContext>()(tatsGuards),
  actions: {
    ...instructionsFor<TatsContext>(),
    ...reasonActions<TatsContext>(),
    keepPriority: assign({
      priority: ({ context, event }) => priorityOf(event, context) ?? context.priority,
    }),
    keepMeeting: assign({ meetingOn: ({ context, event }) => meetingOf(event, context) }),
    keepRisk: assign({
      pexRisk: ({ context, event }) => event.payload['pexRisk'] === true || context.pexRisk,
    }),
    putOff: assign({
      deferrals: ({ context }) => context.deferrals + 1,
      priority: ({ context, event }) =>
        context.priority === null || event.payload['reason'] === 'PAPERS_MISSING'
          ? context.priority
          : Math.min(100, context.priority + inForce(tatsPolicy, context).deferralBonus),
      meetingOn: ({ context, event }) => meetingOf(event, context),
    }),
    startActions: assign({
      deferrals: 0,
      meetingOn: null,
      leadPractitioner: ({ event }) => said(event, 'leadPractitioner') ?? null,
    }),
    keepEhcAnswer: assign({ ehcAnswer: ({ event }) => ehcAnswerOf(event) }),
    countReview: assign({ reviews: ({ context }) => context.reviews + 1 }),
    maySeekUnit: assign({ hdEligible: true }),
  },
}).createMachine({
  id: 'tats_case',
  context: ({ input }) => ({
    priority: null,
    pexRisk: (said(input, 'pexRisk') ?? 'none') !== 'none',
    timesHere: said(input, 'before') ?? 'first',
    meetingOn: null,
    deferrals: 0,
    reviews: 0,
    leadPractitioner: null,
    ehcAnswer: null,
    hdEligible: false,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'identified',
      on: {
        ...localEndings(),
        PERMANENTLY_EXCLUDED: withEhcQuestion({
          target: '.permanently_excluded',
          guards: ['exclusionDate'],
          actions: ['maySeekUnit', 'keepEhcAnswer', closeAs('PERMANENTLY_EXCLUDED')],
        }),
      },
      states: {
        identified: {
          on: {
            TRIAGE_STARTED: [
              { guard: 'thirdTime', target: 'triage', actions: ['keepPriority', thirdTimeHere] },
              { guard: 'notThirdTime', target: 'triage', actions: 'keepPriority' },
            ],
          },
        },
        triage: {
          on: {
            SIGNPOSTED: {
              guard: all('belowThreshold', 'adviceText'),
              target: 'signposted',
              actions: [
                closeAs('BELOW_THRESHOLD'),
                { type: 'send', params: { notice: 'N-08', to: ['school', 'referrer', 'family'] } },
              ],
            },
            MORE_INFO_REQUESTED: 'info_requested',
            LISTED_FOR_MEETING: { ...isListed, guard: 'slotAvailable' },
            LISTED_URGENT: { ...isListed, guard: 'chairApproves' },
          },
        },
        info_requested: {
          entry: { type: 'send', params: { notice: 'N-07', to: ['school'] } },
          on: {
            INFO_RECEIVED: 'triage',
            LISTED_FOR_MEETING: {
              ...isListed,
              guard: 'pexRisk',
              actions: [...isListed.actions, withoutPapers],
            },
          },
        },
        listed: {
          on: {
            ITEM_OPENED: opened,
            MEETING_NOT_HELD: {
              guard: 'reasonCancelledOrInquorate',
              actions: ['keepMeeting', moved],
            },
            ITEM_DEFERRED: { guard: all('deferralsUnder2', 'reasonGiven'), actions: 'putOff' },
            LISTED_URGENT: { guard: 'chairApproves', actions: ['keepMeeting', moved] },
          },
        },
        in_discussion: {
          on: {
            DECISION_ACTIONS: withEhcQuestion({
              target: 'actions_live',
              guards: ['inItsSitting', 'actionWithOwnerAndDue'],
              actions: ['startActions', 'keepEhcAnswer', 'agreeActions'],
            }),
            DECISION_SIGNPOST: withEhcQuestion({
              target: 'signposted',
              guards: ['inItsSitting'],
              actions: ['keepEhcAnswer', closeAs('NOT_ELIGIBLE'), feedback],
            }),
            DECISION_MOVE_PATHWAY: withEhcQuestion({
              target: 'moved_pathway',
              guards: ['inItsSitting', 'onwardPathway'],
              actions: ['keepEhcAnswer', closeAs('OTHER_SERVICE_LEADS'), handOn],
            }),
            DECISION_ESCALATE: withEhcQuestion({
              target: 'escalated',
              guards: ['inItsSitting', 'escalationRoute'],
              actions: ['keepEhcAnswer', closeAs('ESCALATED'), escalate],
            }),
            ITEM_DEFERRED: {
              guard: all('deferralsUnder2', 'reasonGiven'),
              target: 'listed',
              actions: 'putOff',
            },
            DECISION_CLOSE_STABLE: withEhcQuestion({
              target: 'closed_stable',
              guards: ['inItsSitting', 'stabilityCriteria', 'noOpenActions'],
              actions: ['keepEhcAnswer', closeAs('OUTCOME_ACHIEVED')],
            }),
          },
        },
        actions_live: {
          entry: feedback,
          on: {
            FEEDBACK_GIVEN: {},
            ACTION_UPDATED: {},
            REVIEW_LISTED: { target: 'review_listed', actions: 'keepMeeting' },
            ALL_ACTIONS_DONE: { target: 'review_listed', actions: 'keepMeeting' },
          },
        },
        review_listed: {
          on: {
            ITEM_OPENED: {
              ...opened,
              guard: all('quorate', 'chairFree'),
              actions: 'countReview',
            },
            CHAIR_CLOSED_ON_PAPERS: withEhcQuestion({
              target: 'closed_stable',
              guards: ['stable', 'noOpenActions'],
              actions: ['keepEhcAnswer', closeAs('OUTCOME_ACHIEVED')],
            }),
            MEETING_NOT_HELD: { actions: ['keepMeeting', moved] },
          },
        },
        signposted: closed,
        closed_stable: { ...closed, entry: feedback },
        moved_pathway: { ...closed, entry: feedback },
        escalated: { ...closed, entry: feedback },
        permanently_excluded: { ...closed, entry: afterExclusion },
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
