import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Queue } from 'bullmq';
import { newJobId } from './job-id';
import { type JobIds, type QueueName } from './queue-names';
import { TRY_AGAIN } from './retry-policy';
import { Wakeup, type WakeupState } from './wakeup';

/** Milliseconds after a ring in which further rings wait. */
const REST_MS = 200;

/** BullMQ, on Redis or on its own PostgreSQL backend. */
export class WakeupByQueue extends Wakeup implements OnModuleDestroy {
  private readonly log = new Logger('Wakeup');
  private readonly resting = new Set<QueueName>();
  private readonly again = new Set<QueueName>();
  private trouble: string | undefined;

  constructor(
    private readonly by: 'redis' | 'postgres',
    private readonly queues: ReadonlyMap<QueueName, Queue>,
  ) {
    super();
    // Without a listener an idle connection that breaks would end the process.
    for (const queue of queues.values()) queue.on('error', (error) => this.failed(error));
  }

  /** The first ring is at once; those that follow closely are one ring afterwards, so that much work rings little. */
  override ring(name: QueueName, ids: JobIds = {}): void {
    const queue = this.queues.get(name);
    if (!queue) return;
    if (this.resting.has(name)) return void this.again.add(name);
    this.resting.add(name);
    queue
      .add('look', ids, { ...TRY_AGAIN, jobId: newJobId() })
      .then(() => (this.trouble = undefined))
      .catch((error: unknown) => this.failed(error))
      .finally(() => setTimeout(() => this.rested(name), REST_MS).unref());
  }

  /** Nobody is rung any more: the worker's poll finds the rest. */
  onModuleDestroy(): void {
    this.again.clear();
  }

  override state(): WakeupState {
    return { by: this.by, ...(this.trouble ? { trouble: this.trouble } : {}) };
  }

  private rested(name: QueueName): void {
    this.resting.delete(name);
    if (this.again.delete(name)) this.ring(name);
  }

  private failed(error: unknown): void {
    const store = this.by === 'redis' ? 'Redis' : 'The queue in PostgreSQL';
    if (!this.trouble) this.log.warn(`${store} does not answer: ${String(error)}`);
    this.trouble = `${store} does not answer, so work starts at the next poll instead of at once.`;
  }
}
