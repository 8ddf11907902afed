import { type Actor } from '@app/access';
import { FixedClock, londonInstant } from '@app/statutory-calendar';
import { queueChecks } from '../../apps/console/src/doctor/queue-checks';
import { aWebApp } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, type JourneyStep } from '../support/given';
import { aWorker, type AWorker } from './a-worker';

const NOMINATED: readonly [JourneyStep] = [['2026-11-16', 'NOMINATION_SUBMITTED']];
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'] as const;

let db: TestDatabase;
let lead: Actor;
let worker: Actor;
let hands: AWorker;
let given: string;
let waiting: string;
const clock = new FixedClock(londonInstant(DAYS[0], '06:00'));

const sql = (text: string, values: unknown[] = []) =>
  db.statements.run<Record<string, unknown>>('', text, values);

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Petra Lindqvist', ['transition_lead', 'send_manager']);
  worker = await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker']);
  const door = aDoor(db.statements, DAYS[0]);
  const opened = async (...more: JourneyStep[]) =>
    (
      await aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
        ...NOMINATED,
        ...more,
      ])
    ).reference;
  given = await opened(['2026-11-17', 'ALLOCATED', { workerId: worker.id }]);
  waiting = await opened();
  hands = await aWorker(db, clock);
});
afterAll(async () => {
  await hands?.stop();
  await db.drop();
});

/** What the worker counted on this day. */
async function countedOn(day: string) {
  clock.set(londonInstant(day, '06:00'));
  await hands.settle();
  const [tick] = await sql("SELECT result FROM daily_tick WHERE name = 'queues' AND day = $1", [
    day,
  ]);
  return tick?.['result'];
}

it('counts every open case in a queue of work with a next step', async () => {
  expect(await countedOn(DAYS[0])).toEqual({ open: 2, stray: 0, references: [] });
  const [finding] = await queueChecks({ ...db, clock, isProduction: false });
  expect(finding).toMatchObject({
    state: 'fine',
    words: '2 open cases, each in one queue of work with a next step.',
  });
});

it('has the forecasts of the day ready before anybody asks', async () => {
  const kept = await sql('SELECT what, day::text FROM forecast_kept ORDER BY what');
  expect(kept).toHaveLength(7);
  expect(new Set(kept.map(({ day }) => day))).toEqual(new Set([DAYS[0]]));
});

it('finds the case of a worker who left, tells a manager, and shows it to whoever watches', async () => {
  await sql('UPDATE officer SET active = false WHERE id = $1', [worker.id]);
  expect(await countedOn(DAYS[1])).toEqual({ open: 2, stray: 1, references: [given] });
  const tasks = await sql(
    "SELECT t.why, t.for_role FROM task t JOIN send_case c ON c.id = t.case_id WHERE c.reference = $1 AND t.source_key LIKE 'stray:%'",
    [given],
  );
  expect(tasks).toEqual([
    { why: 'Its worker has left, so it is in nobody’s work.', for_role: 'send_manager' },
  ]);
  const [finding] = await queueChecks({ ...db, clock, isProduction: false });
  expect(finding).toMatchObject({
    state: 'wrong',
    words: expect.stringContaining(given) as string,
  });
  const app = await aWebApp(db.url);
  const answer = await app.inject('/health/ready');
  await app.close();
  expect(answer.json()).toMatchObject({
    cases: { countedOn: DAYS[1], open: 2, inNobodysWork: 1 },
  });
  expect(answer.body).not.toContain(given);
});

it('still finds it the next day, although the manager’s own task stands there', async () => {
  expect(await countedOn(DAYS[2])).toMatchObject({ stray: 1, references: [given] });
});

it('finds a case with no date, no task and no step', async () => {
  await sql('UPDATE officer SET active = true WHERE id = $1', [worker.id]);
  const id = '(SELECT id FROM send_case WHERE reference = $1)';
  await sql(`UPDATE clock SET status = 'void' WHERE case_id = ${id}`, [waiting]);
  await sql(`UPDATE task SET done_on = '2026-11-25' WHERE case_id = ${id}`, [waiting]);
  await sql(
    `UPDATE send_case SET stage = 'summer_bridge', state = jsonb_set(state, '{value,work}', '"summer_bridge"') WHERE reference = $1`,
    [waiting],
  );
  expect(await countedOn(DAYS[3])).toEqual({ open: 2, stray: 1, references: [waiting] });
});
