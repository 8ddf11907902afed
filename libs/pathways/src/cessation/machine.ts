import { assign, emit, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction, type Recipient } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { cessationGuards } from './guards';

/** What the question of ending a plan remembers between events. */
export interface CessationContext {
  readonly flaggedBy: string | null;
  readonly reviewedOn: string | null;
  readonly ground: string | null;
  readonly noticeOn: string | null;
  readonly notBefore: string | null;
  readonly certificate: 'none' | 'issued' | null;
  readonly certificateOn: string | null;
  readonly destination: string | null;
  readonly sen2Reason: string | null;
  readonly ceasedOn: string | null;
  readonly reasonCode: string | null;
}

const notice = (code: string, ...to: Recipient[]) => ({
  type: 'send' as const,
  params: { notice: code, to, statutory: true },
});
const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
const days = (n: number) => ({ unit: 'WD' as const, n, roll: true });
const task = (what: string, why: string, n: number) => ({
  type: 'task' as const,
  params: { task: what, why, for: 'owner' as const, due: days(n) },
});

type Args = { context: CessationContext; event: PathwayEvent };

const planGoesOn = task(
  'Record on the annual review that the plan goes on',
  'The question of ending the plan is settled: it stays in force, and so do its reviews.',
  2,
);
const tellWhoAsked = task(
  'Tell whoever asked that the plan stays in force',
  'Nobody was consulted, so no letter goes out.',
  5,
);

/** A review that waits for the answer tells the family itself; otherwise this case does. */
const unlessReview = (otherwise: Instruction) => (args: Args) =>
  args.context.flaggedBy === 'review'
    ? ({ ...planGoesOn.params, type: 'task.open' } satisfies Instruction)
    : otherwise;

const planEnded = [
  closeAs('PLAN_CEASED'),
  task(
    'Tell the school or college, health and finance that the plan has ended',
    'Each of them arranges something under it. If a review waits for this, record it there too.',
    2,
  ),
];
const earlyReview = {
  type: 'openCase' as const,
  params: ({ context }: Args) => ({
    pathway: 'annual_review',
    reason: 'The plan stays in force, and what has changed is to be looked at in a review.',
    answers: {
      reviewKind: 'early',
      ...(context.reviewedOn && { lastConcludedOn: context.reviewedOn }),
    },
  }),
};

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
          actions: task(
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
            task(
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
            APPEAL_RESPONSE_SENT: {},
            APPEAL_ALLOWED: [
              {
                guard: 'ordersNoChange',
                target: 'reinstated',
                actions: [closeAs('APPEAL_ALLOWED'), planGoesOn],
              },
              {
                guard: 'ordersChange',
                target: 'reinstated',
                actions: [
                  closeAs('APPEAL_ALLOWED'),
                  planGoesOn,
                  {
                    type: 'task',
                    params: {
                      task: 'Change the plan as the Tribunal ordered',
                      why: 'The order gives five weeks from its date.',
                      for: 'owner',
                      due: { unit: 'CW', n: 5 },
                    },
                  },
                ],
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
