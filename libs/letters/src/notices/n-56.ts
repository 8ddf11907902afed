import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { list, toColleague, toFamily, withDay } from '../wording';

const moved = ({ event }: LetterFacts) => event === 'MEETING_MOVED';

const invited = (facts: LetterFacts) =>
  toColleague(
    facts,
    moved(facts)
      ? `${facts.reference}: the review meeting has moved`
      : `${facts.reference}: invitation to a review meeting`,
    'You are invited to the review of an education, health and care plan.',
    withDay(facts.dates['meeting_day'], (day) => `The meeting is on ${day}.`),
    withDay(
      facts.dates['papers'],
      (day) => `Please send your written advice so that it goes out to everybody by ${day}.`,
    ),
    'If you cannot come, your advice still counts.',
  );

const toReader = (about: (facts: LetterFacts) => string, views: string) => (facts: LetterFacts) =>
  toFamily(
    facts,
    moved(facts) ? 'The review meeting has moved' : 'Please come to the review of the plan',
    about(facts),
    withDay(facts.dates['meeting_day'], (day) => `The meeting is on ${day}.`) ??
      'The school will tell you the day.',
    `We will talk about what goes well, what is hard, and what should change. ${views}`,
    'You can tell us what you think in these ways:',
    list(
      'fill in the form that comes with this letter',
      'ring us, and we will write it down',
      'say it at the meeting, and bring someone with you',
    ),
    withDay(facts.dates['papers'], (day) => `You will get what others have written by ${day}.`),
    'If the day does not suit you, please ring us.',
  );

/** Invitation to a review: SEND Regulations 2014, regulations 20(2)-(4) and 21(2)-(4). */
export const n56: Notice = {
  code: 'N-56',
  title: 'Invitation to a review meeting',
  family: ['letter', 'email'],
  words: {
    family: toReader(
      ({ child }) =>
        `We want to look at the education, health and care plan for ${child} with you.`,
      'Your views and your child’s views come first.',
    ),
    young_person: toReader(
      () => 'We want to look at your education, health and care plan with you.',
      'Your views come first.',
    ),
    school: invited,
    health: invited,
    social_care: invited,
  },
};
