import 'reflect-metadata';
import { RedisForgets } from '@app/jobs';
import { BadConfig, readConfig } from './config';
import { refuseDemonstration } from './production-start';
import { createWebApp } from './web-app';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createWebApp(config);
  if (config.production) await refuseDemonstration(app);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  process.stdout.write(`${JSON.stringify({ ready: await app.getUrl() })}\n`);
}

start().catch((error: unknown) => {
  const isInWords = error instanceof BadConfig || error instanceof RedisForgets;
  const words = isInWords ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
