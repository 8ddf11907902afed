import { FixedClock } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority } from '../support/given';
import { aWorker, type AWorker } from './a-worker';

const clock = new FixedClock('2026-09-14T06:00:00Z');

let db: TestDatabase;
let worker: AWorker;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  worker = await aWorker(db, clock);
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await db.drop();
});

const planned = () =>
  db.statements.run<{ code: string; last: string }>(
    '',
    'SELECT p.code, max(s.sits_on) AS last FROM sitting s JOIN panel p ON p.id = s.panel_id GROUP BY p.code ORDER BY p.code',
    [],
  );
const ticks = () =>
  db.statements.run<{ day: string; added: string }>(
    '',
    "SELECT day, result->>'added' AS added FROM daily_tick WHERE name = 'sittings' ORDER BY day",
    [],
  );

it('plans the sittings of every panel once a night, and a week further a week later', async () => {
  await worker.settle();
  await worker.settle();
  expect(await planned()).toHaveLength(7);
  expect(await planned()).toContainEqual({ code: 'tats', last: '2027-03-10' });
  const [first] = await ticks();
  expect(Number(first?.added)).toBeGreaterThan(80);
  clock.set('2026-09-21T06:00:00Z');
  await worker.settle();
  expect(await planned()).toContainEqual({ code: 'tats', last: '2027-03-17' });
  expect((await ticks()).map(({ day }) => day)).toEqual(['2026-09-14', '2026-09-21']);
});
