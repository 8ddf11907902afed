import { type Actor } from '@app/access';
import { Calendars, type Recorded } from '@app/casework';
import {
  type CalendarDay,
  englandBankHolidays,
  FixedClock,
  londonInstant,
} from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { linesOf, SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';

let db: TestDatabase;
let manager: Actor;
let officer: Actor;
let workers: AWorker[];
let subject: Recorded;
const clock = new FixedClock('2026-10-05T09:00:00Z');

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await rows('UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  manager = await anOfficer(db.statements, 'Ruth Abara', ['send_manager', 'ehc_officer']);
  officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer']);
  subject = await aCaseAt(
    aDoor(db.statements, '2026-10-05'),
    manager,
    'ehc_needs_assessment',
    await aChild(db.statements),
    [
      ['2026-10-05', 'REQUEST_RECEIVED'],
      ['2026-10-06', 'ALLOCATED', { workerId: officer.id }],
      ['2026-10-28', 'PANEL_LISTED'],
      ['2026-11-04', 'AGREED_TO_ASSESS', { advisers: ['parent', 'school', 'ep', 'health'] }],
    ],
  );
  workers = [await aWorker(db, clock), await aWorker(db, clock)];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await db.drop();
});

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
async function on(day: CalendarDay, time = '08:31'): Promise<void> {
  clock.set(londonInstant(day, time));
  await Promise.all(workers.map((worker) => worker.settle()));
  await Promise.all(workers.map((worker) => worker.settle()));
}
const advice = async () =>
  (await linesOf(db.statements, subject))
    .filter(({ notice }) => notice === 'N-64')
    .map(({ recipient, status }) => `${recipient} ${status}`);
const digestsOf = ({ id }: Actor, day: CalendarDay) =>
  rows<{ subject: string; body: string; status: string }>(
    'SELECT subject, body, status FROM message WHERE key = $1',
    [`digest:N-62:${id}:${day}`],
  );

describe('advice that is due', () => {
  it('is asked for 5 working days before, by e-mail without a name, once to each adviser', async () => {
    await on('2026-12-08');
    expect(await advice()).toEqual([]);
    await on('2026-12-09', '08:29');
    expect(await advice()).toEqual([]);
    await on('2026-12-09');
    await on('2026-12-09', '16:00');
    await on('2026-12-10');
    expect(await advice()).toEqual([
      'advisers:ep sent',
      'advisers:health sent',
      'advisers:school sent',
    ]);
    const [ep] = (await linesOf(db.statements, subject)).filter(({ notice }) => notice === 'N-64');
    expect(ep).toMatchObject({ address: 'ep@wendmoor.example', channel: 'email' });
    expect(ep!.body).toContain('It is due on Wednesday 16 December 2026.');
    expect(ep!.body).not.toContain('Rowan');
  });

  it('is asked for once more when it is late, and not once it has come', async () => {
    const { casework } = aDoor(db.statements, '2026-12-14');
    await casework.record(manager, subject.reference, {
      type: 'ADVICE_RECEIVED',
      occurredOn: '2026-12-14',
      payload: { adviser: 'school', quality: 'good' },
    });
    await on('2026-12-17');
    await on('2026-12-18');
    await on('2027-01-11');
    const late = (await linesOf(db.statements, subject)).filter(({ key }) =>
      key.includes(':late:'),
    );
    expect(late.map(({ recipient, status }) => `${recipient} ${status}`)).toEqual([
      'advisers:ep sent',
      'advisers:health sent',
    ]);
    expect(late[0]!.body).toContain('It was due on Wednesday 16 December 2026');
  });
});

describe('what is due soon or late', () => {
  it('is one digest a person and morning, however many there are and whoever looks', async () => {
    await on('2027-02-16');
    await on('2027-02-16', '15:00');
    const digests = await digestsOf(officer, '2027-02-16');
    expect(digests).toHaveLength(1);
    expect(digests[0]).toMatchObject({ status: 'sent' });
    expect(digests[0]!.body).toContain(
      'Final plan sent, Mon 22 February 2027, 4 working days left',
    );
    expect(digests[0]!.body).not.toMatch(/Rowan|Ashby/);
  });

  it('brings a manager the dates of law that were missed in the team', async () => {
    await on('2027-02-24');
    const [digest] = await digestsOf(manager, '2027-02-24');
    expect(digest!.subject).toMatch(/^What is due: \d+ late/);
    expect(digest!.body).toContain(
      `${subject.reference}: Final plan sent, Mon 22 February 2027, 2 working days late`,
    );
  });

  it('is one digest after a fortnight of silence, not ten', async () => {
    const before = await rows("SELECT count(*)::int AS n FROM message WHERE notice = 'N-62'");
    await on('2027-03-10', '07:00'); // the morning of the 9th is the latest that has begun
    const after = await rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM message WHERE notice = 'N-62'",
    );
    expect(after[0]!.n - (before[0] as { n: number }).n).toBe(2); // the officer's and the manager's
    expect(await digestsOf(officer, '2027-03-09')).toHaveLength(1);
  });
});

describe('a case that nobody holds', () => {
  it('is on the manager’s list once its 5 working days have passed', async () => {
    clock.set(londonInstant('2027-03-15', '09:00'));
    const waiting = await aCaseAt(
      aDoor(db.statements, '2027-03-15'),
      manager,
      'ehc_needs_assessment',
      await aChild(db.statements, { forename: 'Lily' }),
      [['2027-03-15', 'REQUEST_RECEIVED']],
    );
    await on('2027-03-22');
    const list = (day: CalendarDay) =>
      rows<{ body: string }>('SELECT body FROM message WHERE key = $1', [
        `digest:N-20:${manager.id}:${day}`,
      ]);
    expect(await list('2027-03-22')).toEqual([]);
    await on('2027-03-23');
    const [digest] = await list('2027-03-23');
    expect(digest!.body).toContain(waiting.reference);
    expect(
      await rows("SELECT 1 FROM message WHERE notice = 'N-20' AND officer_id = $1", [officer.id]),
    ).toEqual([]);
  });
});

describe('calendars that run out', () => {
  it('are announced to the administrator 60 days ahead, once', async () => {
    const last = '2027-07-22';
    await rows('UPDATE school_calendar SET terms = $1', [JSON.stringify([['2026-09-01', last]])]);
    for (const worker of workers) worker.app.get(Calendars).forget();
    await on('2027-05-21');
    const tasks = () =>
      rows<{ text: string; due_on: string }>(
        "SELECT text, due_on FROM task WHERE for_role = 'administrator' AND source_key LIKE 'terms-end:%'",
      );
    expect(await tasks()).toEqual([]);
    await on('2027-05-24');
    await on('2027-05-25');
    expect(await tasks()).toEqual([
      { text: expect.stringMatching(/^Load the next term dates of /) as string, due_on: last },
    ]);
    expect(englandBankHolidays.loadedTo > '2027-05-25').toBe(true);
  });
});
