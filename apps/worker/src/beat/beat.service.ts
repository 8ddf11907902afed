import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DailyWork } from '../clocks/daily-work.service';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { ImportRuns } from '../imports/import-runs.service';
import { InstructionRelay } from '../instructions/instruction-relay.service';
import { Delivery } from '../messages/delivery.service';
import { LostAndFound } from '../messages/lost-and-found.service';
import { SingleFlight } from './single-flight';
import { TickerLease } from './ticker-lease.service';
import { Pulse } from './pulse';

/** Looks at the diary every few seconds, whatever the queue does: the poll is the truth, the doorbell only speed. */
@Injectable()
export class Beat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Beat');
  private timer: NodeJS.Timeout | undefined;
  private isEnding = false;
  private readonly flights = {
    instructions: new SingleFlight(() => this.relayThenSend()),
    messages: new SingleFlight(() => this.delivery.run()),
    clocks: new SingleFlight(() => this.dayThenRelay()),
    imports: new SingleFlight(() => this.elected('imports', () => this.imports.run())),
  };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly relay: InstructionRelay,
    private readonly delivery: Delivery,
    private readonly lostAndFound: LostAndFound,
    private readonly daily: DailyWork,
    private readonly imports: ImportRuns,
    private readonly lease: TickerLease,
    private readonly pulse: Pulse,
  ) {}
}
