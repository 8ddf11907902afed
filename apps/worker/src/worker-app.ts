import { checkWakeup } from '@app/jobs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config } from './config';
import { WorkerModule } from './worker.module';

/** Puts the worker together; it begins to look for work when it is initialised. @throws RedisForgets */
export async function createWorkerApp(config: Config): Promise<NestFastifyApplication> {
  await checkWakeup(config.wakeup);
  return NestFactory.create<NestFastifyApplication>(WorkerModule.of(config), new FastifyAdapter(), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}
