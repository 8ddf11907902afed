import { standsIn } from '../../building-blocks';
import { type Guard } from '../../pathway';
import { disputeGuards as shared } from '../../regions/dispute/guards';

/** Conditions of mediation, appeal and what they lead to. */
export const disputeGuards = {
  ...shared('refused_to_assess', 'refused_to_issue', 'final_issued'),
  assessmentRefused: {
    test: standsIn('work', 'refused_to_assess'),
    text: 'The council has not decided against an assessment',
    missing: () => [{ what: 'A refusal to assess', who: 'The decision maker' }],
  },
  planRefused: {
    test: standsIn('work', 'refused_to_issue'),
    text: 'The council has not decided against a plan',
    missing: () => [{ what: 'A refusal to issue a plan', who: 'The decision maker' }],
  },
  planStands: {
    test: standsIn('work', 'final_issued'),
    text: 'There is no final plan to change',
    missing: () => [{ what: 'The final plan', who: 'The decision maker', byEvent: 'FINAL_ISSUED' }],
  },
  assessmentReopened: {
    test: ({ context }) => context['reopenedFor'] === 'assessment',
    text: 'The family was told when the council agreed to assess',
    missing: () => [
      { what: 'An order or an agreement to assess', who: 'The Tribunal or the council' },
    ],
  },
  ordersPlan: {
    test: ({ event }) => event.payload['order'] !== 'reconsider',
    text: 'The order is to decide again',
    aboutAnswer: true,
    missing: () => [{ what: 'An order to make a plan', who: 'The Tribunal' }],
  },
  ordersNewDecision: {
    test: ({ event }) => event.payload['order'] === 'reconsider',
    text: 'The order is to make a plan',
    aboutAnswer: true,
    missing: () => [{ what: 'An order to decide again', who: 'The Tribunal' }],
  },
} satisfies Record<string, Guard>;
