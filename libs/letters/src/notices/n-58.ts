import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, reach, toColleague, toFamily, withDay } from '../wording';

const toReader = (facts: LetterFacts) =>
  toFamily(
    facts,
    'We want to change the plan',
    `We have looked at the review, and we want to change the education, health and care plan for ${facts.child}.`,
    facts.reason && `Our reasons: ${facts.reason}`,
    'With this letter you get the plan as it is, the changes we propose, and what they rest on.',
    withDay(
      facts.dates['reps'],
      (day) => `You have at least 15 days to tell us what you think. That time ends on ${day}.`,
    ) ?? 'You have at least 15 days to tell us what you think.',
    'In that time you can:',
    list(
      'tell us what is wrong or missing, in writing or by phone',
      'ask us to meet you, and we will find a day that suits you',
      'ask for a school or college to be named in the plan',
    ),
    withDay(facts.dates['final'], (day) => `You will have the final plan by ${day}.`),
    'The final plan comes with a letter about your right to appeal.',
    `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
  );

/** Notice of the proposed changes, sent with them: SEND Regulations 2014, regulation 22(2). */
export const n58: Notice = {
  code: 'N-58',
  title: 'Notice of changes to the plan',
  family: ['letter', 'email'],
  words: {
    family: toReader,
    young_person: toReader,
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: proposed changes to a plan`,
        'After the review, the council proposes changes to the education, health and care plan. The family has them, with 15 days for its views.',
        withDay(facts.dates['final'], (day) => `The final plan is due by ${day}.`),
      ),
  },
};
