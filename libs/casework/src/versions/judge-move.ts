import {
  type Clock,
  moveFrom,
  needsPerson,
  type NeedsPerson,
  type Pathway,
  type PolicyOverlay,
} from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { asCorrected, type HistoryRow } from '../history';
import { type LawTo } from '../law/judge-law';
import { type Play, replayed, takenOver, underSettings } from '../replay-history';

/** A due date that a newer version changes, and why. */
export interface DateMoved {
  readonly code: string;
  readonly subject: string;
  /** Null for a clock that begins, or ends, with the newer version. */
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly because: string;
}

/** Other settings of the council that a case is taken over to; null for the usual numbers. */
export interface SettingsTo {
  readonly version: number;
  readonly policy: PolicyOverlay | null;
  readonly reason: string;
}

/** A case taken over, as the newer version, or the other settings, see it. */
export interface TakenOver {
  readonly play: Play;
  readonly settings?: SettingsTo;
  readonly lawTo?: LawTo;
  /** Running limits that changed law gives a ground for being late, in words. */
  readonly excusable?: readonly string[];
  readonly dates: readonly DateMoved[];
}

/**
 * What becomes of one case under a newer version of its pathway. Pure.
 * A date that would change without a reason in the version's own words is for a person to judge.
 */
export function judgeMove(
  pathway: Pathway,
  to: Pathway,
  rows: readonly HistoryRow[],
  calendar: Calendar,
): TakenOver | NeedsPerson {
  const before = replayed(pathway, asCorrected(rows), calendar);
  const play = takenOver(before, to, calendar);
  if (needsPerson(play)) return play;
  const reasons = moveFrom(to, pathway.version)?.because ?? {};
  const dates: DateMoved[] = [];
  for (const change of changesBetween(before.clocks, play.clocks)) {
    const because = reasons[change.code];
    if (!because)
      return {
        needsPerson: `The date of ${change.code} would change, and the version does not say why`,
      };
    dates.push({ ...change, because });
  }
  return { play, dates };
}

/** What becomes of one case under other settings of the council: every date that moves does so because of them. Pure. */
export function judgeSettings(
  pathway: Pathway,
  settings: SettingsTo,
  rows: readonly HistoryRow[],
  calendar: Calendar,
): TakenOver {
  const before = replayed(pathway, asCorrected(rows), calendar);
  const play = underSettings(before, settings.policy, calendar);
  const because = `Council settings, version ${settings.version}: ${settings.reason}`;
  const dates = changesBetween(before.clocks, play.clocks).map((it) => ({ ...it, because }));
  return { play, dates, settings };
}

/** The dates of running clocks that differ. */
export function changesBetween(before: readonly Clock[], after: readonly Clock[]) {
  const running = (clocks: readonly Clock[]) =>
    new Map(
      clocks
        .filter(({ status }) => status === 'open')
        .map((clock) => [`${clock.code}|${clock.subject}`, clock]),
    );
  const was = running(before);
  const is = running(after);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
    const { code, subject } = (was.get(key) ?? is.get(key))!;
    const from = was.get(key)?.dueOn ?? null;
    const to = is.get(key)?.dueOn ?? null;
    return from === to ? [] : [{ code, subject, from, to }];
  });
}
