import { londonDay, longDay } from '@app/statutory-calendar';
import { type Feedback, feedbackLines } from '../feedback-words';
import { type LetterFacts } from '../letter-facts';
import { type Notice, type Words } from '../notice';
import { aboutSitting, type SittingLetter } from '../sitting-words';
import { type Paragraph, toColleague, toFamily, withDay } from '../wording';

const goesOn = ({ stage }: LetterFacts) => stage === 'actions_live';
const lookAgain = ({ dates }: LetterFacts): Paragraph =>
  withDay(dates['review_date'], (day) => `We look again on ${day}.`);

const agreed = (facts: LetterFacts, otherwise: readonly Paragraph[]): readonly Paragraph[] =>
  facts.feedback ? feedbackLines(facts.feedback) : otherwise;

/** What the Team Around the School agreed. */
export const n16: Notice = {
  code: 'N-16',
  title: 'What the Team Around the School agreed',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: what was agreed`,
        'Thank you for bringing this child to the Team Around the School.',
        ...agreed(facts, [
          'What was agreed, and who does what by when, is on the case.',
          goesOn(facts) && lookAgain(facts),
        ]),
        !goesOn(facts) && 'You can come back to us at any time.',
        withDay(facts.dates['feedback'], (day) => `We will ring you by ${day}.`),
      ),
    family: (facts) =>
      toFamily(
        facts,
        'What we agreed for your child',
        `People who know schools and children met to think about how to help ${facts.child}.`,
        ...agreed(facts, [
          goesOn(facts)
            ? 'They agreed some steps. The school will tell you what they are and who will do them.'
            : 'The school will tell you what they advised, and what comes next.',
          goesOn(facts) && lookAgain(facts),
        ]),
        'Tell us or the school if you see it another way. Your view counts.',
      ),
  },
};

/** To a school whose own item it was: support, training, and who does what by when. */
export const n16SchoolItem = (letter: SittingLetter, feedback: Feedback): Words =>
  aboutSitting(
    letter,
    `${letter.panel}: what we agreed with your school`,
    `Thank you for talking with us on ${longDay(londonDay(letter.from))}.`,
    ...feedbackLines(feedback),
  );
