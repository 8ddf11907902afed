import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Calendars } from '@app/casework';
import { englandBankHolidays } from '@app/statutory-calendar';
import shipped from '../../libs/statutory-calendar/src/data/bank-holidays.json';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { runCauseway } from './run-causeway';

let db: TestDatabase;
let reference: string;
const before = { ...process.env };
const TODAY = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
const extra = { title: 'A day of thanks', date: '2026-12-01', notes: '', bunting: true };

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = TODAY;
  await anAuthority(db.statements);
  const lead = await anOfficer(db.statements, 'Marguerite Osei', [
    'transition_lead',
    'administrator',
  ]);
  const child = await aChild(db.statements);
  const door = aDoor(db.statements, TODAY);
  ({ reference } = await aCaseAt(door, lead, 'y6_transition', child, [
    [TODAY, 'NOMINATION_SUBMITTED'],
  ]));
});
afterAll(async () => {
  process.env = before;
  await db.drop();
});

const refresh = (content: unknown) => {
  const path = join(folder, 'list.json');
  writeFileSync(path, JSON.stringify(content));
  return runCauseway('bank-holidays', 'refresh', path);
};
const listed = (...events: object[]) => ({
  'england-and-wales': { events: [...shipped['england-and-wales'].events, ...events] },
});
const isWorkingDay = async () =>
  (await new Calendars(db.statements).forAuthority(WENDMOOR)).isWorkingDay(extra.date);
const kept = () => db.statements.run('', 'SELECT version, source FROM bank_holiday_list', []);

describe('causeway bank-holidays refresh', () => {
  it('refuses what is no list, and keeps nothing', async () => {
    const { code, err } = await refresh({
      'england-and-wales': { events: [{ ...extra, date: '1 December' }] },
    });
    expect(code).toBe(1);
    expect(err).toContain('events, 0, date: is not a date');
    expect((await runCauseway('bank-holidays', 'refresh', 'http://example.org/a.json')).code).toBe(
      2,
    );
    expect((await runCauseway('bank-holidays', 'refresh', '/no/such/file')).code).toBe(2);
    expect(await kept()).toEqual([]);
  });

  it('keeps nothing where no day is another one', async () => {
    const { code, err } = await refresh(listed());
    expect([code, err]).toEqual([
      0,
      'The list has the same days as the one that counts. Nothing was kept.\n',
    ]);
    expect(await kept()).toEqual([]);
  });

  it('says which days are new and which open dates would move, which stay as they are', async () => {
    const dates = () =>
      db.statements.run<{ code: string; due: string }>(
        '',
        "SELECT code, due_on AS due FROM clock WHERE status = 'open' ORDER BY 1, 2",
        [],
      );
    const was = await dates();
    expect(await isWorkingDay()).toBe(true);
    const { out, err } = await refresh(listed(extra));
    const lines = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines[0]).toEqual(['added', extra.date, extra.title]);
    const screening = lines.find(([, , code]) => code === 'screen_sla');
    expect(screening?.slice(0, 2)).toEqual(['date', reference]);
    const [dueOn = '', wouldBe = ''] = screening?.slice(3) ?? [];
    expect(wouldBe > dueOn && dueOn > TODAY).toBe(true);
    expect(err).toContain('A date that was given stays as it is');
    expect(await dates()).toEqual(was);
    expect(await isWorkingDay()).toBe(false);
    expect(englandBankHolidays.days).not.toContain(extra.date);
  });

  it('goes back to the days that stood before, and no date that was given then would move', async () => {
    expect((await refresh(listed())).out).toBe(`removed\t${extra.date}\t${extra.title}\n`);
    expect(await isWorkingDay()).toBe(true);
  });
});
