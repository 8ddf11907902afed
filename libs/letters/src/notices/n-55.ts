import { type CalendarDay, longDay, shortDay } from '@app/statutory-calendar';
import { type ContactPoint, type LetterFacts } from '../letter-facts';
import { type Notice, type Words } from '../notice';
import { reach, toColleague, withDay } from '../wording';

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

/** A review that a school must plan for. */
export interface ReviewToPlan {
  readonly reference: string;
  /** Last day for the meeting that leaves every later step its time. */
  readonly meetingBy: CalendarDay;
}

/** To each school, two weeks before a term: every review of that term in one list. No name and no detail of a child. */
export const n55Termly = ({
  reviews,
  from,
  to,
  contact,
  council,
}: {
  readonly reviews: readonly ReviewToPlan[];
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly contact: ContactPoint;
  readonly council: string;
}): Words => ({
  subject: 'Reviews of education, health and care plans next term',
  body: [
    'Hello',
    `These reviews fall in the term from ${longDay(from)} to ${longDay(to)}. Hold each meeting by the day beside it:`,
    reviews
      .map(({ reference, meetingBy }) => `- ${reference}: by ${shortDay(meetingBy)}`)
      .join('\n'),
    'Please choose the days now. Everybody invited needs two weeks’ notice, and the written advice two weeks before the meeting.',
    'Sign in to see whom each review is about.',
    `Questions? You can ${reach(contact)}.`,
    `${contact.name}\n${council}`,
  ].join('\n\n'),
});
