import { aWorkbook } from '../support/a-workbook';
import { aFeedCouncil, cellsOf, csvOf, type FeedCouncil, surnameOf, upnOf } from './a-feed';

let council: FeedCouncil;
beforeAll(async () => {
  council = await aFeedCouncil('2026-11-20');
  await council.aPupil(1);
  await council.aPupil(2);
});
afterAll(() => council.db.drop());

const pupil = (serial: number) => ({ UPN: upnOf(serial), DOB: '01/10/2013' });
const session = (serial: number, more: Record<string, string>) => ({
  ...pupil(serial),
  Date: '19/11/2026',
  Session: 'AM',
  Code: '/',
  ...more,
});
const line = (serial: number, more: Record<string, string>) => ({
  ...pupil(serial),
  Category: 'SUSP',
  'Start date': '10/11/2026',
  'End date': '11/11/2026',
  Sessions: '4',
  ...more,
});
const problemsOf = async (fileId: string) =>
  (await council.feeds.rows(council.analyst, fileId, { status: 'error' })).map(
    ({ line: number, problems }) => `${number}: ${problems.map(({ text }) => text).join('; ')}`,
  );

describe('session codes', () => {
  it('are checked row by row, and nothing is kept before somebody says so', async () => {
    const { fileId, said } = await council.checked(
      'attendance_sessions',
      csvOf('attendance_sessions', [
        session(1, {}),
        session(1, { Session: 'PM', Code: 'I' }),
        session(2, { UPN: `A${upnOf(2).slice(1)}` }),
        session(2, { LAESTAB: '8991234' }),
        session(2, { Code: 'H' }),
        session(2, { Date: '21/11/2026' }),
        session(2, { Date: '21/11/2026', Code: '#' }),
        session(2, { Date: '14/11/2026' }),
        session(2, { Date: '28/10/2026' }),
        session(2, { UPN: '', DOB: '' }),
        session(1, {}),
        session(3, {}),
      ]),
    );
    expect(said).toEqual([
      '2 new',
      '3 new',
      '4 error',
      '5 error unknown_school',
      '6 error',
      '7 error future',
      '8 error future duplicate',
      '9 error outside_terms',
      '10 error outside_terms',
      '11 error nobody',
      '12 error duplicate',
      '13 new to_match',
    ]);
    expect((await problemsOf(fileId)).join('\n')).toMatch(
      /4: “A\d+” is not a UPN\. The first letter should be .\n?[\s\S]*“H” is not a code of the register[\s\S]*9: Sat 14 November 2026 is no school day there: weekend[\s\S]*half term[\s\S]*The same session of this child is in row 2/,
    );
    expect(await council.count('feed_pupil')).toBe(0);
    expect(await council.count('attendance_session')).toBe(0);
  });

  it('keep the good rows and set the bad ones aside; the same file again changes nothing', async () => {
    const rows = [
      session(1, {}),
      session(1, { Session: 'PM', Code: 'I' }),
      session(2, { Code: 'H' }),
    ];
    const fileId = await council.load('attendance_sessions', rows);
    expect(await council.count('attendance_session')).toBe(2);
    const before = await council.rows('SELECT * FROM attendance_session ORDER BY session');
    council.at('2026-11-21');
    expect(await council.load('attendance_sessions', rows)).toBe(fileId);
    expect(await council.rows('SELECT * FROM attendance_session ORDER BY session')).toEqual(before);
    expect(await council.rows('SELECT rows, first_day AS "on" FROM feed_delivery')).toEqual([
      { rows: 2, on: '2026-11-19' },
    ]);
    council.at('2026-11-20');
  });

  it('are corrected by a later file, whatever the order of its columns, and not by an older one', async () => {
    const later = cellsOf('attendance_sessions', [
      session(1, { Code: 'O', 'Updated at': '20/11/2026 10:00' }),
      session(1, { Session: 'PM', Code: 'L', 'Updated at': '20/11/2026 10:00' }),
    ]).map((cells) => [...cells].reverse());
    const sent = Buffer.from(later.map((cells) => cells.join(';')).join('\n'));
    const { fileId, said } = await council.checked('attendance_sessions', sent);
    expect(said).toEqual(['2 new corrects', '3 new corrects']);
    await council.feeds.begin(council.analyst, fileId);
    await council.feeds.commit(council.analyst, fileId);
    const codes = () =>
      council.rows('SELECT session, code FROM attendance_session ORDER BY session');
    const corrected = [
      { session: 'AM', code: 'O' },
      { session: 'PM', code: 'L' },
    ];
    expect(await codes()).toEqual(corrected);
    const older = [session(1, { Code: 'N', 'Updated at': '2026-11-19T23:00:00' })];
    const checked = await council.checked(
      'attendance_sessions',
      csvOf('attendance_sessions', older),
    );
    expect(checked.said).toEqual(['2 same older']);
    await council.load('attendance_sessions', older);
    expect(await codes()).toEqual(corrected);
  });

  it('take the last of several entries of one session in a file', async () => {
    const { said } = await council.checked(
      'attendance_sessions',
      csvOf('attendance_sessions', [
        session(2, { Code: 'N', 'Updated at': '19/11/2026 09:00' }),
        session(2, { Code: 'L', 'Updated at': '19/11/2026 10:00' }),
        session(2, { Code: '/', 'Updated at': '19/11/2026 08:00' }),
      ]),
    );
    expect(said).toEqual(['2 same older', '3 new', '4 same older']);
  });

  it('come in an Excel workbook as well', async () => {
    const cells = cellsOf('attendance_sessions', [session(2, { Session: 'PM' })]);
    const book = aWorkbook(
      cells.map((row, at) =>
        at === 0 ? row : [...row.slice(0, 5), { serial: 46_345 }, ...row.slice(6)],
      ),
    );
    expect((await council.checked('attendance_sessions', book)).said).toEqual(['2 new']);
  });
});

describe('figures of a term', () => {
  const term = (serial: number, more: Record<string, string>) => ({
    UPN: upnOf(serial),
    Term: 'Summer 2026',
    Possible: '100',
    Authorised: '6',
    Unauthorised: '4',
    ...more,
  });

  it('cannot be above 100%, in an unknown term, or twice', async () => {
    const { said, fileId } = await council.checked(
      'attendance_summary',
      csvOf('attendance_summary', [
        term(1, {}),
        term(1, { Term: 'Autumn 2019' }),
        term(2, { Present: '101' }),
        term(2, { Term: '2026/27 Autumn', Authorised: '60', Unauthorised: '41' }),
        term(2, { Term: 'Spring 2026', C2: '7' }),
        term(1, { Possible: '99' }),
        term(2, { Term: 'Trinity' }),
      ]),
    );
    expect(said).toEqual([
      '2 new',
      '3 error outside_terms',
      '4 error over_100',
      '5 error over_100',
      '6 error parts',
      '7 error duplicate',
      '8 error',
    ]);
    expect((await problemsOf(fileId)).join(' ')).toContain('attendance above 100%');
  });

  it('are replaced by corrected ones', async () => {
    await council.load('attendance_summary', [term(1, {})]);
    await council.load('attendance_summary', [term(1, { Authorised: '9' })]);
    expect(await council.rows('SELECT term, possible, authorised FROM attendance_summary')).toEqual(
      [{ term: '2025-summer', possible: 100, authorised: 9 }],
    );
  });
});

describe('suspensions', () => {
  it('say what is wrong with dates, lengths and repeats', async () => {
    const { said, fileId } = await council.checked(
      'suspensions',
      csvOf('suspensions', [
        line(1, {}),
        line(1, { 'Start date': '11/11/2026', 'End date': '12/11/2026' }),
        line(1, { 'End date': '12/11/2026' }),
        line(2, { 'End date': '09/11/2026' }),
        line(2, { Sessions: '5' }),
        line(2, { Sessions: '' }),
        line(2, { 'Start date': '24/12/2026' }),
        line(2, { 'Start date': '28/10/2026', 'End date': '' }),
        line(2, { Category: 'FIXD' }),
        line(2, { 'Reason 1': 'ZZ' }),
        line(2, { Category: 'LNCH', Sessions: '', 'End date': '' }),
        line(2, { 'Start date': '31/02/2026' }),
      ]),
    );
    expect(said).toEqual([
      '2 new',
      '3 error overlap',
      '4 error duplicate',
      '5 error end_before_start',
      '6 error too_long duplicate',
      '7 error no_length duplicate',
      '8 error future end_before_start',
      '9 error outside_terms',
      '10 error',
      '11 error  duplicate',
      '12 new',
      '13 error',
    ]);
    expect((await problemsOf(fileId))[0]).toBe(
      '3: Overlaps the suspension in row 2. Put the dates of one of them right',
    );
    const errors = await council.feeds.errorFile(council.analyst, fileId);
    expect(errors.fileName).toBe('rows-to-fix.csv');
    expect(String(errors.bytes)).toContain('It ends before it starts');
  });

  it('are corrected in place, overlap nothing that is stored, and are cancelled in sight', async () => {
    await council.load('suspensions', [line(1, {})]);
    await council.load('suspensions', [line(1, { Sessions: '2', 'End date': '10/11/2026' })]);
    const stored = () =>
      council.rows(
        'SELECT start_on AS "on", half_days AS "halfDays", outcome FROM suspension ORDER BY start_on',
      );
    expect(await stored()).toEqual([{ on: '2026-11-10', halfDays: 2, outcome: null }]);
    const over = line(1, { 'Start date': '09/11/2026', 'End date': '10/11/2026', Sessions: '4' });
    const first = await council.checked('suspensions', csvOf('suspensions', [over]));
    expect(first.said).toEqual(['2 error overlap']);
    await council.load('suspensions', [
      line(1, { Sessions: '2', 'End date': '10/11/2026', Outcome: 'withdrawn/cancelled' }),
    ]);
    expect(await stored()).toEqual([{ on: '2026-11-10', halfDays: 2, outcome: 'cancelled' }]);
    expect((await council.checked('suspensions', csvOf('suspensions', [over]))).said).toEqual([
      '2 new',
    ]);
  });
});

describe('whose row it is', () => {
  const matches = () =>
    council.rows<{ match: string; why: string }>(
      `SELECT match, why FROM feed_pupil WHERE key LIKE $1 ORDER BY seen_at DESC, key`,
      '%',
    );

  it('is known by UPN and date of birth, and else waits for a person', async () => {
    await council.aPupil(20, '2014-03-01');
    const at = { Date: '18/11/2026', Session: 'AM', Code: '/' };
    await council.load('attendance_sessions', [
      { ...at, UPN: upnOf(20), DOB: '01/03/2014' },
      { ...at, UPN: upnOf(21), Surname: surnameOf(20), Forename: 'Rowan', DOB: '01/03/2014' },
      { ...at, UPN: '', Surname: surnameOf(20), Forename: 'Rowan', DOB: '01/03/2014' },
      { ...at, UPN: upnOf(2), DOB: '02/10/2013', Session: 'PM' },
      { ...at, UPN: upnOf(22), DOB: '02/10/2013' },
    ]);
    const found = await matches();
    expect(found.map(({ match, why }) => `${match}: ${why}`).sort()).toEqual(
      expect.arrayContaining([
        'auto: UPN and date of birth',
        'waiting: Name and date of birth are on record with another UPN, or none',
        'waiting: Name and date of birth are on record; no UPN was sent',
        'waiting: Nobody on record has this UPN, or this name and date of birth',
        'waiting: The UPN is on record with another date of birth',
      ]),
    );
  });

  it('never puts a name into what is logged of a file', async () => {
    const [file] = await council.rows<{ headings: object }>(
      'SELECT headings FROM import_file LIMIT 1',
    );
    expect(JSON.stringify(file)).not.toMatch(/Ashby|Rowan|filename/i);
  });
});
