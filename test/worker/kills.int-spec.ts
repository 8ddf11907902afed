import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor } from '@app/access';
import { FixedClock } from '@app/statutory-calendar';
import { InstructionRelay } from '../../apps/worker/src/instructions/instruction-relay.service';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { SETTINGS } from './a-message';
import { aWorker, until } from './a-worker';
import { notifyEnv, NotifyService, type Treatment } from './notify-service';

const CASES = 50;
const MESSAGES = CASES * 4;
const KILLS = 4;
const WORKER = join(__dirname, '../../dist/apps/worker/src/main.js');

let db: TestDatabase;
let officer: Actor;
const service = new NotifyService();

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await db.statements.run('', 'UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer', 'send_manager']);
  const door = aDoor(db.statements, '2026-10-05');
  for (let n = 0; n < CASES; n += 1) {
    await aCaseAt(door, officer, 'ehc_needs_assessment', await aChild(db.statements), [
      ['2026-10-05', 'REQUEST_RECEIVED'],
    ]);
  }
  const writer = await aWorker(db, new FixedClock('2026-10-05T09:00:00Z'));
  await writer.app.get(InstructionRelay).run();
  await writer.stop();
});
afterAll(() => db.drop());

/** The same faults for the same seed: 7 in 100 answers are lost, 3 never come, 5 break. */
function faults(seed: number): () => Treatment {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const dice = (state / 2_147_483_648) * 100;
    if (dice < 7) return 'lost';
    if (dice < 10) return 'silent';
    return dice < 15 ? 500 : 'well';
  };
}

function aWorkerProcess(address: string): ChildProcess {
  const env = {
    ...{
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      DATABASE_URL: db.url,
      WAKEUP: 'poll',
      WORKER_PORT: '0',
    },
    ...{
      CAUSEWAY_TODAY: '2026-10-06',
      POLL_SECONDS: '0.2',
      LEASE_SECONDS: '6',
      GRACE_SECONDS: '0',
    },
    ...notifyEnv(address),
  };
  return spawn(process.execPath, [WORKER], { env, stdio: 'ignore' });
}

const count = async (where: string) =>
  Number(
    (
      await db.statements.run<{ n: string }>(
        '',
        `SELECT count(*) AS n FROM message WHERE ${where}`,
        [],
      )
    )[0]!.n,
  );

const isBuilt = existsSync(WORKER);
const whenBuilt = isBuilt ? it : it.skip;
const why = isBuilt ? '' : ' (the worker is not built: npm run build)';

whenBuilt(
  `kill -9 of workers and a faulty provider: every message arrives, none twice${why}`,
  async () => {
    service.answer = faults(20_261_005);
    const address = await service.start();
    const workers = [aWorkerProcess(address), aWorkerProcess(address)];
    try {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const enough = Math.min(kill * 30, MESSAGES);
        await until(
          `${enough} messages reached the provider`,
          async () => service.taken.length >= enough,
        );
        const victim = kill % 2;
        workers[victim]!.kill('SIGKILL');
        workers[victim] = aWorkerProcess(address);
      }
      await until(
        'everything was settled',
        async () => (await count("status = 'sent'")) === MESSAGES,
        300,
      );
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
      await service.stop();
    }
    const references = service.taken.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(MESSAGES);
    expect(references).toHaveLength(MESSAGES);
    expect(await count("status <> 'sent'")).toBe(0);
  },
  180_000,
);
