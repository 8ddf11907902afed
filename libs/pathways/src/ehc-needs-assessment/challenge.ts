import { all } from '../building-blocks';
import { ownersTask } from '../statutory-actions';

const carryOut = ownersTask(
  'Carry out what was ordered or agreed',
  'It has dates of its own, and they count from the day it was made.',
  2,
);

/** What reopens the case: a step that remembers for what, and leaves a task. */
const reopened = (why: 'assessment' | 'plan' | 'decision') =>
  [{ type: 'reopen', params: { for: why } }, carryOut] as const;

const assess = { target: 'advice', actions: ['askAdvisers', ...reopened('assessment')] } as const;

const over = {
  CHALLENGE_PERIOD_ENDED: {
    guard: all('noDispute', 'appealWindowPassed'),
    target: 'closed',
  },
} as const;

/** Out of a refusal to assess. */
export const afterRefusedToAssess = {
  ASSESSMENT_CONCEDED: assess,
  ASSESSMENT_ORDERED: assess,
  ...over,
} as const;

/** Out of a refusal to issue a plan. */
export const afterRefusedToIssue = {
  PLAN_CONCEDED: { target: 'drafting', actions: reopened('plan') },
  PLAN_ORDERED: [
    { guard: 'ordersPlan', target: 'drafting', actions: reopened('plan') },
    { guard: 'ordersNewDecision', target: 'decision_plan', actions: reopened('decision') },
  ],
  ...over,
} as const;

/** Out of a plan that was issued. */
export const afterFinal = {
  PLAN_AMENDMENT_ORDERED: { target: 'drafting', actions: ['reopenToChange', carryOut] },
  ...over,
} as const;
