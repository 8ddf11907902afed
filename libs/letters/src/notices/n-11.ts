import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, toOfficer, withDay } from '../wording';

const school = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: the hand-over has not been held`,
    'The summer holiday has begun and the hand-over meeting has not taken place.',
    withDay(
      facts.dates['autumn_start'],
      (day) =>
        `Term starts on ${day}. Please agree a new day with us before then, or in the first week.`,
    ),
  );

/** The hand-over was missed. */
export const n11: Notice = {
  code: 'N-11',
  title: 'Hand-over not held',
  words: {
    school,
    destination_school: school,
    transition_lead: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: no hand-over before the summer`,
        'The summer holiday has begun and the hand-over was not held. Both schools have been asked for a new day.',
      ),
  },
};
