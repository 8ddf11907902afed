import { type Notice } from '../notice';
import { toColleague } from '../wording';

/** The child changed school. */
export const n43: Notice = {
  code: 'N-43',
  title: 'Child changed school',
  words: {
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: a child we support has joined your school`,
        'A child we work with has joined your school. We would like to tell you what helps.',
        'Please offer us a day to meet in the next two weeks.',
      ),
  },
};
