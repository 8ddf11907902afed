import { type Notice } from '../notice';
import { toFamily, toOfficer, withDay } from '../wording';

/** The worker has left or is moving. */
export const n21: Notice = {
  code: 'N-21',
  title: 'Worker left',
  family: ['letter', 'email'],
  words: {
    manager: (facts) =>
      toOfficer(
        facts,
        `${facts.reference} needs a new worker`,
        'The worker has left or is moving. Every date of the case stands.',
        withDay(facts.dates['realloc_sla'], (day) => `Please give it to someone by ${day}.`),
      ),
    family: (facts) =>
      toFamily(
        facts,
        'A change of worker',
        'The person who worked with you is moving on. They asked us to thank you.',
        'We will write to you with a new name very soon. What we agreed with you stays as it is.',
      ),
  },
};
