import { type Notice } from '../notice';
import { reach, toColleague, toFamily, withDay } from '../wording';

/** We agreed to assess. */
export const n51: Notice = {
  code: 'N-51',
  title: 'Agreed to assess',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We will assess',
        `We have decided to carry out an education, health and care needs assessment for ${facts.child}.`,
        'We are asking the school and other services for their advice. Some of them will ring you, and they may want to meet your child.',
        withDay(facts.dates['advice_due'], (day) => `They have until ${day} to answer us.`),
        'We need your views as well. Tell us what is going well, what is hard, and what you hope for. You can write, ring, or ask us to meet you.',
        withDay(
          facts.dates['w16'],
          (day) => `If we then find that a plan is not needed, we will tell you by ${day}.`,
        ),
        withDay(
          facts.dates['w20'],
          (day) => `If a plan is needed, you will have the final plan by ${day}.`,
        ),
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
    advisers: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: please send your advice`,
        'The council has agreed to an education, health and care needs assessment, and asks for your advice.',
        facts.adviceOf && `Advice asked for: ${facts.adviceOf}.`,
        withDay(
          facts.dates['advice_due'],
          (day) =>
            `Please send it by ${day}. The law gives six weeks (SEND Regulations 2014, regulation 8).`,
        ),
        'Say what the needs are, what would help, and what the child could then do.',
      ),
  },
};
