import { type QueueName, QUEUES } from '@app/jobs';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { Pulse } from './pulse';
import { Rounds } from './rounds.service';
import { TickerLease } from './ticker-lease.service';

/** Looks at the diary every few seconds, whatever the queue does: the poll is the truth, the doorbell only speed. */
@Injectable()
export class Beat implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Beat');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rounds: Rounds,
    private readonly lease: TickerLease,
    private readonly pulse: Pulse,
  ) {}

  onApplicationBootstrap(): void {
    this.lookAround();
    this.timer = setInterval(() => this.lookAround(), this.config.pollSeconds * 1_000);
  }

  /** Starts nothing new, waits for what is under way, and lets another worker take over at once. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.rounds.rest();
    await this.lease.release().catch(() => undefined); // without it the lease just runs out
  }

  private lookAround(): void {
    for (const name of QUEUES) void this.look(name);
  }

  private async look(name: QueueName): Promise<void> {
    try {
      await this.rounds.look(name);
      this.pulse.looked(name);
    } catch (error) {
      this.log.error(`Looking at ${name}: ${String((error as Error)?.stack ?? error)}`);
      this.pulse.looked(
        name,
        `The last look at ${name} ended in a fault. It is tried again every few seconds.`,
      );
    }
  }
}
