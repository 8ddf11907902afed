import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import {
  createPostgresBackend,
  type ConnectionOptions,
  type Queue,
  setDefaultBackendFactory,
} from 'bullmq';
import { QUEUES } from './queue-names';
import { Wakeup } from './wakeup';
import { WakeupByPoll } from './wakeup-by-poll';
import { WakeupByQueue } from './wakeup-by-queue';
import { type WakeupSettings } from './wakeup-settings';

/** The doorbell, for whoever rings it (web) and whoever answers it (worker). Call `checkWakeup` before it is made. */
@Global()
@Module({})
export class JobsModule {
  static forRoot(settings: WakeupSettings): DynamicModule {
    if (settings.by === 'poll') return byPoll;
    setDefaultBackendFactory(settings.by === 'postgres' ? createPostgresBackend : undefined);
    return {
      module: JobsModule,
      imports: [
        BullModule.forRoot(connectionFor(settings)),
        BullModule.registerQueue(...QUEUES.map((name) => ({ name }))),
      ],
      providers: [wakeupBy(settings)],
      exports: [Wakeup, BullModule],
    };
  }
}

type QueueSettings = Exclude<WakeupSettings, { by: 'poll' }>;

const byPoll: DynamicModule = {
  module: JobsModule,
  providers: [{ provide: Wakeup, useClass: WakeupByPoll }],
  exports: [Wakeup],
};

interface Connection {
  readonly connection: ConnectionOptions;
  readonly prefix?: string;
}

function connectionFor(settings: QueueSettings): Connection {
  if (settings.by === 'redis') {
    const connection = { url: settings.url, maxRetriesPerRequest: null };
    return { connection, prefix: settings.prefix ?? 'causeway' };
  }
  const { url, schema = 'bullmq' } = settings;
  const pool = { connectionString: url, schema, migrate: true, max: 4 };
  return { connection: pool }; // the Nest module only knows the options of Redis
}

function wakeupBy(settings: QueueSettings): Provider {
  return {
    provide: Wakeup,
    inject: QUEUES.map((name) => getQueueToken(name)),
    useFactory: (...queues: Queue[]) =>
      new WakeupByQueue(settings.by, new Map(QUEUES.map((name, i) => [name, queues[i]!]))),
  };
}
