import { PolicyPacks } from '@app/casework';
import { secondsBeforeNextTry } from '@app/jobs';
import {
  type ClaimedMessage,
  MessageLedger,
  NotTaken,
  PostOffice,
  Refused,
  Settlement,
} from '@app/letters';
import { inLocalWords } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Config, patienceOf } from '../config';
import { CONFIG } from '../config.token';
import { PrintRoom } from './print-room.service';

const BATCH = 20;
const AT_ONCE = 5;

/** Sends what is due, each line once (protocol A6.4): claim, fence, send with the key as reference, settle by token. */
@Injectable()
export class Delivery {
  private readonly log = new Logger('Messages');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ledger: MessageLedger,
    private readonly settlement: Settlement,
    private readonly posts: PostOffice,
    private readonly printRoom: PrintRoom,
    private readonly policies: PolicyPacks,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const claimedAt = performance.now(); // before the claim: the fence may only err on the safe side
      const batch = await this.ledger.claim(BATCH, this.config.leaseSeconds);
      if (!batch.length) return;
      for (let from = 0; from < batch.length; from += AT_ONCE) {
        const few = batch.slice(from, from + AT_ONCE);
        await Promise.all(few.map((message) => this.deliver(message, claimedAt)));
      }
    }
  }

  private async deliver(message: ClaimedMessage, claimedAt: number): Promise<void> {
    const post = this.posts.postFor(message.channel);
    const said = await this.inLocalWords(message).catch(() => undefined);
    if (!said || performance.now() - claimedAt > (this.config.leaseSeconds * 1_000) / 3) {
      await this.settlement.untried(message); // the fence: this process was frozen, and somebody else may hold the line by now
      return;
    }
    const signal = AbortSignal.timeout(patienceOf(this.config));
    try {
      await post.send({ ...said, reference: message.key }, signal);
    } catch (error) {
      return this.notSent(message, error);
    }
    await this.settlement.sent(message);
    await this.printRoom.askFor(message);
  }

  /** The message with the names that this council gives to things. */
  private async inLocalWords(message: ClaimedMessage): Promise<ClaimedMessage> {
    const { authority, subject, body } = message;
    const words = await this.policies.words(authority, this.clock.today());
    return { ...message, subject: inLocalWords(subject, words), body: inLocalWords(body, words) };
  }

  private async notSent(message: ClaimedMessage, error: unknown): Promise<void> {
    const trouble = (error as Error).message;
    if (error instanceof Refused) await this.settlement.failed(message, trouble);
    else if (error instanceof NotTaken)
      await this.settlement.again(message, secondsBeforeNextTry(message.attempts), trouble);
    else this.log.warn(`Nobody knows whether message ${message.id} left: ${trouble}`); // the sweep finds out
  }
}
