import { type CalendarDay } from '@app/statutory-calendar';
import { CASE_MIGRATED, CLOCKS_RECOUNTED } from '../history';
import { type DateMoved } from '../versions/judge-move';
import { type FileClock, type FileEvent } from './case-file';
import { type Restatement } from './restatements';

/** One time that a date was moved, and why. */
export interface MovedOnce {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

type Moving = Omit<DateMoved, 'because'> & { readonly because?: string };

interface MovingStep {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly moved: readonly Moving[];
}

/**
 * Every time that the day of a clock was moved, newest first: a correction of the facts, a school with other term
 * dates, or other rules (changed law, other settings, a newer version of the pathway).
 */
export function timesMoved(
  { code, subject, startedVersion }: FileClock,
  history: readonly FileEvent[],
  restatements: readonly Restatement[],
): MovedOnce[] {
  const steps: MovingStep[] = [...restatements, ...standing(history).map(asStep)];
  return steps
    .filter(({ version }) => startedVersion < version)
    .sort((a, b) => b.version - a.version)
    .flatMap(({ at, by, reason, moved }) =>
      moved.flatMap((it) =>
        it.code === code && it.subject === subject && it.from && it.to
          ? [{ at, by, reason: it.because ?? reason, from: it.from, to: it.to }]
          : [],
      ),
    );
}

/** The steps of a history, newest first, that moved dates and were not taken back. */
function standing(history: readonly FileEvent[]): FileEvent[] {
  const moves = history.filter(({ type }) => type === CLOCKS_RECOUNTED || type === CASE_MIGRATED);
  return moves.filter(({ payload }, at) => {
    const isBack = payload['undone'] === true;
    const next = moves.slice(0, at).findLast(({ type }) => type === CASE_MIGRATED);
    return !isBack && next?.payload['undone'] !== true;
  });
}

const asStep = ({ version, payload, actorName, recordedAt }: FileEvent): MovingStep => ({
  version,
  at: recordedAt,
  by: actorName,
  reason: typeof payload['reason'] === 'string' ? payload['reason'] : '',
  moved: (payload['dates'] ?? []) as readonly Moving[],
});
