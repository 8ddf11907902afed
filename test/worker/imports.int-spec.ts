import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock } from '@app/statutory-calendar';
import { aCouncil, type Council } from '../people/a-council';
import { aWorker, type AWorker } from './a-worker';

let council: Council;
let workers: AWorker[];
beforeAll(async () => {
  council = await aCouncil();
  const clock = new FixedClock('2026-11-22T10:00:00Z');
  workers = [await aWorker(council.db, clock), await aWorker(council.db, clock)];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await council.db.drop();
});

const look = () => Promise.all(workers.map((worker) => worker.rounds.look('imports')));

it('checks an uploaded file, waits for somebody to confirm it, and then adds its rows once', async () => {
  const { imports, lead, count } = council;
  const file = readFileSync(join(__dirname, '../samples/nominations-41.csv'));
  const { fileId } = await imports.receive(lead, file);
  await look();
  await look();
  expect(await imports.progress(lead, fileId)).toMatchObject({
    status: 'checked',
    counts: { new: 41, error: 0 },
  });
  expect(await count('send_case')).toBe(0);

  await imports.begin(lead, fileId);
  await look();
  await look();
  expect(await imports.progress(lead, fileId)).toMatchObject({
    status: 'done',
    counts: { done: 41 },
  });
  expect(await count('send_case')).toBe(41);
});

it('forgets what was uploaded after 90 days, by itself', async () => {
  const clock = new FixedClock('2027-02-20T10:00:00Z');
  const later = await aWorker(council.db, clock);
  const files = () => council.count('import_file');
  await later.settle();
  expect(await files()).toBe(1);
  clock.set('2027-02-21T10:00:00Z');
  await later.settle();
  expect([await files(), await council.count('import_row')]).toEqual([0, 0]);
  await later.stop();
});
