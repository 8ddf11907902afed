import { type InForce } from '../policy';
import { ebsnaPolicy } from './policy';

export type Level = 1 | 2 | 3 | 4;

export const LEVELS = {
  '1': '1 Early: at school, but in distress',
  '2': '2 Emerging: attendance usually 90 to 95 per cent',
  '3': '3 Established: attendance usually 50 to 90 per cent, or part time',
  '4': '4 Severe: attendance usually below 50 per cent, or 15 days missed in a term',
} as const;

/** What a referral says about how far things have gone. */
export interface Signs {
  /** Sessions of the last twelve weeks, one entry a week. */
  readonly sessions?: readonly { readonly attended: number; readonly possible: number }[];
  /** Sessions in the last six weeks missed because of distress. */
  readonly linkedSessions?: number;
  readonly partTime?: boolean;
  readonly movedSchool?: boolean;
  readonly daysMissed?: number;
  readonly neverStarted?: boolean;
}

/** Attendance of possible sessions, per cent; undefined when no session was possible. */
export function attendanceOf(sessions: Signs['sessions'] = []): number | undefined {
  const [attended, possible] = sessions.reduce(
    ([some, all], week) => [some + week.attended, all + week.possible],
    [0, 0],
  );
  return possible > 0 ? (100 * attended) / possible : undefined;
}

/** The level that the signs call for: the worst of them counts. */
export function levelOf(
  signs: Signs,
  levels: InForce<typeof ebsnaPolicy.levels> = ebsnaPolicy.levels,
): Level {
  const attendance = attendanceOf(signs.sessions) ?? 100;
  if (
    attendance < levels.severeBelow ||
    (signs.daysMissed ?? 0) >= levels.daysOutInTerm ||
    signs.neverStarted
  )
    return 4;
  if (attendance < levels.establishedBelow || signs.partTime || signs.movedSchool) return 3;
  return attendance < levels.emergingBelow || (signs.linkedSessions ?? 0) >= levels.linkedSessions
    ? 2
    : 1;
}
