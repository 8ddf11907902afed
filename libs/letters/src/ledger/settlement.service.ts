import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { titleOf } from '../notices';
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
  sent({ id, token }: ClaimedMessage): Promise<boolean> {
    return this.settle('ledger-sent', SENT, [id, token, this.clock.now()]);
  }

  /** It surely did not leave: it is tried again after so many seconds. */
  again({ id, token }: ClaimedMessage, seconds: number, trouble: string): Promise<boolean> {
    const dueAt = new Date(this.clock.now().getTime() + seconds * 1_000);
    return this.settle('ledger-again', AGAIN, [id, token, dueAt, trouble]);
  }

  /** Nobody has tried to send it: it goes back as it was. */
  untried({ id, token }: ClaimedMessage): Promise<boolean> {
    return this.settle('ledger-untried', UNTRIED, [id, token]);
  }

  /** It will not leave by itself: a person gets a task. */
  failed(message: ClaimedMessage, trouble: string): Promise<boolean> {
    return this.forPerson(
      message,
      'failed',
      `“${titleOf(message.notice)}” could not be sent`,
      trouble,
    );
  }

  /**
   * Nobody can say whether it left: it is never sent again by itself, and a person gets a task.
   * With `askAgainAfter` seconds the provider is asked once more before long.
   */
  inDoubt(
    message: ClaimedMessage,
    trouble: string,
    askAgainAfter: number | null = null,
  ): Promise<boolean> {
    const text = `Find out whether “${titleOf(message.notice)}” was sent`;
    return this.forPerson(message, 'in_doubt', text, trouble, askAgainAfter);
  }

  /**
   * Takes over lines whose holder has been gone for longer than `graceSeconds` after its lease, with a new token:
   * the old holder can settle nothing any more.
   */
  expired(limit: number, seconds: { grace: number; lease: number }): Promise<ClaimedMessage[]> {
    return this.statements.run('ledger-expired', EXPIRED, [limit, seconds.grace, seconds.lease]);
  }

  private forPerson(
    { id, token }: ClaimedMessage,
    status: string,
    text: string,
    trouble: string,
    askAgainAfter: number | null = null,
  ): Promise<boolean> {
    const values = [id, token, status, trouble, askAgainAfter, text, this.clock.today()];
    return this.settle('ledger-for-person', FOR_PERSON, values);
  }

  private async settle(name: string, sql: string, values: unknown[]): Promise<boolean> {
    return (await this.statements.run(name, sql, values)).length === 1;
  }
}

const MINE = `WHERE id = $1 AND token = $2 AND status = 'sending'`;
const SENT = `UPDATE message SET status = 'sent', sent_at = $3, lease_until = NULL, trouble = NULL ${MINE} RETURNING id`;
const AGAIN = `UPDATE message SET status = 'due', token = NULL, lease_until = NULL, due_at = $3, trouble = $4 ${MINE} RETURNING id`;
const UNTRIED = `UPDATE message SET status = 'due', token = NULL, lease_until = NULL, attempts = attempts - 1 ${MINE} RETURNING id`;

const FOR_PERSON = `
WITH stuck AS (
  UPDATE message SET status = $3, trouble = $4, lease_until = clock_timestamp() + make_interval(secs => $5) ${MINE}
  RETURNING id, authority, case_id, key),
asked AS (
  INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on)
  SELECT s.authority, s.case_id, 'stuck:' || s.key, $6, $4, CASE WHEN c.owner_id IS NULL THEN 'send_manager' END, c.owner_id, $7, $7
  FROM stuck s LEFT JOIN send_case c ON c.id = s.case_id
  ON CONFLICT (source_key) DO NOTHING)
SELECT id FROM stuck`;

const EXPIRED = `
WITH gone AS (
  SELECT id AS gone FROM message
  WHERE status IN ('sending', 'in_doubt') AND lease_until < clock_timestamp() - make_interval(secs => $2)
  ORDER BY lease_until LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE message SET status = 'sending', token = gen_random_uuid(), lease_until = clock_timestamp() + make_interval(secs => $3)
FROM gone WHERE id = gone.gone
RETURNING ${COLUMNS}, token`;
