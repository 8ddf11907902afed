import { type Notice } from '../notice';
import { list, toColleague } from '../wording';

/** The family moved to another council. */
export const n40: Notice = {
  code: 'N-40',
  title: 'Child moved to another council',
  words: {
    new_authority: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: a child has moved into your area`,
        'A child we know has moved into your area. We will send you, by a secure route:',
        list(
          'what was asked for, and when',
          'the advice we hold',
          'the plan, if there is one',
          'who to ring about it',
        ),
        'Please tell us who will receive it.',
      ),
  },
};
