import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

const isLate = ({ dates, writtenOn }: LetterFacts) =>
  (dates['advice_due'] ?? writtenOn) < writtenOn;

/** Advice due, or late. Also sent when an officer chases it. */
export const n64: Notice = {
  code: 'N-64',
  title: 'Advice due or late',
  words: {
    advisers: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: your advice ${isLate(facts) ? 'was due' : 'is due soon'}`,
        facts.adviceOf && `Advice asked for: ${facts.adviceOf}.`,
        withDay(facts.dates['advice_due'], (day) =>
          isLate(facts)
            ? `It was due on ${day}, and we do not have it yet.`
            : `It is due on ${day}.`,
        ),
        'A family is waiting for this. If something stands in the way, tell us now and we will try to help.',
      ),
  },
};
