import { type CalendarDay } from '@app/statutory-calendar';

/** A clock that has run out and has an event to send. */
export interface DueClock {
  readonly authority: string;
  readonly caseId: string;
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly ownerId: string | null;
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly sends: string;
  /** The day on which it fires: the event is dated so, however late we are. */
  readonly day: CalendarDay;
}

/** The same for every try: the event of one clock is recorded once. */
export const commandKey = ({ caseId, code, subject, occurrence }: DueClock) =>
  ['clock', caseId, code, subject, occurrence].join(':');
