import { assign, emit, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { closeAs, notice, ownersTask } from '../statutory-actions';
import {
  changeOrdered,
  type CessationContext,
  earlyReview,
  planEnded,
  planGoesOn,
  tellWhoAsked,
  unlessReview,
} from './follow-ups';
import { cessationGuards } from './guards';

/** Ending a plan (handbook 11.2; Children and Families Act 2014 s 45-46, SEND Regulations 2014 regs 29-31). */
export const cessationMachine = setup({
  types: {
    context: {} as CessationContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<CessationContext>()(cessationGuards),
  actions: {
    ...instructionsFor<CessationContext>(),
    ...reasonActions<CessationContext>(),
    settle: emit(unlessReview({ ...tellWhoAsked.params, type: 'task.open' })),
    tellFamily: emit(
      unlessReview({
        type: 'message.send',
        notice: 'N-57',
        to: ['family', 'school'],
        statutory: true,
      }),
    ),
    keepGround: assign({
      ground: ({ event }) => said(event, 'ground') ?? null,
      situation: ({ event }) => said(event, 'situation') ?? null,
      reviewedOn: ({ context, event }) => said(event, 'reviewedOn') ?? context.reviewedOn,
    }),
    keepNotice: assign({
      noticeOn: ({ event }) => event.occurredOn,
      notBefore: ({ event }) => said(event, 'programmeEndsOn') ?? null,
      destination: ({ event }) => said(event, 'destination') ?? null,
      sen2Reason: ({ event }) => said(event, 'sen2Reason') ?? null,
    }),
    keepCertificate: assign({
      certificate: ({ event }) => (said(event, 'certificate') as 'none' | 'issued') ?? null,
      certificateOn: ({ event }) => said(event, 'issuedOn') ?? null,
    }),
    keepEnd: assign({ ceasedOn: ({ event }) => event.occurredOn }),
    keepOrder: assign({ ceasedOn: ({ event }) => said(event, 'orderMade') ?? event.occurredOn }),
  },
}).createMachine({
  id: 'cessation',
  context: ({ input }) => ({
    flaggedBy: said(input, 'flaggedBy') ?? null,
    reviewedOn: said(input, 'reviewedOn') ?? null,
    ground: said(input, 'ground') ?? null,
    situation: null,
    noticeOn: null,
    notBefore: null,
    certificate: null,
    certificateOn: null,
    destination: null,
    sen2Reason: null,
    ceasedOn: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'candidate',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [...lifeArrows.CHILD_MOVED_LA.actions, closeAs('MOVED_LA')],
        },
        EHE_CONFIRMED: {
          guard: 'deregistrationDate',
          actions: ownersTask(
            'Tell the family that the plan stays in force',
            'Home education is no ground to end a plan. The council goes on reviewing it.',
            5,
          ),
        },
      },
      states: {
        candidate: {
          on: {
            CONSULTATION_STARTED: {
              guard: all('lawfulGround', 'notOnlyAge', 'reviewEvidence', 'familyAndSchoolAsked'),
              target: 'consulting',
              actions: 'keepGround',
            },
            NOT_PURSUED: [
              {
                guard: all('reasonOfPlan', 'noReviewFirst'),
                target: 'not_pursued',
                actions: ['keepReason', 'settle'],
              },
              {
                guard: all('reasonOfPlan', 'reviewFirst'),
                target: 'not_pursued',
                actions: ['keepReason', 'settle', earlyReview],
              },
            ],
          },
        },
        consulting: {
          entry: notice('N-60', 'family', 'school'),
          on: {
            VIEWS_RECEIVED: 'decision',
            CONSULTATION_ENDED: { guard: 'timeForViewsPassed', target: 'decision' },
          },
        },
        decision: {
          on: {
            VIEWS_RECEIVED: {},
            NOTICE_ISSUED: {
              guard: all(
                'mayCease',
                'notTheProposer',
                'outcomesConsidered',
                'destinationRecorded',
                'reasonsGiven',
              ),
              target: 'notified',
              actions: 'keepNotice',
            },
            NOT_PURSUED: [
              {
                guard: all('reasonOfPlan', 'noReviewFirst'),
                target: 'not_pursued',
                actions: ['keepReason', 'tellFamily'],
              },
              {
                guard: all('reasonOfPlan', 'reviewFirst'),
                target: 'not_pursued',
                actions: ['keepReason', 'tellFamily', earlyReview],
              },
            ],
          },
        },
        notified: {
          entry: [
            notice('N-61', 'family', 'school', 'health'),
            ownersTask(
              'Ask the mediation adviser, in writing, whether a certificate exists',
              'A certificate gives one month more to appeal. Until we know, the plan is kept longer.',
              20,
            ),
          ],
          on: {
            CERTIFICATE_CHECKED: { guard: 'certificateDated', actions: 'keepCertificate' },
            APPEAL_LODGED: 'appealed',
            APPEAL_WINDOW_ENDED: {
              guard: all('appealTimePassed', 'certificateSettled', 'courseOver'),
              target: 'ceased',
              actions: ['keepEnd', ...planEnded],
            },
          },
        },
        appealed: {
          on: {
            DIRECTIONS_RECEIVED: {},
            TRIBUNAL_STEP_TAKEN: {},
            APPEAL_ALLOWED: [
              {
                guard: 'ordersNoChange',
                target: 'reinstated',
                actions: [closeAs('APPEAL_ALLOWED'), planGoesOn],
              },
              {
                guard: 'ordersChange',
                target: 'reinstated',
                actions: [closeAs('APPEAL_ALLOWED'), planGoesOn, changeOrdered],
              },
            ],
            APPEAL_DISMISSED: { target: 'ceased', actions: ['keepOrder', ...planEnded] },
          },
        },
        not_pursued: closed,
        ceased: closed,
        reinstated: closed,
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
