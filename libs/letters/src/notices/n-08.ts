import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, type Paragraph, toColleague, toFamily, toOfficer, withDay } from '../wording';

const FIRST_STEPS = [
  'Ask the SENCO at the school who your child can go to on a hard day.',
  'Write down with your child what helps and what makes it harder.',
  'Agree a day with the school to look at how it went.',
];

const takenOn = ({ stage }: LetterFacts) => stage === 'allocated';

function toFamilyWith(facts: LetterFacts): Paragraph[] {
  if (takenOn(facts))
    return [
      `The panel has agreed that a worker will help ${facts.child}.`,
      withDay(facts.dates['first_contact'], (day) => `The worker will be in touch by ${day}.`),
      'Until then the school’s own plans go on.',
    ];
  return [
    `We have looked at how to help ${facts.child}.`,
    facts.reason && `What we found: ${facts.reason}`,
    facts.onwardRoute && `We think that this can help most: ${facts.onwardRoute}.`,
    'Things to try now:',
    list(...(facts.advice?.length ? facts.advice : FIRST_STEPS)),
    'If things change, you or the school can come back to us at any time.',
  ];
}

function toProfessionals(facts: LetterFacts): Paragraph[] {
  if (takenOn(facts))
    return [
      'The panel has agreed to give the child a worker.',
      withDay(facts.dates['first_contact'], (day) => `First contact is planned by ${day}.`),
      'Please keep your own plans going.',
    ];
  return [
    facts.onwardRoute
      ? 'We have looked at the referral, and another service can help more. The case says which.'
      : 'We have looked at the referral. Our written advice is on the case.',
    'Please try what it says, and come back to us if things change.',
  ];
}

const subjectFor = (facts: LetterFacts) =>
  `${facts.reference}: ${takenOn(facts) ? 'a worker will help' : 'our advice'}`;

/** Advice, or the way to another service: the outcome of a referral. */
export const n08: Notice = {
  code: 'N-08',
  title: 'Advice or onward route',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        takenOn(facts) ? 'A worker will help you' : 'What can help now',
        ...toFamilyWith(facts),
      ),
    referrer: (facts) => toOfficer(facts, subjectFor(facts), ...toProfessionals(facts)),
    school: (facts) => toColleague(facts, subjectFor(facts), ...toProfessionals(facts)),
  },
};
