import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { PostOffice } from '@app/letters';
import { type WakeupSettings } from '@app/jobs';
import { Clock } from '@app/statutory-calendar';
import { Rounds } from '../../apps/worker/src/beat/rounds.service';
import { type Config, readConfig } from '../../apps/worker/src/config';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { type TestDatabase } from '../support/database';

/** A worker in this process, on a clock that the test moves. It looks only when it is told to, until `start`. */
export interface AWorker {
  readonly app: NestFastifyApplication;
  readonly rounds: Rounds;
  /** Looks at everything until nothing is left to do. */
  settle(): Promise<void>;
  /** Begins to poll and to answer the doorbell, as the real process does. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Wanted {
  readonly env?: Readonly<Record<string, string>>;
  readonly posts?: PostOffice;
  readonly wakeup?: WakeupSettings;
}

export const workerConfig = (url: string, env: Readonly<Record<string, string>> = {}): Config =>
  readConfig({ DATABASE_URL: url, NODE_ENV: 'test', WAKEUP: 'poll', WORKER_PORT: '0', ...env });

export async function aWorker(
  { url }: Pick<TestDatabase, 'url'>,
  clock: Clock,
  { env = {}, posts, wakeup = { by: 'poll' } }: Wanted = {},
): Promise<AWorker> {
  const building = Test.createTestingModule({
    imports: [WorkerModule.of({ ...workerConfig(url, env), wakeup })],
  })
    .overrideProvider(Clock)
    .useValue(clock);
  const module = await (
    posts ? building.overrideProvider(PostOffice).useValue(posts) : building
  ).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useLogger(false);
  const rounds = app.get(Rounds);
  return {
    app,
    rounds,
    settle: async () => {
      for (const name of ['clocks', 'instructions', 'messages'] as const) await rounds.look(name);
      await rounds.rest();
    },
    start: async () => void (await app.init()),
    stop: () => app.close(),
  };
}

/** Waits for a state of the database, looking every 50 ms. @throws Error after the deadline, in words */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  seconds = 120,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (performance.now() < deadline) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${seconds} seconds: ${what}`);
}
