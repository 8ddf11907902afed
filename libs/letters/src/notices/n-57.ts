import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { rightsOf } from '../rights';
import { toColleague, toFamily } from '../wording';

const whatWasDecided = ({ event, child, pathway }: LetterFacts) => {
  if (pathway === 'cessation' || event === 'CEASE_DROPPED')
    return `We asked you whether the education, health and care plan for ${child} should end. It does not end. It goes on.`;
  return event === 'AMENDMENT_WITHDRAWN'
    ? `We had planned to change the education, health and care plan for ${child}. We have now decided to leave it as it is.`
    : `We have looked at the review of the education, health and care plan for ${child}. We have decided to keep the plan as it is.`;
};

const toReader = (facts: LetterFacts) =>
  toFamily(
    facts,
    'The plan stays as it is',
    whatWasDecided(facts),
    facts.reason && `Our reasons: ${facts.reason}`,
    'Everybody named in the plan must go on doing what it says. We will look at the plan with you again within a year.',
    ...(facts.pathway === 'cessation' ? [] : rightsOf(facts, 'this decision')),
  );

/** The plan stays as it is: SEND Regulations 2014, regulations 20(10), 21(8) and 22(4). */
export const n57: Notice = {
  code: 'N-57',
  title: 'Decision: the plan stays as it is',
  family: ['letter', 'email'],
  words: {
    family: toReader,
    young_person: toReader,
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: the plan stays as it is`,
        'The council keeps the education, health and care plan as it is. The family has been told.',
        'Please go on with what section F sets out.',
      ),
  },
};
