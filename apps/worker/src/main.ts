import 'reflect-metadata';
import { RedisForgets } from '@app/jobs';
import { Pulse } from './beat/pulse';
import { startWatchdog } from './beat/watchdog';
import { BadConfig, readConfig } from './config';
import { KindsWithoutProcessor } from './instructions/instruction-processors';
import { createWorkerApp } from './worker-app';

const IN_WORDS = [BadConfig, RedisForgets, KindsWithoutProcessor];

const PATIENCE_MS = 20_000;

/** What is under way gets this long to end; after that nothing is lost by leaving. */
function leaveInTime(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => setTimeout(() => process.exit(0), PATIENCE_MS).unref());
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createWorkerApp(config);
  app.enableShutdownHooks();
  leaveInTime();
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
