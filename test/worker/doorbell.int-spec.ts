import { Redis } from 'ioredis';
import { type Actor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { checkWakeup, RedisForgets, Wakeup, type WakeupSettings } from '@app/jobs';
import { pathwayNamed } from '@app/pathways';
import { FixedClock } from '@app/statutory-calendar';
import { createWorkerApp } from '../../apps/worker/src/worker-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, anAuthority, anOfficer } from '../support/given';
import { SETTINGS } from './a-message';
import { aWorker, type AWorker, until, workerConfig } from './a-worker';

const redisUrl = process.env['TEST_REDIS_URL'];
const onRedis = redisUrl ? describe : describe.skip;
const why = redisUrl
  ? ''
  : ' (TEST_REDIS_URL is not set: sudo apt-get install redis-server, then npm test)';

let db: TestDatabase;
let officer: Actor;
const clock = new FixedClock('2026-10-05T09:00:00Z');

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await db.statements.run('', 'UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer', 'send_manager']);
});
afterAll(() => db.drop());

/** Opens a request, as the web process would. */
async function aRequest(worker: AWorker): Promise<string> {
  const pathway = pathwayNamed('ehc_needs_assessment');
  const { caseId } = await worker.app.get(CaseworkService).open(officer, {
    pathway: pathway.name,
    childId: await aChild(db.statements),
    occurredOn: '2026-10-05',
    payload: pathway.events[pathway.opensWith]!.example,
  });
  return caseId;
}

const sent = async (caseIds: readonly string[]) =>
  Number(
    (
      await db.statements.run<{ n: string }>(
        '',
        "SELECT count(*) AS n FROM message WHERE status = 'sent' AND case_id = ANY($1)",
        [caseIds],
      )
    )[0]!.n,
  );
const doubled = () =>
  db.statements.run('', 'SELECT 1 FROM outbox_delivery GROUP BY reference HAVING count(*) > 1', []);

const redisOf = (url: string): WakeupSettings => ({
  by: 'redis',
  url,
  prefix: `test-${process.pid}`,
});
const SELDOM = { POLL_SECONDS: '3600' };
const OFTEN = { POLL_SECONDS: '0.3' };

/** The doorbell alone: the poll is too seldom to help. */
async function wakesAtOnce(wakeup: WakeupSettings): Promise<void> {
  const workers = [
    await aWorker(db, clock, { env: SELDOM, wakeup }),
    await aWorker(db, clock, { env: SELDOM, wakeup }),
  ];
  try {
    await Promise.all(workers.map((worker) => worker.start()));
    await Promise.all(workers.map((worker) => worker.rounds.rest()));
    const caseId = await aRequest(workers[0]!);
    const bell = workers[0]!.app.get(Wakeup);
    bell.ring('instructions', { caseId });
    await until('the message was sent', async () => (await sent([caseId])) === 4);
    expect(await doubled()).toEqual([]);
    expect(bell.state()).toEqual({ by: wakeup.by });
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

describe('without any queue', () => {
  it('the poll finds the work, and the health page says so', async () => {
    const worker = await aWorker(db, clock, { env: OFTEN });
    try {
      await worker.start();
      const caseId = await aRequest(worker);
      worker.app.get(Wakeup).ring('instructions', { caseId });
      await until('the message was sent', async () => (await sent([caseId])) === 4);
      const health = () => worker.app.inject({ method: 'GET', url: '/health/ready' });
      await until('the worker is ready', async () => (await health()).statusCode === 200);
      expect((await health()).json()).toMatchObject({
        wakeup: 'poll',
        oldestDue: { messages: null, instructions: null },
      });
      expect((await worker.app.inject({ method: 'GET', url: '/health/live' })).json()).toEqual({
        status: 'ok',
      });
    } finally {
      await worker.stop();
    }
  });
});

describe('BullMQ on PostgreSQL', () => {
  it('wakes the workers at once, and each message leaves once', () =>
    wakesAtOnce({ by: 'postgres', url: db.url }));

  it('carries ids only', async () => {
    const jobs = await db.statements
      .run<{ data: string }>('', 'SELECT data::text AS data FROM bullmq.job', [])
      .catch(() => []);
    for (const { data } of jobs) expect(data).not.toMatch(/Rowan|Ashby|@/);
  });
});

onRedis(`BullMQ on Redis${why}`, () => {
  it('wakes the workers at once, and each message leaves once', () =>
    wakesAtOnce(redisOf(redisUrl!)));

  it('loses nothing when Redis is wiped again and again', async () => {
    const server = new Redis(redisUrl!);
    const worker = await aWorker(db, clock, { env: OFTEN, wakeup: redisOf(redisUrl!) });
    try {
      if (!(await isOurs(server)))
        return console.warn('Not wiped: this Redis was not started by the test run');
      await worker.start();
      const caseIds: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        caseIds.push(await aRequest(worker));
        worker.app.get(Wakeup).ring('instructions', { caseId: caseIds[round]! });
        await server.flushall();
      }
      await until('all messages were sent', async () => (await sent(caseIds)) === 40);
      expect(await doubled()).toEqual([]);
    } finally {
      await worker.stop();
      server.disconnect();
    }
  });

  it('refuses a Redis that throws jobs away when memory runs short', async () => {
    const server = new Redis(redisUrl!);
    try {
      if (!(await isOurs(server))) return;
      await server.config('SET', 'maxmemory-policy', 'allkeys-lru');
      const config = { ...workerConfig(db.url), wakeup: redisOf(redisUrl!) };
      await expect(checkWakeup(config.wakeup)).rejects.toThrow(RedisForgets);
      await expect(createWorkerApp(config)).rejects.toThrow('noeviction');
      await server.config('SET', 'maxmemory-policy', 'noeviction');
      expect(await checkWakeup(config.wakeup)).toBeUndefined();
    } finally {
      await server.config('SET', 'maxmemory-policy', 'noeviction').catch(() => undefined);
      server.disconnect();
    }
  });
});

describe('a Redis that is away', () => {
  it('delays nothing but the doorbell: the poll does the work, and the health page says so', async () => {
    const worker = await aWorker(db, clock, { env: OFTEN, wakeup: redisOf('redis://127.0.0.1:1') });
    try {
      await worker.start();
      const caseId = await aRequest(worker);
      worker.app.get(Wakeup).ring('instructions', { caseId });
      await until('the message was sent', async () => (await sent([caseId])) === 4);
      const health = async () =>
        (await worker.app.inject({ method: 'GET', url: '/health/ready' })).json<{
          status: string;
          degraded: string[];
        }>();
      const why = 'Redis does not answer, so work starts at the next poll';
      await until('the health page says why', async () =>
        (await health()).degraded.join().includes(why),
      );
      expect((await health()).status).toBe('degraded');
    } finally {
      await worker.stop();
    }
  });
});

/** Only a server that this run has started may be wiped. */
async function isOurs(server: Redis): Promise<boolean> {
  const pid = /process_id:(\d+)/.exec(await server.info('server'))?.[1];
  return pid !== undefined && pid === process.env['TEST_REDIS_PID'];
}
