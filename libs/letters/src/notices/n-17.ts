import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

/** The day on which the meeting looks at a child: times only. */
export const n17: Notice = {
  code: 'N-17',
  title: 'Agenda and slot',
  words: {
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: on the list for the meeting`,
        withDay(
          facts.dates['meeting_on'],
          (day) => `The Team Around the School looks at this case on ${day}.`,
        ),
        withDay(facts.dates['paper_deadline'], (day) => `Please send your papers by ${day}.`),
        'You join for your own slot only. The time is on the case.',
      ),
  },
};
