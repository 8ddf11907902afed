import { type Runner } from '@app/database';
import {
  needed,
  optional,
  quoted,
  readCells,
  type Reading,
  readTypedDay,
  type RowProblem,
  type RowToStore,
} from '@app/people';
import { type Calendar, type CalendarDay, termsOf } from '@app/statutory-calendar';
import { termCode } from '../pure/windows';
import {
  type Compared,
  type Feed,
  FITS,
  type KnownLine,
  type LineToWrite,
  problem,
  SAME,
} from './feed';
import { EXAMPLE_PUPIL, IDENTITY_COLUMNS, identityProblems } from './identity';
import { wholeReader } from './session-feed';
import { markRepeats, rawKey } from './twins';

/** A term of one child in figures. */
interface SummaryData {
  /** '2026-autumn'. */
  readonly term: string;
  readonly possible: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  readonly ill: number;
  readonly partTime: number;
  readonly lastPresentOn: CalendarDay | null;
}

const MOST_SESSIONS = 400;
const sessions = wholeReader(MOST_SESSIONS);

const COLUMNS = {
  ...IDENTITY_COLUMNS,
  term: needed('Term', readTerm, 'Type the term, like Autumn 2026', 'Term code', 'termCode'),
  possible: needed(
    'Possible',
    sessions,
    'Type the number of possible sessions',
    'Possible sessions',
  ),
  authorised: needed('Authorised', sessions, 'Type 0 where there was none', 'Authorised absence'),
  unauthorised: needed(
    'Unauthorised',
    sessions,
    'Type 0 where there was none',
    'Unauthorised absence',
  ),
  present: optional('Present', sessions, 'Attended', 'Sessions attended'),
  percentage: optional(
    'Attendance %',
    readPercentage,
    'Attendance',
    'Percentage',
    'Attendance percentage',
  ),
  late: optional('Late', sessions, 'Late count', 'lateCount'),
  ill: optional('Illness', sessions, 'Illness sessions', 'Ill'),
  partTime: optional('C2', sessions, 'C2 sessions', 'Part-time sessions'),
  lastPresentOn: optional('Last present', readTypedDay, 'Last present date', 'lastPresentDate'),
};

/** Figures of a term, where codes are not to be had (annex d, D-2). */
export const summaryFeed: Feed<SummaryData> = {
  kind: 'attendance_summary',
  title: 'Attendance, figures of a term',
  columns: COLUMNS,
  limits: { bytes: 10_000_000, rows: 100_000 },
  example: {
    ...EXAMPLE_PUPIL,
    term: 'Autumn 2026',
    possible: '110',
    authorised: '12',
    unauthorised: '4',
    late: '3',
    ill: '8',
    partTime: '0',
  },
  markTwins: (rows: readonly RowToStore[], places) =>
    markRepeats(rows, (row) => rawKey(row, places, ['school', 'term'])),
  read(cells, places) {
    const { row, problems } = readCells(COLUMNS, cells, places);
    const { school, upn, surname, forename, dob, present, percentage, ...said } = row;
    const pupil = { upn, surname, forename, dob };
    const { term, possible, authorised, unauthorised } = said;
    const figures = { late: 0, ill: 0, partTime: 0, lastPresentOn: null, ...said };
    const data =
      term !== undefined &&
      possible !== undefined &&
      authorised !== undefined &&
      unauthorised !== undefined
        ? { ...figures, term, possible, authorised, unauthorised }
        : undefined;
    const all = [
      ...problems,
      ...identityProblems(pupil, problems),
      ...(data ? sumProblems(data, present, percentage) : []),
    ];
    return { school, pupil, data: all.length ? undefined : data, problems: all };
  },
  twinRemark: ({ line }): Compared => ({
    status: 'error',
    remarks: [
      problem(
        'Term',
        `The same term of this child is in row ${line}. Delete one of the two rows`,
        'duplicate',
      ),
    ],
  }),
  calendarProblem: ({ term }: SummaryData, calendar: Calendar) =>
    daysOfTerm(term, calendar)
      ? undefined
      : problem(
          'Term',
          'The dates of that term are not loaded for this school. Check the term, or have the dates loaded',
          'outside_terms',
        ),
  sameKey: ({ term }: SummaryData) => term,
  daysOf: ({ term }: SummaryData, calendar) =>
    daysOfTerm(term, calendar) ?? ['1900-01-01', '1900-01-01'],
  async compare(tx: Runner, lines: readonly KnownLine<SummaryData>[]) {
    const stored = await tx.run<SummaryData & { line: number }>('feed-summaries', STORED_SQL, [
      lines.map(({ line }) => line),
      lines.map(({ pupilId }) => pupilId),
      lines.map(({ data }) => data.term),
      lines.map(({ urn }) => urn),
    ]);
    const byLine = new Map(stored.map(({ line, ...row }) => [line, row]));
    return new Map(lines.map(({ line, data }) => [line, compared(data, byLine.get(line))]));
  },
  async write(tx: Runner, lines: readonly LineToWrite<SummaryData>[]) {
    const rows = lines.map(({ pupilId, urn, data }) => ({ pupilId, urn, ...data }));
    await tx.run('feed-write-summaries', WRITE_SQL, [lines[0]?.authority, JSON.stringify(rows)]);
  },
};

const FIELDS = [
  'possible',
  'authorised',
  'unauthorised',
  'late',
  'ill',
  'partTime',
  'lastPresentOn',
] as const;

function compared(data: SummaryData, stored: SummaryData | undefined): Compared {
  if (!stored) return FITS;
  if (FIELDS.every((field) => stored[field] === data[field])) return SAME;
  const text = 'Replaces the figures of this term that came before';
  return { status: 'new', remarks: [problem('Term', text, 'corrects')] };
}

/** Nobody can be there, or away, more often than was possible. */
function sumProblems(
  { possible, authorised, unauthorised, ill, partTime }: SummaryData,
  present: number | undefined,
  percentage: number | undefined,
): RowProblem[] {
  const absent = authorised + unauthorised;
  const over = `The school had ${possible} possible sessions in this row`;
  if (absent > possible)
    return [
      problem(
        'Possible',
        `${over} and ${absent} of absence: more than 100%. Check the figures`,
        'over_100',
      ),
    ];
  if (present !== undefined && present > possible)
    return [
      problem(
        'Present',
        `${over} and ${present} attended: attendance above 100%. Check the figures`,
        'over_100',
      ),
    ];
  if (percentage !== undefined && percentage > 100)
    return [
      problem(
        'Attendance %',
        `Attendance of ${percentage}% cannot be. Check the figures`,
        'over_100',
      ),
    ];
  if (ill + partTime > authorised)
    return [
      problem(
        'Authorised',
        'Illness and part-time sessions are part of authorised absence: together they cannot be more',
        'parts',
      ),
    ];
  return [];
}

function daysOfTerm(code: string, { terms }: Calendar): [CalendarDay, CalendarDay] | undefined {
  const term = terms && termsOf(terms).find((it) => termCode(it) === code);
  const [first, last] = [term?.blocks[0]?.[0], term?.blocks.at(-1)?.[1]];
  return first && last ? [first, last] : undefined;
}

/** Autumn 2026, 2026/27 Autumn, 2026-27 1, Spring 2027: the term by the school year in which it lies. */
function readTerm(text: string): Reading<string> {
  const season = /aut/i.test(text)
    ? 'autumn'
    : /spr/i.test(text)
      ? 'spring'
      : /sum/i.test(text)
        ? 'summer'
        : undefined;
  const years = /(20\d{2})(?:\s*[/-]\s*(?:20)?(\d{2}))?/.exec(text);
  if (!season || !years)
    return { problem: `${quoted(text)} is not a term. Type it like Autumn 2026 or 2026/27 Autumn` };
  const year = Number(years[1]);
  const isSchoolYear = years[2] !== undefined || season === 'autumn';
  return { value: `${isSchoolYear ? year : year - 1}-${season}` };
}

function readPercentage(text: string): Reading<number> {
  const number = Number(text.replace(/\s*%$/, ''));
  return Number.isFinite(number) && number >= 0
    ? { value: number }
    : { problem: `${quoted(text)} is not a percentage. Type it like 92.5` };
}

const STORED_SQL = `
SELECT a.line, s.term, s.possible, s.authorised, s.unauthorised, s.late, s.ill, s.part_time AS "partTime", s.last_present_on AS "lastPresentOn"
FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) AS a(line, pupil, term, urn)
JOIN attendance_summary s ON s.pupil_id = a.pupil AND s.term = a.term AND s.urn = a.urn`;

const WRITE_SQL = `
INSERT INTO attendance_summary (authority, pupil_id, urn, term, possible, authorised, unauthorised, late, ill, part_time, last_present_on)
SELECT $1, r."pupilId", r.urn, r.term, r.possible, r.authorised, r.unauthorised, r.late, r.ill, r."partTime", r."lastPresentOn"
FROM jsonb_to_recordset($2::jsonb) AS r("pupilId" uuid, urn text, term text, possible int, authorised int, unauthorised int,
  late int, ill int, "partTime" int, "lastPresentOn" date)
ON CONFLICT (pupil_id, term, urn) DO UPDATE SET possible = excluded.possible, authorised = excluded.authorised,
  unauthorised = excluded.unauthorised, late = excluded.late, ill = excluded.ill, part_time = excluded.part_time,
  last_present_on = excluded.last_present_on`;
