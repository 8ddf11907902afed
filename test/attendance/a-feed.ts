import { type Actor } from '@app/access';
import { FeedImport, type FeedKind } from '@app/attendance';
import { Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import { checkUpn, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aChild, anAuthority, anOfficer } from '../support/given';
import { aTestDatabase, type TestDatabase } from '../support/database';

/** A surname in letters, one for each pupil. */
export const surnameOf = (serial: number) =>
  `Ashby-${String.fromCharCode(65 + Math.floor(serial / 26), 97 + (serial % 26))}`;

/** A UPN with the right check letter. */
export function upnOf(serial: number, school = '8992001'): string {
  const twelve = `${school}20${String(serial).padStart(3, '0')}`;
  return `${checkUpn(`A${twelve}`).checkLetter ?? ''}${twelve}`;
}

const HEADINGS: Readonly<Record<FeedKind, readonly string[]>> = {
  attendance_sessions: [
    'LAESTAB',
    'UPN',
    'Surname',
    'Forename',
    'DOB',
    'Date',
    'Session',
    'Code',
    'Updated at',
  ],
  attendance_summary: [
    'LAESTAB',
    'UPN',
    'Term',
    'Possible',
    'Authorised',
    'Unauthorised',
    'Present',
    'C2',
    'Illness',
  ],
  suspensions: [
    'LAESTAB',
    'UPN',
    'Surname',
    'Forename',
    'DOB',
    'Category',
    'Start date',
    'Sessions',
    'End date',
    'Outcome',
    'CLA',
    'Reason 1',
  ],
};
export const LAESTAB = '8999001';

/** Rows of a feed as a school sends them, by heading; what is not named is blank. */
export const cellsOf = (kind: FeedKind, rows: readonly Readonly<Record<string, string>>[]) => [
  [...HEADINGS[kind]],
  ...rows.map((row) => HEADINGS[kind].map((name) => ({ LAESTAB, ...row })[name] ?? '')),
];

/** The same as a CSV file. */
export const csvOf = (kind: FeedKind, rows: readonly Readonly<Record<string, string>>[]) =>
  Buffer.from(
    cellsOf(kind, rows)
      .map((cells) => cells.join(','))
      .join('\r\n'),
  );

/** Wendmoor with somebody who brings feeds in. */
export interface FeedCouncil {
  readonly db: TestDatabase;
  readonly statements: Statements;
  readonly clock: FixedClock;
  readonly calendars: Calendars;
  readonly analyst: Actor;
  readonly feeds: FeedImport;
  readonly rows: <Row extends object>(sql: string, ...values: unknown[]) => Promise<Row[]>;
  readonly count: (table: string) => Promise<number>;
  at(day: string): void;
  /** A child of Fernhollow with this UPN. */
  aPupil(serial: number, dob?: string, more?: { surname?: string; urn?: string }): Promise<string>;
  /** Receives and checks a file. @returns its id and what the rows came to */
  checked(kind: FeedKind, bytes: Buffer): Promise<{ fileId: string; said: string[] }>;
  /** And keeps its good rows. */
  load(kind: FeedKind, rows: readonly Readonly<Record<string, string>>[]): Promise<string>;
}

export async function aFeedCouncil(today: string): Promise<FeedCouncil> {
  const db = await aTestDatabase();
  const { statements } = db;
  await anAuthority(statements);
  const analyst = await anOfficer(statements, 'Priya Venn', ['data_analyst']);
  const clock = new FixedClock(londonInstant(today, '09:00'));
  const calendars = new Calendars(statements);
  const feeds = new FeedImport(statements, clock, calendars);
  const rows: FeedCouncil['rows'] = (sql, ...values) => statements.run('', sql, values) as never;
  const checked: FeedCouncil['checked'] = async (kind, bytes) => {
    const { fileId } = await feeds.receive(analyst, kind, bytes);
    await feeds.check(fileId);
    const found = await rows<{ line: number; status: string; codes: string[] }>(
      `SELECT line, status, ARRAY(SELECT p->>'code' FROM jsonb_array_elements(problems) p) AS codes FROM import_row WHERE file_id = $1 ORDER BY line`,
      fileId,
    );
    const said = found.map(({ line, status, codes }) => [line, status, ...codes].join(' ').trim());
    return { fileId, said };
  };
  return {
    db,
    statements,
    clock,
    calendars,
    analyst,
    feeds,
    rows,
    count: async (table) =>
      (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1,
    at: (day) => clock.set(londonInstant(day, '09:00')),
    async aPupil(serial, dob = '2013-10-01', more = {}) {
      const id = await aChild(statements, {
        forename: 'Rowan',
        surname: surnameOf(serial),
        dob,
        ...more,
      });
      await rows('UPDATE child SET upn = $2 WHERE id = $1', id, upnOf(serial));
      return id;
    },
    checked,
    async load(kind, lines) {
      const { fileId } = await checked(kind, csvOf(kind, lines));
      await feeds.begin(analyst, fileId);
      await feeds.commit(analyst, fileId);
      return fileId;
    },
  };
}
