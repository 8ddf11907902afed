import { LOCK_DURATION, type QueueName } from '@app/jobs';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { Rounds } from '../beat/rounds.service';

const OPTIONS = { concurrency: 1, lockDuration: LOCK_DURATION };

/** Answers the doorbell of one queue: looks at what is due, which the database knows and the job does not. */
abstract class Looker extends WorkerHost implements OnModuleDestroy {
  protected abstract readonly queue: QueueName;
  private readonly log = new Logger('Doorbell');
  private hasTrouble = false;

  constructor(private readonly rounds: Rounds) {
    super();
  }

  async process(): Promise<void> {
    await this.rounds.look(this.queue);
  }

  /** A queue that has gone away would never let us end, so then we wait for the look itself and leave. */
  async onModuleDestroy(): Promise<void> {
    if (this.hasTrouble) await this.rounds.rest();
    await this.worker.close(this.hasTrouble);
  }

  /** Without a listener a broken connection would end the process. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    if (!this.hasTrouble) this.log.warn(`${this.queue}: ${error.message || String(error)}`);
    this.hasTrouble = true;
  }

  @OnWorkerEvent('completed')
  onCompleted(): void {
    this.hasTrouble = false;
  }
}

@Processor('instructions', OPTIONS)
export class InstructionsLooker extends Looker {
  protected readonly queue = 'instructions';
  constructor(rounds: Rounds) {
    super(rounds);
  }
}

@Processor('messages', OPTIONS)
export class MessagesLooker extends Looker {
  protected readonly queue = 'messages';
  constructor(rounds: Rounds) {
    super(rounds);
  }
}

@Processor('clocks', OPTIONS)
export class ClocksLooker extends Looker {
  protected readonly queue = 'clocks';
  constructor(rounds: Rounds) {
    super(rounds);
  }
}

@Processor('imports', OPTIONS)
export class ImportsLooker extends Looker {
  protected readonly queue = 'imports';
  constructor(rounds: Rounds) {
    super(rounds);
  }
}

export const LOOKERS = [InstructionsLooker, MessagesLooker, ClocksLooker, ImportsLooker];
