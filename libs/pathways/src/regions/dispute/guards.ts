import { standsIn } from '../../building-blocks';
import { said } from '../../event';
import { type Guard } from '../../pathway';

/** Conditions of mediation and appeal; `challenged` are the states in which there is a decision to challenge. */
export const disputeGuards = (...challenged: string[]) =>
  ({
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
  }) satisfies Record<string, Guard>;
