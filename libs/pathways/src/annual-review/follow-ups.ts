import { enqueueActions } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { type Instruction, type Recipient } from '../instruction';
import { type ReviewContext } from './dates';

type Args = { context: ReviewContext; event: PathwayEvent };

/** Whom regulations 20(2) and 21(2) invite. */
export const INVITED: Recipient[] = ['family', 'school', 'health', 'social_care'];

/** Regulation 20: the head is asked. Regulation 21: nobody else can be. */
export const asking = ({ context }: Args): Instruction =>
  context.arrangedBy === 'school'
    ? { type: 'message.send', notice: 'N-55', to: ['school'], statutory: true }
    : {
        type: 'task.open',
        task: 'Arrange the review meeting and invite everybody',
        why: 'No head teacher arranges it, so the council does.',
        for: 'owner',
        due: { unit: 'WD', n: 5, roll: true },
      };

/** The next review counts from the day on which this one was concluded. */
export const nextReview = {
  type: 'openCase' as const,
  params: ({ context }: Args) => ({
    pathway: 'annual_review',
    reason: 'The next review must be concluded within 12 months of this one.',
    answers: {
      reviewKind: 'ordinary',
      arrangedBy: context.arrangedBy,
      lastConcludedOn: context.concludedOn,
    },
  }),
};

/** The question of ending the plan has a case of its own. */
export const cessation = {
  type: 'openCase' as const,
  params: ({ context, event }: Args) => ({
    pathway: 'cessation',
    reason: 'The review found that there may be a lawful ground to end the plan.',
    answers: {
      flaggedBy: 'review',
      ground: said(event, 'ground'),
      reviewedOn: context.concludedOn,
    },
  }),
};

/** Regulation 15(4): the new council may assess the child itself. */
export const assessAgain = {
  type: 'openCase' as const,
  params: () => ({
    pathway: 'ehc_needs_assessment',
    reason: 'The plan came from another council, and the family was told that we will assess.',
    answers: { kind: 'reassessment', source: 'other', requester: 'The council itself' },
  }),
};

/** From Year 9 a review looks at preparing for adulthood. */
export const inviteForAdulthood = enqueueActions<
  ReviewContext,
  PathwayEvent,
  undefined,
  PathwayEvent,
  never,
  never,
  never,
  never,
  Instruction
>(({ context, enqueue }) => {
  if (!context.fromYear9) return;
  enqueue.emit({
    type: 'task.open',
    task: 'Invite those who help the young person prepare for adulthood',
    why: 'From Year 9 a review looks at work, home, health and friends in adult life.',
    for: 'owner',
    due: { unit: 'WD', n: 2, roll: true },
  });
});

/** Regulation 15(2). */
export const movePlan = {
  type: 'task' as const,
  params: {
    task: 'Send the plan and the review papers to the new council',
    why: 'A plan moves with the child, at the latest 15 working days after we learn of it.',
    for: 'owner' as const,
    due: { unit: 'workingDaysBeginning' as const, n: 15 },
  },
};

/** The next school is asked before the plan names it; nothing waits for its answer. */
export const consulting = {
  CONSULTATION_SENT: {
    actions: [
      'keepConsulted',
      { type: 'send', params: { notice: 'N-63', to: ['settings'] as Recipient[] } },
    ],
  },
  CONSULTATION_REPLY: { guard: 'consultedSetting' },
} as const;
