import { type Notice } from '../notice';
import { toColleague, toOfficer } from '../wording';

const KEEPS =
  'The child keeps the same place on the list, and is asked again for the next free place.';

/** A free place went to another child; nothing is said about the others in the group. */
export const n28: Notice = {
  code: 'N-28',
  title: 'Left out for a free place',
  words: {
    panel: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: left out for a free place`,
        'A place in the unit came free, and it was not right for this child just now.',
        KEEPS,
      ),
    referrer: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: left out for a free place`,
        'A place in the unit came free, and it was not right for the child you referred just now.',
        KEEPS,
      ),
  },
};
