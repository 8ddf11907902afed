import { type CalendarDay } from '@app/statutory-calendar';
import { type MovedDate } from '../corrections.service';
import { CLOCKS_RECOUNTED } from '../history';
import { type FileClock, type FileEvent } from './case-file';
import { type Restatement } from './restatements';

/** One time that a date was moved: a correction of the facts, or a school with other term dates. */
export interface MovedOnce {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Every time that the day of a clock was moved, newest first. */
export function timesMoved(
  clock: FileClock,
  history: readonly FileEvent[],
  restatements: readonly Restatement[],
): MovedOnce[] {
  const recounts = history
    .filter(({ type }) => type === CLOCKS_RECOUNTED)
    .map(({ version, payload, actorName, recordedAt }) => ({
      version,
      reason: String(payload['reason']),
      by: actorName,
      at: recordedAt,
      moved: payload['dates'] as readonly MovedDate[],
    }));
  return [...restatements, ...recounts]
    .filter(({ version }) => clock.startedVersion < version)
    .sort((a, b) => b.version - a.version)
    .flatMap(({ at, by, reason, moved }) =>
      moved
        .filter(({ code, subject }) => code === clock.code && subject === clock.subject)
        .map(({ from, to }) => ({ at, by, reason, from, to })),
    );
}
