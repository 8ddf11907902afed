import { type Runner, Statements } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Something changed at a sitting: which item, what, and who did it. Holds no words of the record. */
export interface Change {
  readonly seq: number;
  readonly sittingId: string;
  readonly itemId: string | null;
  readonly what: string;
  readonly by: string;
}

/** Tells that a sitting changed, in the transaction that changes it. */
export async function noteChange(
  runner: Runner,
  { authority, sittingId, itemId, what, byId, at }: Noted,
): Promise<void> {
  await runner.run('sitting-change', NOTE, [authority, sittingId, itemId ?? null, what, byId, at]);
}

export interface Noted {
  readonly authority: string;
  readonly sittingId: string;
  readonly itemId?: string | null;
  readonly what: string;
  readonly byId: string;
  readonly at: Date;
}

/** What has changed at sittings, for the screens that look at them. */
@Injectable()
export class SittingChanges {
  constructor(private readonly statements: Statements) {}

  /** Changes after this number at any of these sittings, oldest first; one statement for all screens of a process. */
  since(sittingIds: readonly string[], seq: number): Promise<Change[]> {
    return this.statements.run<Change & Record<string, unknown>>('sitting-changes', SINCE, [
      sittingIds,
      seq,
    ]);
  }

  /** The number of the newest change, from which a screen begins. */
  async newest(): Promise<number> {
    const [row] = await this.statements.run<{ seq: number }>('sitting-change-newest', NEWEST, []);
    return row?.seq ?? 0;
  }
}

const NOTE = `
INSERT INTO sitting_change (authority, sitting_id, item_id, what, by_id, at) VALUES ($1, $2, $3, $4, $5, $6)`;

const SINCE = `
SELECT c.seq::float8 AS seq, c.sitting_id AS "sittingId", c.item_id AS "itemId", c.what, coalesce(o.name, 'Causeway') AS by
FROM sitting_change c LEFT JOIN officer o ON o.id = c.by_id
WHERE c.sitting_id = ANY($1::uuid[]) AND c.seq > $2 ORDER BY c.seq LIMIT 500`;

const NEWEST = `SELECT coalesce(max(seq), 0)::float8 AS seq FROM sitting_change`;
