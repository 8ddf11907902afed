import { FileRefused } from '@app/people';
import { aRow, csvOf, HEADINGS, manyNominations } from '../samples/many-nominations';
import { aCouncil, type Council } from './a-council';
import { BAD_FILES, HONEST_FILES } from './bad-files';
import { BAD_ROWS } from './bad-rows';

const NOTHING_CHANGED = ['child', 'contact', 'send_case', 'case_event', 'access_log'];

describe('reading a file of nominations', () => {
  let council: Council;
  beforeAll(async () => {
    council = await aCouncil();
  });
  afterAll(() => council.db.drop());
  afterEach(async () => {
    for (const table of NOTHING_CHANGED)
      expect([table, await council.count(table)]).toEqual([table, 0]);
  });

  it(`says for each of ${BAD_ROWS.length} bad rows which column is wrong and what to type instead`, async () => {
    const { imports, lead, openCase } = council;
    const file = csvOf(BAD_ROWS.map(([differs], at) => aRow(at, differs)));
    const { fileId } = await imports.receive(lead, Buffer.from(file));
    await imports.check(fileId);
    const found = await imports.rows(lead, fileId, { limit: 500 });
    BAD_ROWS.forEach(([differs, column, words], at) => {
      const row = found[at];
      expect({ differs, line: row?.line, status: row?.status }).toEqual({
        differs,
        line: at + 2,
        status: 'error',
      });
      expect({ differs, problems: row?.problems }).toEqual({
        differs,
        problems: expect.arrayContaining([
          { column, text: expect.stringContaining(words) as string },
        ]) as unknown,
      });
    });
    await imports.begin(lead, fileId);
    await imports.commit(lead, fileId, openCase);
    expect(await imports.progress(lead, fileId)).toMatchObject({
      status: 'done',
      counts: { error: BAD_ROWS.length, done: 0 },
    });
  });

  it.each(BAD_FILES)('refuses a file: %s', async (_, bytes, words) => {
    const { imports, lead } = council;
    const refusal = await imports.receive(lead, bytes()).then(
      () => 'taken',
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(FileRefused);
    expect((refusal as FileRefused).reasons.join(' ')).toContain(words);
  });

  it.each(HONEST_FILES)('takes a file whatever it is written with: %s', async (_, bytes) => {
    const { imports, lead } = council;
    const { fileId } = await imports.receive(lead, bytes());
    await imports.check(fileId);
    expect(await imports.rows(lead, fileId, { status: 'error' })).toEqual([]);
    expect((await imports.progress(lead, fileId))?.counts).toEqual({
      waiting: 0,
      new: 3,
      same: 0,
      error: 0,
      done: 0,
    });
  });

  it('keeps nothing of a refused file', async () => {
    const { imports, lead } = council;
    const before = await council.count('import_file');
    await imports.receive(lead, Buffer.from('a,b\n1,2\n')).catch(() => undefined);
    expect(await council.count('import_file')).toBe(before);
  });

  it('finds rows about the same child, by UPN and by name with date of birth', async () => {
    const { imports, lead } = council;
    const [first, second] = [aRow(1), aRow(2)];
    const file = csvOf([first, { ...aRow(3), UPN: first.UPN }, second, { ...second, UPN: '' }]);
    const { fileId } = await imports.receive(lead, Buffer.from(file));
    await imports.check(fileId);
    const rows = await imports.rows(lead, fileId);
    expect(rows.map(({ status }) => status)).toEqual(['new', 'error', 'new', 'error']);
    expect(rows[1]?.problems).toEqual([
      { column: 'UPN', text: expect.stringContaining('The same UPN is in row 2') as string },
    ]);
    expect(rows[3]?.problems).toEqual([
      {
        column: 'Legal surname',
        text: expect.stringContaining('The same child is in row 4') as string,
      },
    ]);
  });

  it('says that a comma inside a cell has split it', async () => {
    const { imports, lead } = council;
    const [headings, row] = csvOf([aRow(5)])
      .trim()
      .split('\r\n');
    const { fileId } = await imports.receive(lead, Buffer.from(`${headings}\r\n${row},spare\r\n`));
    await imports.check(fileId);
    const [found] = await imports.rows(lead, fileId);
    expect(found?.problems).toEqual([
      {
        column: 'Whole row',
        text: expect.stringContaining('The row has 20 cells and there are 19 headings') as string,
      },
    ]);
  });

  it('lets a Year 5 child through for the transition lead and for nobody else', async () => {
    const { imports, lead, worker } = council;
    const year5 = { 'Date of birth': '09/05/2017', 'Year group': '5' };
    const status = async (actor: typeof lead, at: number) => {
      const { fileId } = await imports.receive(actor, Buffer.from(csvOf([aRow(at, year5)])));
      await imports.check(fileId);
      return (await imports.rows(actor, fileId))[0];
    };
    expect(await status(lead, 60)).toMatchObject({ status: 'new' });
    expect(await status(worker, 61)).toMatchObject({
      status: 'error',
      problems: [
        { column: 'Year group', text: expect.stringContaining('transition lead') as string },
      ],
    });
  });

  it('holds an officer to 60 days back, as the door does, and the transition lead to a year', async () => {
    const { imports, lead, worker } = council;
    const old = { 'Nominated on': '01/09/2026', 'Parent aware date': '' };
    for (const [actor, status] of [
      [lead, 'new'],
      [worker, 'error'],
    ] as const) {
      const { fileId } = await imports.receive(
        actor,
        Buffer.from(csvOf([aRow(status === 'new' ? 70 : 71, old)])),
      );
      await imports.check(fileId);
      expect(await imports.rows(actor, fileId)).toMatchObject([{ status }]);
    }
  });

  it('survives columns named like parts of JavaScript', async () => {
    const { imports, lead } = council;
    const file = manyNominations(1)
      .replace(/\r\n/, ',__proto__,constructor,prototype\r\n')
      .replace(/\r\n$/, ',x,y,z\r\n');
    const { fileId, notices } = await imports.receive(lead, Buffer.from(file));
    await imports.check(fileId);
    expect(notices.join()).toContain('“__proto__”, “constructor”, “prototype”');
    expect(await imports.progress(lead, fileId)).toMatchObject({
      counts: { new: 1 },
      ignoredColumns: ['__proto__', 'constructor', 'prototype'],
    });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(HEADINGS).toHaveLength(19);
  });
});
