import { Logger } from '@nestjs/common';
import { type Queue } from 'bullmq';
import { newJobId } from './job-id';
import { type JobIds, type QueueName } from './queue-names';
import { TRY_AGAIN } from './retry-policy';
import { Wakeup, type WakeupState } from './wakeup';

/** BullMQ, on Redis or on its own PostgreSQL backend. */
export class WakeupByQueue extends Wakeup {
  private readonly log = new Logger('Wakeup');
  private readonly underWay = new Set<string>();
  private trouble: string | undefined;

  constructor(
    private readonly by: 'redis' | 'postgres',
    private readonly queues: ReadonlyMap<QueueName, Queue>,
  ) {
    super();
    // Without a listener an idle connection that breaks would end the process.
    for (const queue of queues.values()) queue.on('error', (error) => this.failed(error));
  }

  /** While one ring of a queue is under way a second adds nothing: the worker has not looked yet. */
  override ring(name: QueueName, ids: JobIds = {}): void {
    const queue = this.queues.get(name);
    if (!queue || this.underWay.has(name)) return;
    this.underWay.add(name);
    queue
      .add('look', ids, { ...TRY_AGAIN, jobId: newJobId() })
      .then(() => (this.trouble = undefined))
      .catch((error: unknown) => this.failed(error))
      .finally(() => this.underWay.delete(name));
  }

  override state(): WakeupState {
    return { by: this.by, ...(this.trouble ? { trouble: this.trouble } : {}) };
  }

  private failed(error: unknown): void {
    const store = this.by === 'redis' ? 'Redis' : 'The queue in PostgreSQL';
    if (!this.trouble) this.log.warn(`${store} does not answer: ${String(error)}`);
    this.trouble = `${store} does not answer, so work starts at the next poll instead of at once.`;
  }
}
