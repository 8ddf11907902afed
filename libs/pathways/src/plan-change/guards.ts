import { amendingGuards } from '../amending';
import { said } from '../event';
import { type Guard } from '../pathway';
import { commonGuards } from '../regions';
import { disputeGuards } from '../regions/dispute/guards';

/** Conditions of a plan between its reviews, each with the words of its refusal. */
export const planChangeGuards = {
  ...commonGuards,
  ...amendingGuards,
  ...disputeGuards('open'),
  decisionSentKnown: {
    test: ({ event }) => {
      const sentOn = said(event, 'decisionSentOn');
      return event.payload['about'] === 'change' || (!!sentOn && sentOn <= event.occurredOn);
    },
    text: 'Give the day on which the decision was sent, not after the day you record this for',
    aboutAnswer: true,
    missing: () => [
      { what: 'The day on the letter: the time to appeal runs from it', who: 'You, on this form' },
    ],
  },
} satisfies Record<string, Guard>;
