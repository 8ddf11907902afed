import { type Notice } from '../notice';
import { toColleague, toFamily } from '../wording';

/** The passport is shared. */
export const n10: Notice = {
  code: 'N-10',
  title: 'Passport shared',
  family: ['email', 'letter'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'The passport is with the new school',
        'Thank you for helping us to write the passport. Both schools now have the copy that you agreed.',
        'It says what helps, what worries, and who to go to on the first day.',
        'If something in it is no longer right, tell us. We will change it and send the new one.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: passport shared`,
        'The family and both schools agreed the passport. It is ready for you to read.',
      ),
    destination_school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: passport ready`,
        'The family and both schools agreed the passport. It says what helps, who the key adult is, and what happens on the first day.',
        'Please share it with the adults who will teach the child.',
      ),
  },
};
