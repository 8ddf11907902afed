import { TRIES } from '@app/jobs';
import { type ClaimedMessage, PostOffice, Settlement } from '@app/letters';
import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '../config';
import { CONFIG } from '../config.token';

const BATCH = 20;
const SHORT_LEASE_SECONDS = 60;
const ASK_AGAIN_SECONDS = 300;

/**
 * Finds out what became of messages whose sender went away (protocol A6.4): the provider is asked by reference.
 * Found is sent; not found goes again; a provider that cannot say leaves it in doubt, for a person.
 */
@Injectable()
export class LostAndFound {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly settlement: Settlement,
    private readonly posts: PostOffice,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const seconds = { grace: this.config.graceSeconds, lease: SHORT_LEASE_SECONDS };
      const lost = await this.settlement.expired(BATCH, seconds);
      if (!lost.length) return;
      for (const message of lost) await this.ask(message);
    }
  }

  private async ask(message: ClaimedMessage): Promise<void> {
    const post = this.posts.postFor(message.channel);
    if (!post.remembers) {
      await this.settlement.inDoubt(
        message,
        `The answer of ${post.name} was lost, and it cannot be asked. Ask the reader whether it arrived.`,
      );
      return;
    }
    const found = await post.find(message.key).catch(() => 'cannot_tell' as const);
    if (found === 'found') await this.settlement.sent(message);
    else if (found === 'cannot_tell') {
      await this.settlement.inDoubt(
        message,
        `${post.name} does not answer. It is asked again every five minutes.`,
        ASK_AGAIN_SECONDS,
      );
    } else if (message.attempts >= TRIES) {
      await this.settlement.failed(message, `${post.name} did not take it in ${TRIES} tries.`);
    } else
      await this.settlement.again(message, 0, `${post.name} has not seen it, so it is sent again.`);
  }
}
