import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

const school = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: we would like to hear from you`,
    'For the attention of the head.',
    'We asked your school for something that a child needs, and have not had an answer yet. You can see on the case what it is.',
    withDay(facts.dates['school_reply'], (day) => `Please answer by ${day}.`),
    'If something stands in the way, ring us. We can come to you, or find another day.',
  );

/** A school has not answered. */
export const n44: Notice = {
  code: 'N-44',
  title: 'No answer from a school',
  words: { school, destination_school: school, host_school: school },
};
