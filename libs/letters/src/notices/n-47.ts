import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, toOfficer, withDay } from '../wording';

const sixthDay = ({ dates }: LetterFacts) =>
  withDay(
    dates['sixth_school_day'],
    (day) => `Full-time education is due from ${day}, the sixth school day.`,
  );
const governors = ({ dates }: LetterFacts) =>
  withDay(dates['governing_board_by'], (day) => `The governors meet by ${day}.`);

const subject = ({ reference }: LetterFacts) => `${reference}: permanently excluded`;
const toOffice = (facts: LetterFacts, ask: string) =>
  toOfficer(
    facts,
    subject(facts),
    'The school has permanently excluded the child.',
    sixthDay(facts),
    governors(facts),
    ask,
  );
const toPartner = (facts: LetterFacts, ask: string) =>
  toColleague(
    facts,
    subject(facts),
    'A school has permanently excluded the child of this case.',
    sixthDay(facts),
    governors(facts),
    ask,
  );

/** A permanent exclusion: who must act is told at once, with the sixth school day. */
export const n47: Notice = {
  code: 'N-47',
  title: 'Permanent exclusion',
  words: {
    manager: (facts) =>
      toOffice(facts, 'Please see that education is arranged. A section 19 request is waiting.'),
    owner: (facts) =>
      toOffice(
        facts,
        'Please check that the school has told the parents, the social worker and the virtual school.',
      ),
    virtual_school: (facts) =>
      toPartner(facts, 'If the child is in care, we aim for education from the first day.'),
    social_care: (facts) =>
      toPartner(facts, 'Please tell the child’s social worker today, if there is one.'),
  },
};
