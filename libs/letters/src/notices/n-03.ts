import { type Notice } from '../notice';
import { toColleague, toOfficer } from '../wording';

/** The family said no. Schools hear that, and no reasons. */
export const n03: Notice = {
  code: 'N-03',
  title: 'Family said no',
  words: {
    owner: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: the family said no`,
        'The family does not want this support. Do not start direct work.',
        'They can change their mind at any time.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: support will not start`,
        'The family has chosen not to take up this support. That is their right, and it changes nothing for the child in school.',
      ),
  },
};
