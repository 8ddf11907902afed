import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { closeAs, ownersTask } from '../statutory-actions';

/** What the question of ending a plan remembers between events. */
export interface CessationContext {
  readonly flaggedBy: string | null;
  readonly reviewedOn: string | null;
  readonly ground: string | null;
  readonly situation: string | null;
  readonly noticeOn: string | null;
  readonly notBefore: string | null;
  readonly certificate: 'none' | 'issued' | null;
  readonly certificateOn: string | null;
  readonly destination: string | null;
  readonly sen2Reason: string | null;
  readonly ceasedOn: string | null;
  readonly reasonCode: string | null;
}

type Args = { context: CessationContext; event: PathwayEvent };

/** The review that waits is told. */
export const planGoesOn = ownersTask(
  'Record on the annual review that the plan goes on',
  'The question of ending the plan is settled: it stays in force, and so do its reviews.',
  2,
);
/** Nobody was consulted, so no letter goes out. */
export const tellWhoAsked = ownersTask(
  'Tell whoever asked that the plan stays in force',
  'Nobody was consulted, so no letter goes out.',
  5,
);

/** A review that waits for the answer tells the family itself; otherwise this case does. */
export const unlessReview = (otherwise: Instruction) => (args: Args) =>
  args.context.flaggedBy === 'review'
    ? ({ ...planGoesOn.params, type: 'task.open' } satisfies Instruction)
    : otherwise;

/** What the end of a plan leaves to do. */
export const planEnded = [
  closeAs('PLAN_CEASED'),
  ownersTask(
    'Tell the school or college, health and finance that the plan has ended',
    'Each of them arranges something under it. If a review waits for this, record it there too.',
    2,
  ),
];
/** Regulation 29: out of education under 18, or anything else that a review must look at first. */
export const earlyReview = {
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

/** The plan is kept and changed: the order and its five weeks have a case of their own. */
export const changeOrdered = {
  type: 'openCase' as const,
  params: () => ({
    pathway: 'plan_change',
    reason:
      'The Tribunal kept the plan and ordered changes. Record the order there: its weeks count from the day it was made.',
    answers: { about: 'change' },
  }),
};
