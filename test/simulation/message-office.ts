import { PostOffice } from '@app/letters';
import { FixedClock } from '@app/statutory-calendar';
import { InstructionRelay } from '../../apps/worker/src/instructions/instruction-relay.service';
import { Delivery } from '../../apps/worker/src/messages/delivery.service';
import { LostAndFound } from '../../apps/worker/src/messages/lost-and-found.service';
import { type TestDatabase } from '../support/database';
import { aWorker, type AWorker } from '../worker/a-worker';
import { type RecordingPost } from './recording-post';

const DAY = 86_400_000;
const MOST_ROUNDS = 60;

/** The real relay and the real sender, with a provider that counts. Everything that a look leaves open is looked at again. */
export class MessageOffice {
  private constructor(
    private readonly db: TestDatabase,
    private readonly worker: AWorker,
    private readonly clock: FixedClock,
  ) {}

  static async of(db: TestDatabase, post: RecordingPost): Promise<MessageOffice> {
    const clock = new FixedClock('2025-09-08T08:00:00Z');
    const env = { GRACE_SECONDS: '0' };
    const worker = await aWorker(db, clock, { posts: new PostOffice(post), env });
    return new MessageOffice(db, worker, clock);
  }

  /** Writes and sends what is due at this moment; what became of lost answers is found out once every lease is over. */
  async look(now: Date): Promise<void> {
    if (now > this.clock.now()) this.clock.set(now);
    const { app } = this.worker;
    await app.get(InstructionRelay).run();
    await app.get(Delivery).run();
    await this.db.statements.run('', LEASES_RUN_OUT, []);
    await app.get(LostAndFound).run();
  }

  /** Looks until nothing is left to send. @throws Error when that never comes */
  async settle(now: Date): Promise<void> {
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      await this.look(new Date(now.getTime() + round * DAY));
      const [waiting] = await this.db.statements.run<{ n: number }>('', WAITING, []);
      if (!waiting?.n) return;
    }
    throw new Error(`Something is still to be sent after ${MOST_ROUNDS} looks`);
  }

  /** The references of an authority that count as sent. */
  async sentBy(authority: string): Promise<string[]> {
    const rows = await this.db.statements.run<{ key: string }>('', SENT, [authority]);
    return rows.map(({ key }) => key);
  }

  stop(): Promise<void> {
    return this.worker.stop();
  }
}

const LEASES_RUN_OUT =
  "UPDATE message SET lease_until = clock_timestamp() - interval '1 hour' WHERE lease_until IS NOT NULL";
const WAITING = `
SELECT (SELECT count(*) FROM message WHERE status IN ('due', 'sending', 'in_doubt'))::int
  + (SELECT count(*) FROM instruction WHERE done_at IS NULL)::int AS n`;
const SENT = "SELECT key FROM message WHERE authority = $1 AND status = 'sent'";
