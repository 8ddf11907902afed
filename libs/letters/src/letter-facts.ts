import { type CalendarDay } from '@app/statutory-calendar';
import { type Feedback } from './feedback-words';

/** Someone a reader can ring or write to. */
export interface ContactPoint {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Everything the words of a notice may use. Made once for each reader, at the moment of writing. */
export interface LetterFacts {
  readonly pathway: string;
  readonly reference: string;
  /** Address of the case in Causeway; opens only for those who may see it. */
  readonly link: string;
  readonly council: string;
  readonly writtenOn: CalendarDay;
  /** Who reads it, as the record names them. */
  readonly reader: string;
  /** First name in a letter to the family, else 'your child'; 'you' in words for a young person. Never used in mail to professionals. */
  readonly child: string;
  /** A letter for the family of a young person: in their own hands, or a copy in somebody else’s. */
  readonly reading?: 'own' | 'copy' | undefined;
  /** The event that caused the notice, and where the work stood after it. */
  readonly event: string;
  readonly stage: string;
  /** The person to ring about this case. */
  readonly contact: ContactPoint;
  readonly school?: string | undefined;
  readonly destination?: string | undefined;
  /** The school or type of setting named in a final plan. */
  readonly named?: string | undefined;
  /** Last days of the case's clocks, by handbook code: `w20`, `reps_end`, `accept_timeout`. */
  readonly dates: Readonly<Partial<Record<string, CalendarDay>>>;
  /** Reasons of a decision, as the decision maker wrote them to the family. */
  readonly reason?: string | undefined;
  readonly coverUntil?: CalendarDay | undefined;
  /** Day on which the thing happened that the notice is about. */
  readonly happenedOn: CalendarDay;
  /** In a reminder of something that goes on: the day since which it does. */
  readonly since?: CalendarDay | undefined;
  /** Which advice is asked for, in words: 'Educational psychology'. */
  readonly adviceOf?: string | undefined;
  /** What the reader is asked to send, as the officer listed it: the `items` of the event. */
  readonly asked?: readonly string[] | undefined;
  /** What can be tried now: the `advice` of the event. */
  readonly advice?: readonly string[] | undefined;
  /** What a panel decided, where the event is its decision; a reader who is to have no detail has none. */
  readonly feedback?: Feedback | undefined;
  /** Who can help instead, in words: the `onwardRoute` of the event. */
  readonly onwardRoute?: string | undefined;
  /** Hours of education each week, as decided. */
  readonly hours?: number | undefined;
  /** Why it is fewer hours than full time. */
  readonly whyPartTime?: string | undefined;
  /** Free and independent help, which a letter about a decision must name. */
  readonly sendiass: ContactPoint;
  readonly mediation: ContactPoint;
}

/** One line of a digest. */
export interface DigestLine {
  readonly reference: string;
  /** What is asked, as the clock's label says it. */
  readonly what: string;
  readonly dueOn: CalendarDay;
  /** '3 working days left', '2 days over'. */
  readonly left: string;
  readonly overdue: boolean;
}

/** What a digest to one officer may use. */
export interface DigestFacts {
  readonly council: string;
  readonly reader: string;
  readonly day: CalendarDay;
  /** Most urgent first. */
  readonly lines: readonly DigestLine[];
  /** How many further lines there is no room for. */
  readonly more: number;
}
