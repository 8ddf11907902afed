import { absence, type AbsenceClass } from '@app/statutory-calendar';
import { type AttendancePolicy, attendancePolicy } from './policy';
import { classOf, ILL, LATE, PART_TIME } from './session-codes';

/** Sessions of one child in one window. */
export interface Tally {
  /** Sessions at which the child could have been there. */
  readonly possible: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  readonly ill: number;
  /** Away under an agreed part-time timetable; counted among the authorised. */
  readonly partTime: number;
}

export const NO_SESSIONS: Tally = {
  possible: 0,
  authorised: 0,
  unauthorised: 0,
  late: 0,
  ill: 0,
  partTime: 0,
};

/** What a tally says. Percentages have one decimal; null where too few sessions were possible to say anything. */
export interface Attendance {
  readonly possible: number;
  readonly absent: number;
  readonly attendance: number | null;
  readonly absence: number | null;
  /** Attendance of the sessions that the agreed part-time timetable asks for; null where there is none. */
  readonly againstTimetable: number | null;
  /** Taken from the sessions and never from the rounded percentage. */
  readonly band: AbsenceClass | null;
}

/** Counts the codes of a register. Codes that do not exist are left out. */
export function tallied(codes: readonly string[]): Tally {
  return codes.reduce((sum, code) => {
    const kind = classOf(code);
    if (!kind || kind === 'not_counted') return sum;
    return {
      possible: sum.possible + 1,
      authorised: sum.authorised + (kind === 'authorised' ? 1 : 0),
      unauthorised: sum.unauthorised + (kind === 'unauthorised' ? 1 : 0),
      late: sum.late + (code === LATE ? 1 : 0),
      ill: sum.ill + (code === ILL ? 1 : 0),
      partTime: sum.partTime + (code === PART_TIME ? 1 : 0),
    };
  }, NO_SESSIONS);
}

/** Both together. */
export const together = (a: Tally, b: Tally): Tally => ({
  possible: a.possible + b.possible,
  authorised: a.authorised + b.authorised,
  unauthorised: a.unauthorised + b.unauthorised,
  late: a.late + b.late,
  ill: a.ill + b.ill,
  partTime: a.partTime + b.partTime,
});

/** Attendance of possible sessions, and beside it against an agreed part-time timetable. */
export function attendanceOf(
  tally: Tally,
  { fewestSessions }: Pick<AttendancePolicy, 'fewestSessions'> = attendancePolicy,
): Attendance {
  const { possible, partTime } = tally;
  const absent = tally.authorised + tally.unauthorised;
  if (possible < fewestSessions)
    return {
      possible,
      absent,
      attendance: null,
      absence: null,
      againstTimetable: null,
      band: null,
    };
  const { class: band, rate } = absence(possible, absent);
  const asked = possible - partTime;
  return {
    possible,
    absent,
    attendance: oneDecimal(100 - (rate ?? 0)),
    absence: rate,
    againstTimetable:
      partTime > 0 && asked > 0 ? oneDecimal((100 * (possible - absent)) / asked) : null,
    band,
  };
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;
