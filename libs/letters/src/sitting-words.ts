import { type CalendarDay, londonDay, londonTime, longDay } from '@app/statutory-calendar';
import { type ContactPoint } from './letter-facts';
import { type Words } from './notice';
import { list, type Paragraph, reach } from './wording';

/** A time of a sitting. */
export interface Times {
  readonly from: Date;
  readonly until: Date;
}

/** What a message about a sitting may use: no child is in it. */
export interface SittingLetter extends Times {
  readonly reader: string;
  readonly panel: string;
  readonly council: string;
  readonly contact: ContactPoint;
}

/** '13:45 to 13:57' as people say it: '1:45pm to 1:57pm'. */
export const hours = ({ from, until }: Times) => `${londonTime(from)} to ${londonTime(until)}`;

/** 'Wednesday 21 October 2026, 1:30pm to 3:30pm'. */
export const dayAndHours = (times: Times) => `${longDay(londonDay(times.from))}, ${hours(times)}`;

/** Mail about a sitting: greeting, text, whom to ask. */
export function aboutSitting(
  { reader, council, contact }: SittingLetter,
  subject: string,
  ...text: Paragraph[]
): Words {
  const paragraphs = [
    `Hello ${reader}`,
    ...text,
    `Questions? You can ${reach(contact)}.`,
    `${contact.name}\n${council}`,
  ];
  return { subject, body: paragraphs.filter(Boolean).join('\n\n') };
}

/** A sitting that is not on its old day any more, and the new day where there is one. */
export interface MovedSitting {
  readonly was: CalendarDay;
  readonly now?: Times;
  /** Called off: the panel next sits on that day, and takes what was on the agenda. */
  readonly nextOn?: CalendarDay;
}

/** One line for each sitting that moved. */
export const movedLines = (moves: readonly MovedSitting[]) =>
  list(
    ...moves.map(({ was, now, nextOn }) => {
      if (now) return `Not on ${longDay(was)}, but on ${dayAndHours(now)}.`;
      const next = nextOn ? ` The next sitting is on ${longDay(nextOn)}.` : '';
      return `Not on ${longDay(was)}: the sitting is called off.${next}`;
    }),
  );
