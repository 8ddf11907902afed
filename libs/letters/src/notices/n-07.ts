import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, type Paragraph, toColleague, toFamily, toOfficer, withDay } from '../wording';

const items = ({ asked }: LetterFacts): Paragraph[] =>
  asked?.length ? ['What we need:', list(...asked)] : [];
const byWhen = ({ dates }: LetterFacts) =>
  withDay(dates['info_sla'], (day) => `Please send it by ${day}.`);

/** More information is wanted before anybody can decide. */
export const n07: Notice = {
  code: 'N-07',
  title: 'More information wanted',
  family: ['email', 'letter'],
  onlyIfAware: true,
  words: {
    family: (facts) =>
      toFamily(
        facts,
        'Can you help us with something?',
        `We are looking at how to help ${facts.child}. We need to know a little more first.`,
        ...items(facts),
        byWhen(facts),
        'You can ring us and tell us instead of writing.',
      ),
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: please send us more`,
        'We need something more from you before we can decide on a referral.',
        'The list is on the case.',
        byWhen(facts),
        'If you cannot get all of it, send what you have and say so.',
      ),
    referrer: (facts) =>
      toOfficer(
        facts,
        `${facts.reference}: please send us more`,
        'We need something more before we can decide on your referral. The list is on the case.',
        byWhen(facts),
      ),
  },
};
