import { type QueueName } from '@app/jobs';
import { Injectable } from '@nestjs/common';
import { DailyWork } from '../clocks/daily-work.service';
import { ImportRuns } from '../imports/import-runs.service';
import { LawWork } from '../law/law-work.service';
import { InstructionRelay } from '../instructions/instruction-relay.service';
import { Delivery } from '../messages/delivery.service';
import { LostAndFound } from '../messages/lost-and-found.service';
import { SittingPost } from '../sittings/sitting-post.service';
import { SingleFlight } from './single-flight';

/** What there is to look at. The poll and the doorbell ask for the same looks, and one of a kind runs at a time. */
@Injectable()
export class Rounds {
  private readonly flights: Readonly<Record<QueueName, SingleFlight>>;

  constructor(
    private readonly relay: InstructionRelay,
    private readonly delivery: Delivery,
    private readonly lostAndFound: LostAndFound,
    private readonly daily: DailyWork,
    private readonly imports: ImportRuns,
    private readonly sittings: SittingPost,
    private readonly law: LawWork,
  ) {
    this.flights = {
      instructions: new SingleFlight(() => this.relayAndSend()),
      messages: new SingleFlight(() => this.sendAndSweep()),
      clocks: new SingleFlight(() => this.keepTheDay()),
      imports: new SingleFlight(() => this.longWork()),
    };
  }

  /** Looks for work of this kind and does all that is due. Rejects when the look ended in a fault: look again later. */
  look(name: QueueName): Promise<void> {
    return this.flights[name].run();
  }

  /** Resolves when nothing is under way. */
  async rest(): Promise<void> {
    for (const flight of Object.values(this.flights)) await flight.rest();
  }

  private async relayAndSend(): Promise<void> {
    const written = (await this.relay.run()) + (await this.sittings.run());
    if (written) this.soon('messages');
  }

  private async sendAndSweep(): Promise<void> {
    await this.delivery.run();
    await this.lostAndFound.run();
  }

  private async keepTheDay(): Promise<void> {
    if (await this.daily.run()) this.soon('instructions');
  }

  private async longWork(): Promise<void> {
    await this.imports.run();
    if (await this.law.run()) this.soon('imports');
  }

  private soon(name: QueueName): void {
    this.look(name).catch(() => undefined); // the next poll meets the same fault and reports it
  }
}
