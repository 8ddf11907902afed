import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

const newDay = ({ stage, dates }: LetterFacts) =>
  stage === 'review_listed' ? dates['review_meeting'] : dates['meeting_on'];

const words = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: the meeting has moved`,
    withDay(newDay(facts), (day) => `The new day is ${day}.`),
    'The case keeps its place on the list. Please take the old day out of your diary.',
  );

/** A meeting was moved: the new day and nothing about the child. */
export const n18: Notice = {
  code: 'N-18',
  title: 'Meeting moved',
  words: { school: words, panel: words },
};
