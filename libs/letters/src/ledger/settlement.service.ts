import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { COLUMNS } from './claim.sql';
import { type ClaimedMessage } from './message';

/** What became of a message that left, or did not. Only whoever holds the line's token may say so. */
@Injectable()
export class Settlement {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** It has left. False when somebody else has settled the line meanwhile. */
  sent(message: ClaimedMessage): Promise<boolean> {
    return this.settle('ledger-sent', SENT, [message.id, message.token, this.clock.now()]);
  }

  /** It surely did not leave: it goes back and is tried again after a while. */
  again(message: ClaimedMessage, seconds: number, trouble: string): Promise<boolean> {
    const dueAt = new Date(this.clock.now().getTime() + seconds * 1_000);
    return this.settle('ledger-again', AGAIN, [message.id, message.token, dueAt, trouble]);
  }

  /** It will never leave by itself: a person must look. */
  failed(message: ClaimedMessage, trouble: string): Promise<boolean> {
    return this.settle('ledger-failed', FAILED, [message.id, message.token, trouble]);
  }

  /** Nobody can say whether it left: it is never sent again by itself, a person must look. */
  inDoubt(message: ClaimedMessage, trouble: string): Promise<boolean> {
    return this.settle('ledger-in-doubt', IN_DOUBT, [message.id, message.token, trouble]);
  }

  /** Nobody knows yet: asked again when the short lease of the sweep has run out. */
  async expired(limit: number, leaseSeconds: number): Promise<(ClaimedMessage & { overdueSeconds: number })[]> {
    return this.statements.run('ledger-expired', EXPIRED, [limit, leaseSeconds]);
  }

  private async settle(name: string, sql: string, values: unknown[]): Promise<boolean> {
    return (await this.statements.run(name, sql, values)).length === 1;
  }
}

const MINE = `WHERE id = $1 AND token = $2 AND status = 'sending' RETURNING id`;
const SENT = `UPDATE message SET status = 'sent', sent_at = $3, lease_until = NULL, trouble = NULL ${MINE}`;
const AGAIN = `UPDATE message SET status = 'due', token = NULL, lease_until = NULL, due_at = $3, trouble = $4 ${MINE}`;
const FAILED = `UPDATE message SET status = 'failed', lease_until = NULL, trouble = $3 ${MINE}`;
const IN_DOUBT = `UPDATE message SET status = 'in_doubt', lease_until = NULL, trouble = $3 ${MINE}`;

/** Takes over lines whose holder has gone, with a new token: the old holder can settle nothing any more. */
const EXPIRED = `
WITH gone AS (
  SELECT id AS gone, lease_until FROM message
  WHERE status = 'sending' AND lease_until < clock_timestamp()
  ORDER BY lease_until LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE message SET token = gen_random_uuid(), lease_until = clock_timestamp() + make_interval(secs => $2)
FROM gone WHERE id = gone.gone
RETURNING ${COLUMNS}, token, extract(epoch FROM clock_timestamp() - gone.lease_until)::float AS "overdueSeconds"`;
