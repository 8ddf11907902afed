import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { rightsOf } from '../rights';
import { toColleague, toFamily, withDay } from '../wording';

const staysUntil = ({ dates }: LetterFacts) =>
  withDay(
    dates['appeal_window'],
    (day) => `The plan stays in force at least until ${day}. An appeal keeps it in force.`,
  ) ?? 'The plan stays in force until the time to appeal has passed. An appeal keeps it in force.';

const told = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: notice that a plan is to end`,
    'The council has given notice that it will stop maintaining an education, health and care plan.',
    staysUntil(facts),
    'Please go on with what the plan sets out until we tell you that it has ended.',
  );

/** Notice that the plan is to end: SEND Regulations 2014, regulation 31(2)-(3). */
export const n61: Notice = {
  code: 'N-61',
  title: 'Notice that the plan is to end',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Our decision about the plan',
        `We have decided that the education, health and care plan for ${facts.child} should end.`,
        facts.reason && `Our reasons: ${facts.reason}`,
        staysUntil(facts),
        'Until then, all the help in the plan goes on.',
        ...rightsOf(facts, 'this decision'),
        'We will also tell you who can help from now on, and how to ask for a new assessment later.',
      ),
    school: told,
    health: told,
  },
};
