import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

/** The secondary school is confirmed. */
export const n09: Notice = {
  code: 'N-09',
  title: 'Invitation to the hand-over',
  words: {
    destination_school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: a child is coming to you`,
        'A child we support has a confirmed place at your school. We would like to plan the move with you.',
        withDay(
          facts.dates['handover_due'] ?? facts.dates['ey_meeting_by'],
          (day) => `Please offer us a day to meet about the move, on or before ${day}.`,
        ),
        'You will hear what helps the child, and you can say what you can put in place.',
      ),
  },
};
