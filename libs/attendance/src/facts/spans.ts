import { type Calendar, type CalendarDay, termsOf } from '@app/statutory-calendar';
import {
  type Attendance,
  attendanceOf,
  NO_SESSIONS,
  type Tally,
  together,
} from '../pure/attendance';
import {
  termCode,
  termsIn,
  weeksBack,
  weeksOfTerm,
  type Window,
  type WindowName,
  type Windows,
  windowsOn,
} from '../pure/windows';
import { type AttendancePolicy } from '../pure/policy';

/** A run of days whose sessions are counted in one question: a term, school weeks, one week. */
export interface Span extends Window {
  readonly name: string;
}

/** What is counted for the children of one school. */
export interface SchoolSpans {
  readonly windows: Windows;
  readonly lastWeeks: (n: number) => Window | undefined;
  readonly spans: readonly Span[];
  readonly weeks: readonly Span[];
  readonly season: 'autumn' | 'spring' | 'summer' | null;
  readonly calendar: Calendar;
}

const YEARS_OF_TERMS = 4;

/** The spans up to a day, in the terms of one school; week by week too where that is asked. */
export function spansOn(day: CalendarDay, calendar: Calendar, byWeek: boolean): SchoolSpans {
  const windows = windowsOn(day, calendar);
  const begun = termsOf(calendar.terms ?? { name: '', terms: [], inset: [] })
    .filter(({ blocks }) => (blocks[0]?.[0] ?? day) <= day)
    .slice(-YEARS_OF_TERMS);
  const terms = begun.map((term) => ({
    name: termCode(term),
    from: term.blocks[0]?.[0] ?? day,
    to: earlier(term.blocks.at(-1)?.[1] ?? day, day),
  }));
  const recent = (['fourWeeks', 'sixWeeks'] as const).flatMap((name) => {
    const window = windows[name];
    return window ? [{ name, ...window }] : [];
  });
  const weeks = byWeek
    ? weeksOfTerm(day, calendar).map((week) => ({ name: `week ${week.from}`, ...week }))
    : [];
  return {
    windows,
    lastWeeks: remembered((n) => weeksBack(n, day, calendar)),
    spans: [...terms, ...recent, ...weeks],
    weeks,
    season: begun.at(-1)?.season ?? null,
    calendar,
  };
}

/** Many children of a school ask for the same few lengths. */
function remembered<T>(count: (n: number) => T): (n: number) => T {
  const known = new Map<number, T>();
  return (n) => {
    if (!known.has(n)) known.set(n, count(n));
    return known.get(n) as T;
  };
}

const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);

export type Tallies = Readonly<Record<string, Tally>>;

/**
 * The attendance of each window. A term is counted from its sessions; the figures of that term stand in
 * where no session came.
 */
export function attendanceIn(
  { windows, calendar }: SchoolSpans,
  sessions: Tallies,
  figures: Tallies,
  policy: AttendancePolicy,
): Partial<Record<WindowName, Attendance>> {
  const found: Partial<Record<WindowName, Attendance>> = {};
  for (const [name, window] of Object.entries(windows) as [WindowName, Window][]) {
    const ofTerm = (code: string) => {
      const counted = sessions[code] ?? NO_SESSIONS;
      return counted.possible > 0 ? counted : (figures[code] ?? NO_SESSIONS);
    };
    const isWeeks = name === 'fourWeeks' || name === 'sixWeeks';
    found[name] = attendanceOf(
      isWeeks
        ? (sessions[name] ?? NO_SESSIONS)
        : termsIn(window, calendar).map(ofTerm).reduce(together, NO_SESSIONS),
      policy,
    );
  }
  return found;
}
