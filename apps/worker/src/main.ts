import 'reflect-metadata';
import { RedisForgets } from '@app/jobs';
import { Pulse } from './beat/pulse';
import { startWatchdog } from './beat/watchdog';
import { BadConfig, readConfig } from './config';
import { KindsWithoutProcessor } from './instructions/instruction-processors';
import { createWorkerApp } from './worker-app';

const IN_WORDS = [BadConfig, RedisForgets, KindsWithoutProcessor];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createWorkerApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  startWatchdog(app.get(Pulse));
  process.stdout.write(`${JSON.stringify({ ready: await app.getUrl() })}\n`);
}

start().catch((error: unknown) => {
  const isInWords = IN_WORDS.some((kind) => error instanceof kind);
  process.stderr.write(
    `${isInWords ? (error as Error).message : String((error as Error)?.stack ?? error)}\n`,
  );
  process.exit(1);
});
