import { type Notice, type Words } from '../notice';
import { aboutSitting, dayAndHours, hours, type SittingLetter, type Times } from '../sitting-words';
import { list, toColleague, withDay } from '../wording';

/** The day on which the meeting looks at a child: times only. */
export const n17: Notice = {
  code: 'N-17',
  title: 'Agenda and slot',
  words: {
    school: (facts) =>
      toColleague(
        facts,
        `${facts.reference}: on the list for the meeting`,
        withDay(
          facts.dates['meeting_on'],
          (day) => `The Team Around the School looks at this case on ${day}.`,
        ),
        withDay(facts.dates['paper_deadline'], (day) => `Please send your papers by ${day}.`),
        'You join for your own slot only. The time is on the case.',
      ),
  },
};

/** To a member once the papers are out: the times at which they are wanted, and nothing of any child. */
export const n17Member = (letter: SittingLetter, slots?: readonly Times[]): Words =>
  aboutSitting(
    letter,
    `${letter.panel}: the papers are out`,
    `The agenda is set for ${dayAndHours(letter)}.`,
    slots
      ? `You are asked to join at these times only:\n${list(...slots.map(hours))}`
      : 'You are asked to come to the whole sitting.',
    'Sign in to read what is yours to read. Please say there if you cannot come, and who stands in for you.',
  );

/** To a school once the papers are out: its own items by their number, each with its time. */
export const n17School = (
  letter: SittingLetter,
  items: readonly (Times & { readonly reference: string })[],
): Words =>
  aboutSitting(
    letter,
    `${letter.panel}: the time for your school`,
    `The agenda is set for ${dayAndHours(letter)}.`,
    `Please join for your own part only:\n${list(...items.map((item) => `${item.reference}: ${hours(item)}`))}`,
    'Times can shift a little on the day. We ring you if they do.',
  );
