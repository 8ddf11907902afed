import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague } from '../wording';

const words = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: a unit place cannot be used`,
    'A place in a unit cannot be used for now. The reason is on the case.',
    'It is not offered to anybody else until it is open again.',
  );

/** A unit place is out of use. */
export const n27: Notice = {
  code: 'N-27',
  title: 'Unit place out of use',
  words: { panel: words, finance: words },
};
