import { type LetterFacts } from '../letter-facts';
import { type Notice, type Words } from '../notice';
import { aboutSitting, type MovedSitting, movedLines, type SittingLetter } from '../sitting-words';
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

/** To members, and to a school that was to come with an item about itself: the old days and the new ones, no child. */
export const n18Sittings = (letter: SittingLetter, moves: readonly MovedSitting[]): Words =>
  aboutSitting(
    letter,
    `${letter.panel}: ${moves.length === 1 ? 'a sitting has moved' : 'sittings have moved'}`,
    movedLines(moves),
    'Calendars that follow the panel change by themselves. Whatever was on the agenda keeps its place.',
  );
