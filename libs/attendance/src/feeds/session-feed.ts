import { type Runner } from '@app/database';
import {
  codeReader,
  needed,
  optional,
  quoted,
  readCells,
  type Reading,
  readTypedDay,
  type RowToStore,
} from '@app/people';
import { type Calendar, type CalendarDay, shortDay, TermsNotLoaded } from '@app/statutory-calendar';
import { ALL_CODES, classOf } from '../pure/session-codes';
import {
  type Compared,
  type Feed,
  FITS,
  type KnownLine,
  type LineToWrite,
  type Places,
  problem,
  type ReadingRules,
  SAME,
} from './feed';
import { EXAMPLE_PUPIL, IDENTITY_COLUMNS, identityProblems } from './identity';
import { readMoment } from './moment';
import { SESSIONS_SQL, WRITE_SESSIONS_SQL } from './session-sql';
import { rawKey } from './twins';

/** One session of one child. */
interface SessionData {
  readonly day: CalendarDay;
  readonly session: 'AM' | 'PM';
  readonly code: string;
  readonly minutesLate: number | null;
  readonly updatedAt: Date;
}

const COLUMNS = {
  ...IDENTITY_COLUMNS,
  day: needed('Date', readTypedDay, 'Type the day, like 20/11/2026', 'Session date', 'Day'),
  session: needed(
    'Session',
    codeReader({ AM: 'Morning', PM: 'Afternoon' }),
    'Type AM or PM',
    'AM/PM',
    'AM or PM',
  ),
  code: needed(
    'Code',
    readCode,
    'Type the code of the register',
    'Session code',
    'Attendance code',
    'Mark',
  ),
  minutesLate: optional('Minutes late', wholeReader(300), 'Minutes', 'Late minutes'),
  updatedAt: optional('Updated at', readMoment, 'Updated', 'Last changed', 'Changed at'),
};

/** Session codes of the register, weekly or daily (annex d, D-1). The last change of a session wins. */
export const sessionFeed: Feed<SessionData> = {
  kind: 'attendance_sessions',
  title: 'Attendance, session by session',
  columns: COLUMNS,
  limits: { bytes: 60_000_000, rows: 300_000 },
  example: {
    ...EXAMPLE_PUPIL,
    day: '20/11/2026',
    session: 'AM',
    code: '/',
    minutesLate: '',
    updatedAt: '20/11/2026 10:15',
  },
  markTwins,
  read(cells: readonly string[], places: Places, { today, uploadedAt }: ReadingRules) {
    const { row, problems } = readCells(COLUMNS, cells, places);
    const { school, upn, surname, forename, dob, ...said } = row;
    const pupil = { upn, surname, forename, dob };
    const { day, session, code } = said;
    const all = [
      ...problems,
      ...identityProblems(pupil, problems),
      ...(day && day > today
        ? [problem('Date', `${shortDay(day)} has not come yet. Check the date`, 'future')]
        : []),
    ];
    const data =
      day && session && code
        ? {
            day,
            session,
            code,
            minutesLate: said.minutesLate ?? null,
            updatedAt: said.updatedAt ?? uploadedAt,
          }
        : undefined;
    return { school, pupil, data: all.length ? undefined : data, problems: all };
  },
  twinRemark({ line, column }): Compared {
    if (column === 'older')
      return {
        status: 'same',
        remarks: [problem('Updated at', `Row ${line} has a later entry of this session`, 'older')],
      };
    const text = `The same session of this child is in row ${line}. Delete one of the two rows, or say in “Updated at” which came last`;
    return { status: 'error', remarks: [problem('Session', text, 'duplicate')] };
  },
  calendarProblem({ day, code }: SessionData, calendar: Calendar) {
    if (classOf(code) === 'not_counted') return undefined;
    const why = whyNoSchool(day, calendar);
    return why
      ? problem(
          'Date',
          `${shortDay(day)} is no school day there: ${why}. Check the date, or have the term dates put right`,
          'outside_terms',
        )
      : undefined;
  },
  sameKey: ({ day, session }: SessionData) => `${day} ${session}`,
  daysOf: ({ day }: SessionData) => [day, day],
  async compare(tx: Runner, lines: readonly KnownLine<SessionData>[]) {
    const stored = await tx.run<StoredSession>('feed-sessions', SESSIONS_SQL, [
      lines.map(({ line }) => line),
      lines.map(({ pupilId }) => pupilId),
      lines.map(({ data }) => data.day),
      lines.map(({ data }) => data.session),
      lines.map(({ urn }) => urn),
    ]);
    const byLine = new Map(stored.map((row) => [row.line, row]));
    return new Map(lines.map((it) => [it.line, compared(it.data, byLine.get(it.line))]));
  },
  async write(tx: Runner, lines: readonly LineToWrite<SessionData>[]) {
    await tx.run('feed-write-sessions', WRITE_SESSIONS_SQL, [
      lines[0]?.authority,
      lines.map(({ pupilId }) => pupilId),
      lines.map(({ data }) => data.day),
      lines.map(({ data }) => data.session),
      lines.map(({ urn }) => urn),
      lines.map(({ data }) => data.code),
      lines.map(({ data }) => data.minutesLate),
      lines.map(({ data }) => data.updatedAt),
    ]);
  },
};

interface StoredSession {
  line: number;
  code: string;
  minutesLate: number | null;
  updatedAt: Date;
}

function compared(data: SessionData, stored: StoredSession | undefined): Compared {
  if (!stored) return FITS;
  if (stored.code === data.code && stored.minutesLate === data.minutesLate) return SAME;
  if (stored.updatedAt > data.updatedAt)
    return {
      status: 'same',
      remarks: [problem('Updated at', 'A later entry of this session is on record', 'older')],
    };
  const text = `Replaces the code ${stored.code} of this session`;
  return { status: 'new', remarks: [problem('Code', text, 'corrects')] };
}

function whyNoSchool(day: CalendarDay, calendar: Calendar): string | undefined {
  try {
    return calendar.whyNotSchoolDay(day)?.title;
  } catch (error) {
    if (error instanceof TermsNotLoaded) return 'the term dates of that year are not loaded';
    throw error;
  }
}

function readCode(text: string): Reading<string> {
  const code = text.toUpperCase();
  if (classOf(code)) return { value: code };
  return {
    problem: `${quoted(text)} is not a code of the register. Type one of ${ALL_CODES.join(' ')}`,
  };
}

/** A whole number up to a limit. */
export function wholeReader(most: number) {
  return (text: string): Reading<number> =>
    /^\d{1,6}$/.test(text) && Number(text) <= most
      ? { value: Number(text) }
      : { problem: `${quoted(text)} is not a whole number from 0 to ${most}` };
}

/** Of several entries of one session the latest stays; where none is later, the first. */
function markTwins(rows: readonly RowToStore[], places: Places): RowToStore[] {
  const best = new Map<string, { line: number; at: number }>();
  const keys = rows.map((row) => {
    const key = rawKey(row, places, ['school', 'day', 'session']);
    const reading = readMoment(row.cells[places['updatedAt'] ?? -1] ?? '');
    const at = 'value' in reading ? reading.value.getTime() : 0;
    const before = best.get(key);
    if (!before || at > before.at) best.set(key, { line: row.line, at });
    return { key, at };
  });
  return rows.map((row, at) => {
    const { key, at: when } = keys[at] ?? { key: '', at: 0 };
    const kept = best.get(key);
    if (!kept || kept.line === row.line) return row;
    return { ...row, twin: { line: kept.line, column: kept.at > when ? 'older' : 'same' } };
  });
}
