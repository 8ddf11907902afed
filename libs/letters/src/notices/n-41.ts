import { type Notice } from '../notice';
import { toColleague } from '../wording';

/** Home education confirmed. */
export const n41: Notice = {
  code: 'N-41',
  title: 'Home education confirmed',
  words: {
    ehe_team: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: home education confirmed`,
        'A child we support has been taken off the school’s roll to be taught at home.',
        'Please check with the family that this was their free choice.',
      ),
  },
};
