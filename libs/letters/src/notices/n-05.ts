import { type Notice } from '../notice';
import { toColleague, toOfficer } from '../wording';

/** The family withdrew. */
export const n05: Notice = {
  code: 'N-05',
  title: 'Family withdrew',
  words: {
    owner: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: the family has withdrawn`,
        'The family has ended this support. Planned visits are cancelled.',
        'The door stays open: they can ask again.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: our support has ended`,
        'Our support for a child at your school has ended, as the family wished. Visits by our worker stop today.',
        'The family can come back to us at any time, and so can you.',
      ),
  },
};
