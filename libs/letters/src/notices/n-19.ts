import { type Notice } from '../notice';
import { toFamily, toOfficer } from '../wording';

/** The case has a worker. */
export const n19: Notice = {
  code: 'N-19',
  title: 'Case given to a worker',
  family: ['email', 'letter'],
  words: {
    owner: (facts) =>
      toOfficer(
        facts,
        `${facts.reference} is now yours`,
        'You hold this case from today. Its dates and next steps are on My work.',
      ),
    family: (facts) =>
      toFamily(
        facts,
        'Hello from your worker',
        `My name is ${facts.contact.name}. From today I am the person to talk to about the support for ${facts.child}.`,
        'I will ring you in the next few days to say hello and to agree when we meet.',
      ),
  },
};
