import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, reach, toColleague, toFamily, withDay } from '../wording';

const timeline = ({ dates }: LetterFacts) =>
  list(
    withDay(dates['w6'], (day) => `By ${day}: we tell you if we will assess.`),
    withDay(
      dates['w16'],
      (day) => `By ${day}: if we assess and find that no plan is needed, we tell you.`,
    ),
    withDay(dates['w20'], (day) => `By ${day}: if a plan is needed, you have the final plan.`),
  );

const service = (facts: LetterFacts) =>
  toColleague(
    facts,
    `${facts.reference}: request for an EHC needs assessment`,
    'The council has received a request for an education, health and care needs assessment.',
    withDay(
      facts.dates['w6'],
      (day) =>
        `We will decide by ${day} whether to assess. If we do, we will ask you for advice, and the law gives six weeks for it.`,
    ),
    'If you know of anything that we should read before we decide, please send it now.',
  );

/** Request for an assessment received. */
export const n50: Notice = {
  code: 'N-50',
  title: 'Request for an assessment received',
  family: ['letter', 'email'],
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'We have your request',
        withDay(
          facts.happenedOn,
          (day) =>
            `We have the request to assess what help ${facts.child} needs. It reached us on ${day}.`,
        ),
        'What happens next:',
        timeline(facts),
        'We will ask the school about the help it gives now. Please send us anything that you would like us to read. Tell us too what matters most to you and to your child.',
        `For free advice that is on your side, go to the information, advice and support service (SENDIASS). You can ${reach(facts.sendiass)}.`,
      ),
    school: service,
    health: service,
    social_care: service,
  },
};
