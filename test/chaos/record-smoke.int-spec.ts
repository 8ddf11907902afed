import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const TOOL = join(__dirname, '../../tools/chaos.mjs');

/** What `npm run chaos -- record` counts. */
interface Outcome {
  readonly seed: number;
  readonly acknowledged: number;
  readonly killed: Readonly<Record<string, number>>;
  readonly crashed: Readonly<Record<string, number>>;
  readonly commands: Readonly<Record<string, number>>;
  readonly history: Readonly<Record<string, number>>;
  readonly messages: Readonly<Record<string, number>>;
}

/** A corner of the tests' Redis that no other test looks into; without one the queue is PostgreSQL's. */
function ownRedis(): string | undefined {
  const given = process.env['TEST_REDIS_URL'];
  return given && new URL('/9', given).href;
}

/** Runs the storm in processes of its own, on a PostgreSQL of its own. */
async function storm(...options: string[]): Promise<Outcome> {
  const env = { ...process.env, TEST_REDIS_URL: ownRedis() };
  const run = spawn(process.execPath, [TOOL, 'record', ...options], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => run.kill());
  let said = '';
  run.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(run, 'close');
  const last = said.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error('The storm ended without a result: see above');
  process.stdout.write(`${last}\n`);
  return JSON.parse(last) as Outcome;
}

it('loses nothing that was acknowledged, and says nothing twice, when web, worker and database are killed eight times in a thousand events', async () => {
  const { acknowledged, killed, crashed, commands, history, messages } = await storm('--seed', '7');
  expect(acknowledged).toBeGreaterThanOrEqual(1000);
  expect(killed).toEqual({ web: 3, worker: 2, database: 3 });
  expect(crashed).toEqual({ web: 0, worker: 0 });
  expect(commands).toMatchObject({ lost: 0, doubled: 0, unequal: 0 });
  expect(commands['cut']).toBeGreaterThan(100);
  expect(history).toMatchObject({ gaps: 0, broken: 0, otherState: 0, otherClocks: 0 });
  expect(messages).toMatchObject({ doubled: 0, lost: 0, unknown: 0, waiting: 0 });
  expect(messages['sent']).toBeGreaterThan(100);
}, 240_000);
