import { type Calendar, type CalendarDay, type Limit, type TermDay } from '@app/statutory-calendar';
import { type PathwayEvent, type Regions } from './event';

/** What happened in one step, as the clocks see it. `before` is empty when the case opens. */
export interface PastStep<Context = Record<string, unknown>> {
  readonly event: PathwayEvent;
  readonly before: Regions;
  readonly after: Regions;
  readonly context: Context;
  readonly closed: boolean;
}

/** When a clock starts: at an event, on entering a state (`'work.accepted'`), or either under a condition. */
export interface Start {
  readonly on?: readonly string[];
  readonly enters?: readonly string[];
  readonly when?: (step: PastStep) => boolean;
  /** The day it counts from, also for one subject alone; the day of the event unless said otherwise. */
  readonly anchor?: (step: PastStep, subject?: string) => CalendarDay;
  /** Code in the rule book where this start rests on another rule than the clock’s own. */
  readonly rule?: string;
  readonly limit?: Limit;
  /** The law names this limit, although the clock is an aim of the council's own: no council sets it. */
  readonly fixed?: true;
  readonly from?: TermDay;
}

/** One time limit, as data. Close an entry and add one when the law changes; never edit one. */
export interface ClockRule {
  /** Handbook code, as `accept_timeout`. */
  readonly code: string;
  /** Code in the rule book, where the limit is statutory. */
  readonly rule?: string;
  readonly basis: 'statutory' | 'guidance' | 'local';
  readonly source: string;
  /** What must be done, as a person would say it: "Tell the family if we will assess". */
  readonly label: string;
  /** The next step this clock asks of us, for My work. */
  readonly ask: string;
  /** Why it matters, for the "why it is here" column. */
  readonly because: string;
  /** The event that does what is asked: its form is the link. */
  readonly doneBy?: string;
  /** Whose step it is: ours, or a service we wait for (then it can be chased). */
  readonly holder?: string;
  readonly starts: readonly Start[];
  readonly limit: Limit;
  /** Not the council's to set, although the clock is its own. */
  readonly fixed?: true;
  /** Moves the last day on, where the law does so (Tribunal Procedure Rules r 12). */
  readonly rolls?: (day: CalendarDay, calendar: Calendar) => CalendarDay;
  /** Count from a named day of the school year instead of the anchor itself. */
  readonly from?: TermDay;
  /** One row each: advisers, consulted settings, visits. */
  readonly subjects?: (step: PastStep) => readonly string[];
  readonly metBy: readonly string[];
  /** Only when this holds does an event of `metBy` meet the clock. */
  readonly metWhen?: (step: PastStep) => boolean;
  /** What its subjects are called, where they are not advisers or schools. */
  readonly subjectWords?: Readonly<Record<string, string>>;
  /** For clocks with subjects: which subjects the event meets. */
  readonly metSubjects?: (step: PastStep) => readonly string[];
  readonly voidBy?: readonly string[];
  /** Only when this holds does an event of `voidBy` end the clock. */
  readonly voidWhen?: (step: PastStep) => boolean;
  /** The clock belongs to these states (`'work.accepted'`): leaving the last of them without being met voids it. */
  readonly within?: readonly string[];
  /** While the case stands in one of these states the clock runs but asks nobody: lists leave it out. */
  readonly quietIn?: readonly string[];
  /** The event a clock sends when it runs out. */
  readonly sends?: string;
  /** 'day-after' (default): the daily job of the next day; 'on-the-day': clocks that announce a day. */
  readonly fires?: 'day-after' | 'on-the-day';
  readonly effective: { readonly from: CalendarDay; readonly to?: CalendarDay };
}

/** A clock of one case, as it is stored. */
export interface Clock {
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly rule: string | null;
  readonly basis: ClockRule['basis'];
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
  /** The day on which the daily job sends `sends`; null for a clock that sends nothing. */
  readonly firesOn: CalendarDay | null;
  readonly sends: string | null;
  readonly status: 'open' | 'met' | 'void';
  readonly endedOn: CalendarDay | null;
  readonly calendarVersion: string;
}
