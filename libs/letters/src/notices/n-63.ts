import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

/** A setting is consulted before it is named: Children and Families Act 2014, s 39(2); Code of Practice 9.83. */
export const n63: Notice = {
  code: 'N-63',
  title: 'Consultation with a setting',
  words: {
    settings: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: can you meet these needs?`,
        'The council is thinking of naming your school or setting in an education, health and care plan. The draft plan and the advice are ready for you.',
        withDay(facts.dates['consult_due'], (day) => `Please answer by ${day}, within 15 days.`),
        'If you object, say which ground you rely on, and the facts behind it: suitability, the education of others, or efficient use of resources.',
      ),
  },
};
