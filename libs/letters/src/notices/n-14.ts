import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, toColleague, toFamily, withDay } from '../wording';

const LOOKED_AT = [
  'what the school offers now, and how many hours',
  'what stands in the way of school',
  'any letter you have about health',
  'what you and your child think',
];

const byWhen = ({ dates }: LetterFacts) =>
  withDay(dates['s19_decide'], (day) => `We aim to decide by ${day}, and we will write to you.`);

/** A section 19 request is in (Education Act 1996, s 19). */
export const n14: Notice = {
  code: 'N-14',
  title: 'Request for education received',
  family: ['email', 'letter'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We have your request about education',
        `We have been asked to make sure that ${facts.child} gets an education while school is not possible.`,
        'We will look at:',
        list(...LOOKED_AT),
        'You do not need a letter from a hospital doctor. Send us what you have.',
        byWhen(facts),
      ),
    requester: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: request for education received`,
        'We have your request that the council arranges education for a child (Education Act 1996, section 19).',
        'We look at what the school offers, the evidence there is, and the views of child and family.',
        byWhen(facts),
      ),
  },
};
