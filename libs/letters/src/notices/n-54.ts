import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { rightsOf, SCHOOL_ONLY } from '../rights';
import { toColleague, toFamily, withDay } from '../wording';

const theDay = ({ happenedOn }: LetterFacts) =>
  withDay(happenedOn, (day) => `The plan starts on ${day}.`);

/** The final plan. */
export const n54: Notice = {
  code: 'N-54',
  title: 'Final plan',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Your final plan',
        `Here is the final education, health and care plan for ${facts.child}. ${theDay(facts) || ''}`.trim(),
        facts.named && `Section I of the plan names ${facts.named}.`,
        'Everyone named in the plan must now do what it says. We will look at the plan with you at least once a year.',
        ...rightsOf(facts, 'the needs, the help or the school in this plan'),
        SCHOOL_ONLY,
      ),
    settings: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: final plan`,
        'The final education, health and care plan names your school or setting. You must admit the child.',
        theDay(facts),
        'You must use your best endeavours, and we must arrange what section F sets out.',
      ),
    health: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: final plan`,
        'The final education, health and care plan has been issued.',
        theDay(facts),
        'The health provision in section G must now be arranged.',
      ),
  },
};
