import { standsIn } from '../../building-blocks';
import { said } from '../../event';
import { type Guard } from '../../pathway';

const challenged = ['refused_to_assess', 'refused_to_issue', 'final_issued'] as const;

/** Conditions of mediation, appeal and what they lead to. */
export const disputeGuards = {
  noDispute: {
    test: standsIn('dispute', 'none'),
    text: 'Mediation or an appeal is open',
    missing: () => [
      {
        what: 'The end of the mediation or the appeal',
        who: 'The family, the mediator or the Tribunal',
        byEvent: 'DISPUTE_CLOSED',
      },
    ],
  },
  appealWindowPassed: {
    test: ({ event }) => event.facts.passed?.includes('appeal_window') ?? false,
    text: 'The family can still appeal',
    needs: ['passed'],
    missing: () => [{ what: 'The last day to appeal to pass', who: 'Nobody: wait for the day' }],
  },
  canBeChallenged: {
    test: standsIn('work', ...challenged),
    text: 'Nothing has been decided that the family could challenge',
    missing: () => [{ what: 'A decision', who: 'The decision maker' }],
  },
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
  certificateNotAhead: {
    test: ({ event }) => (said(event, 'issuedOn') ?? '') <= event.occurredOn,
    text: 'The certificate cannot be dated after the day you record it for',
    aboutAnswer: true,
    missing: () => [{ what: 'The date on the certificate', who: 'The mediation adviser' }],
  },
  agreementOpen: {
    test: ({ context }) => context['agreementOpen'] === true,
    text: 'No mediation agreement is waiting to be carried out',
    missing: () => [
      { what: 'A mediation that came to an agreement', who: 'You', byEvent: 'MEDIATION_HELD' },
    ],
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
