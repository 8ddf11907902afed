import { type LetterFacts } from '../letter-facts';
import { type Notice } from '../notice';
import { toColleague, withDay } from '../wording';

const asked = ({ event, dates }: LetterFacts) => {
  if (event === 'REPORT_CHASED')
    return [
      'The review meeting was held, and we have not had your report yet.',
      withDay(dates['report'], (day) => `It is due by ${day}, two weeks after the meeting.`),
    ];
  return [
    event === 'MEETING_NOT_HELD'
      ? 'The review meeting was not held on the day set. Please choose a new day and tell us.'
      : 'An education, health and care plan is due for its review. Please choose a day for the meeting and tell us.',
    withDay(dates['meeting_by'], (day) => `Please hold the meeting by ${day}.`),
    'Everybody invited needs two weeks’ notice, and the written advice two weeks before the meeting.',
    'If you cannot arrange it, tell us now and we will.',
  ];
};

/** The head teacher is asked to arrange a review, or for what is still to come: SEND Regulations 2014, regulation 20. */
export const n55: Notice = {
  code: 'N-55',
  title: 'Review for the school to arrange',
  words: {
    school: (facts) =>
      toColleague(
        facts,
        facts.event === 'REPORT_CHASED'
          ? `${facts.reference}: report of the review meeting`
          : `${facts.reference}: please arrange the review meeting`,
        ...asked(facts),
      ),
  },
};
