import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** What a person may do with a message: stop it before it leaves, release it, or settle what nobody could tell. */
@Injectable()
export class MessageDesk {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Stops what has not left yet. False when it has: what has been said cannot be undone (correction 13). */
  stop(actor: Actor, messageId: string, reason: string): Promise<boolean> {
    return this.change('message-stop', STOP, [
      actor.authority,
      messageId,
      `Stopped by ${actor.name}: ${reason}`,
    ]);
  }

  /** Releases a held family message, to the address on the record or to a safe one. */
  release(actor: Actor, messageId: string, safeAddress?: string): Promise<boolean> {
    const values = [actor.authority, messageId, actor.id, safeAddress ?? null, this.clock.now()];
    return this.change('message-release', RELEASE, values);
  }

  /** A person knows that it arrived. */
  markSent(actor: Actor, messageId: string): Promise<boolean> {
    const values = [
      actor.authority,
      messageId,
      this.clock.now(),
      `Marked as sent by ${actor.name}`,
    ];
    return this.change('message-mark-sent', MARK_SENT, values);
  }

  /** A person has made sure that it did not arrive, and sends it again. */
  sendAgain(actor: Actor, messageId: string): Promise<boolean> {
    const values = [actor.authority, messageId, this.clock.now(), `Sent again by ${actor.name}`];
    return this.change('message-send-again', SEND_AGAIN, values);
  }

  private async change(name: string, sql: string, values: unknown[]): Promise<boolean> {
    return (await this.statements.run(name, sql, values)).length === 1;
  }
}

const WHICH = `WHERE authority = $1 AND id = $2`;
const STOP = `
UPDATE message SET status = 'cancelled', trouble = $3 ${WHICH} AND status IN ('due', 'for_release', 'failed') RETURNING id`;
const RELEASE = `
UPDATE message SET status = 'due', released_by = $3, address = coalesce($4, address), due_at = $5
${WHICH} AND status = 'for_release' RETURNING id`;
const MARK_SENT = `
UPDATE message SET status = 'sent', sent_at = $3, trouble = $4, lease_until = NULL
${WHICH} AND status IN ('in_doubt', 'failed') RETURNING id`;
const SEND_AGAIN = `
UPDATE message SET status = 'due', due_at = $3, trouble = $4, lease_until = NULL, token = NULL
${WHICH} AND status IN ('in_doubt', 'failed') RETURNING id`;
