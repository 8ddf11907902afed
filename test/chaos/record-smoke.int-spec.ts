import { runStorm } from './run-storm';

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

const storm = (...options: string[]) =>
  runStorm<Outcome>('record', options, { ...process.env, TEST_REDIS_URL: ownRedis() });

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
}, 900_000);
