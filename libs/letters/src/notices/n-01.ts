import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toFamily, withDay } from '../wording';

const whatWeOffer = ({ pathway, child }: LetterFacts) =>
  pathway === 'y6_transition'
    ? `A support worker would visit ${child} in school. They would meet you, and make a plan with you for the move to secondary school. In the autumn they would see how the new school is going.`
    : `We would work with ${child}, with you and with the school. You would see what we plan before we do it.`;

const asked = (facts: LetterFacts, ...offer: string[]) =>
  toFamily(
    facts,
    'Would you like our support?',
    ...offer,
    'It is your choice. You can say no, and you can change your mind later. If you say no, it makes no difference to a school place or to any other help.',
    'We keep what you tell us safe, and we share only what you agree to. Ask us for our privacy notice, in any format or language you need.',
    withDay(
      facts.dates['accept_timeout'],
      (day) => `We are holding a place until ${day}. Please tell us by then.`,
    ),
  );

/** Agreement asked. */
export const n01: Notice = {
  code: 'N-01',
  title: 'Asking the family for their agreement',
  family: ['email', 'letter'],
  words: {
    family: (facts) =>
      asked(
        facts,
        `We would like to offer ${facts.child} some extra support. We need your agreement first.`,
        whatWeOffer(facts),
      ),
    young_person: (facts) =>
      asked(
        facts,
        'We would like to offer you some extra support. You decide whether you want it.',
        'We would work with you, and with your school or college. You would see what we plan before we do it. We tell your family only if you agree.',
      ),
  },
};
