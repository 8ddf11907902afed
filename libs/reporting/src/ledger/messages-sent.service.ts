import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Where a message stands in the ledger. */
export type MessageStatus =
  'due' | 'sending' | 'sent' | 'in_doubt' | 'failed' | 'cancelled' | 'for_release';

/** One line of the ledger, as a list shows it. */
export interface LedgerLine {
  readonly id: string;
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly childId: string | null;
  readonly childName: string | null;
  readonly ownerId: string | null;
  readonly coverId: string | null;
  readonly notice: string;
  readonly recipient: string;
  readonly channel: 'email' | 'letter' | 'sms' | 'in_app';
  readonly subject: string;
  readonly statutory: boolean;
  readonly status: MessageStatus;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly trouble: string | null;
}

/** A message with its words, its address and its delivery. */
export interface LedgerMessage extends LedgerLine {
  readonly body: string;
  readonly address: string | null;
  readonly attempts: number;
  readonly releasedBy: string | null;
  /** When the built-in outbox took it in; null where it went elsewhere or has not left. */
  readonly deliveredAt: Date | null;
}

/** Which lines are asked for. */
export interface LedgerAsked {
  readonly statuses?: readonly MessageStatus[];
  readonly reference?: string;
  /** Lines older than this one. */
  readonly before?: string;
  readonly limit: number;
}

/** What has been said to people, and what waits to be said: reading only. */
@Injectable()
export class MessagesSent {
  constructor(private readonly statements: Statements) {}

  /** Messages about cases that the actor may see, and the actor's own lines; newest first. */
  async list(
    actor: Actor,
    { statuses, reference, before, limit }: LedgerAsked,
  ): Promise<LedgerLine[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [
      actor.authority,
      actor.id,
      statuses ?? null,
      reference ?? null,
      before ?? null,
      limit,
      ...visible.values,
    ];
    return this.statements.run<LedgerLine & Record<string, unknown>>(
      'ledger.list',
      listSql(visible.sql(7)),
      values,
    );
  }

  /** How many there are of each status, among the same messages. */
  async counts(actor: Actor): Promise<Readonly<Partial<Record<MessageStatus, number>>>> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, actor.id, ...visible.values];
    const rows = await this.statements.run<{ status: MessageStatus; count: number }>(
      'ledger.counts',
      countsSql(visible.sql(3)),
      values,
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** One message, if the actor may see the case it is about. */
  async find(actor: Actor, id: string): Promise<LedgerMessage | undefined> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, actor.id, id, ...visible.values];
    const [row] = await this.statements.run<LedgerMessage & Record<string, unknown>>(
      'ledger.find',
      findSql(visible.sql(4)),
      values,
    );
    return row;
  }
}

const COLUMNS = `
  m.id, m.case_id AS "caseId", c.reference, k.id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS "childName",
  c.owner_id AS "ownerId", c.cover_id AS "coverId", m.notice, m.recipient, m.channel, m.subject, m.statutory, m.status,
  m.due_at AS "dueAt", m.sent_at AS "sentAt", m.trouble`;

/** $1 authority, $2 officer: own lines are about no case or about several. */
const among = (visible: string) => `
FROM message m
LEFT JOIN send_case c ON c.id = m.case_id
LEFT JOIN child k ON k.id = c.child_id
WHERE m.authority = $1 AND (m.officer_id = $2::uuid OR (c.id IS NOT NULL AND ${visible}))`;

const listSql = (visible: string) => `
SELECT ${COLUMNS} ${among(visible)}
  AND ($3::text[] IS NULL OR m.status = ANY ($3::text[])) AND ($4::text IS NULL OR c.reference = $4)
  AND ($5::uuid IS NULL OR (m.due_at, m.id) < (SELECT b.due_at, b.id FROM message b WHERE b.authority = $1 AND b.id = $5::uuid))
ORDER BY m.due_at DESC, m.id DESC LIMIT $6`;

const countsSql = (visible: string) =>
  `SELECT m.status, count(*)::int AS count ${among(visible)} GROUP BY m.status`;

const findSql = (visible: string) => `
SELECT ${COLUMNS}, m.body, m.address, m.attempts, r.name AS "releasedBy", d.delivered_at AS "deliveredAt"
FROM (SELECT * FROM message WHERE id = $3::uuid) m
LEFT JOIN send_case c ON c.id = m.case_id
LEFT JOIN child k ON k.id = c.child_id
LEFT JOIN officer r ON r.id = m.released_by
LEFT JOIN outbox_delivery d ON d.reference = m.key
WHERE m.authority = $1 AND (m.officer_id = $2::uuid OR (c.id IS NOT NULL AND ${visible}))`;
