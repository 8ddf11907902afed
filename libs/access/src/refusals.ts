import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Actor } from './actor';

/** The record that somebody asked for, as its address names it. */
export interface AskedRecord {
  readonly reference?: string | undefined;
  readonly childId?: string | undefined;
}

/** What one person was refused, or that they were slowed down; how often, and when last. */
export interface RefusedAccess {
  readonly kind: 'refused' | 'slowed';
  readonly officer: string;
  readonly what: string | null;
  readonly reference: string | null;
  readonly times: number;
  readonly last: Date;
}

const READING_WINDOW = `interval '10 minutes'`;
const KEPT_IN_SIGHT = `interval '30 days'`;

/** Who was refused a record, and who read so many in a short time that they were slowed down. */
@Injectable()
export class Refusals {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Writes down that this person was refused. A record that is not there leaves the same kind of line as one that is. */
  async note({ authority, id }: Actor, what: string, asked: AskedRecord): Promise<void> {
    const { reference = null, childId = null } = asked;
    const values = [authority, this.clock.now(), id, what, reference, childId];
    await this.statements.run('access-refused', NOTE, values);
  }

  /**
   * Whether this person may open the record now: no more than `most` children in ten minutes, and again those just seen.
   * The first refusal of ten minutes is written down.
   */
  async mayRead({ authority, id }: Actor, asked: AskedRecord, most: number): Promise<boolean> {
    const { reference = null, childId = null } = asked;
    const now = this.clock.now();
    const [found] = await this.statements.run<{ many: number; again: boolean }>(
      'access-pace',
      PACE,
      [authority, now, id, reference, childId],
    );
    if (!found || found.again || found.many < most) return true;
    await this.statements.run('access-slowed', SLOWED, [authority, now, id]);
    return false;
  }

  /** The last 30 days, the latest first. */
  lately(authority: string): Promise<RefusedAccess[]> {
    const values = [authority, this.clock.now()];
    return this.statements.run<RefusedAccess>('access-refusals', LATELY, values);
  }
}

const NOTE = `
INSERT INTO access_log (authority, at, officer_id, action, page, case_id, child_id)
SELECT $1, $2, $3, 'access.refused', $4, c.id, coalesce(c.child_id, k.id)
FROM (VALUES (1)) one
LEFT JOIN send_case c ON c.authority = $1 AND c.reference = $5
LEFT JOIN child k ON k.authority = $1 AND k.id::text = $6`;

const PACE = `
WITH lately AS (
  SELECT DISTINCT child_id FROM access_log
  WHERE officer_id = $3 AND at > $2::timestamptz - ${READING_WINDOW} AND at <= $2 AND child_id IS NOT NULL
    AND action IN ('case.seen', 'case.viewed', 'child.seen'))
SELECT count(*)::int AS many, coalesce(bool_or(child_id::text = $5
    OR child_id = (SELECT c.child_id FROM send_case c WHERE c.authority = $1 AND c.reference = $4)), false) AS again
FROM lately`;

const SLOWED = `
INSERT INTO access_log (authority, at, officer_id, action)
SELECT $1, $2, $3, 'access.slowed' WHERE NOT EXISTS (
  SELECT FROM access_log WHERE officer_id = $3 AND action = 'access.slowed' AND at > $2::timestamptz - ${READING_WINDOW} AND at <= $2)`;

const LATELY = `
SELECT split_part(l.action, '.', 2) AS kind, o.name AS officer, l.page AS what, c.reference,
  count(*)::int AS times, max(l.at) AS last
FROM access_log l JOIN officer o ON o.id = l.officer_id LEFT JOIN send_case c ON c.id = l.case_id
WHERE l.authority = $1 AND l.action IN ('access.refused', 'access.slowed') AND l.at > $2::timestamptz - ${KEPT_IN_SIGHT}
GROUP BY 1, o.id, o.name, l.page, c.reference ORDER BY last DESC LIMIT 500`;
