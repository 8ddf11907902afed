import { type Regions } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type RepeatedEvent } from './case-row';
import { KeyUsedDifferently } from './errors';

/** Opens a case. */
export interface OpenCommand {
  readonly pathway: string;
  readonly childId: string;
  readonly occurredOn: CalendarDay;
  readonly payload?: unknown;
  readonly commandKey?: string | undefined;
  readonly cohort?: string | undefined;
  readonly teamId?: string | null | undefined;
  /** The referral from another case that this one answers. */
  readonly referralId?: string | undefined;
  /** The closed case whose work is taken up again, by id. */
  readonly reopenOf?: string | undefined;
  /** Moves an old record in: no limit on the date, and nothing is sent. */
  readonly goLive?: boolean | undefined;
}

/** Records what happened to a case. */
export interface RecordCommand {
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload?: unknown;
  /** What the person saw; a mismatch is a conflict and is never retried. Timers send none. */
  readonly expectedVersion?: number | undefined;
  readonly commandKey?: string | undefined;
  readonly goLive?: boolean | undefined;
}

/** The answer to a command; the same command sent again gets the same answer. */
export interface Recorded {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly recordedAt: string;
  readonly stages: Regions;
  readonly repeated: boolean;
  /** The case that goes on where this one ended, when the event opened one. */
  readonly next?: string | undefined;
}

/** The answer that was given to the same command before. @throws KeyUsedDifferently */
export function sameAnswer(
  { bodyHash: before, ...answer }: RepeatedEvent,
  bodyHash: Buffer,
): Recorded {
  if (before !== bodyHash.toString('hex')) throw new KeyUsedDifferently();
  return { ...answer, repeated: true };
}
