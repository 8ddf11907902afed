import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';

const WINDOW = `interval '15 minutes'`;
/** Tries in 15 minutes before the door stays shut for 15 minutes. */
const MOST = { account: 8, address: 60, code: 5 } as const;

/**
 * Counts tries to sign in, for a name whether or not there is such an account, and for an address.
 * Kept in the database: a restart does not give anybody new tries.
 */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly statements: Statements) {}

  /** Counts one try before it is looked at, so that many at once cannot slip through; false when the door is shut. */
  async mayTry(kind: keyof typeof MOST, who: string): Promise<boolean> {
    const [row] = await this.statements.run<{ open: boolean }>('attempt-count', COUNT, [
      subject(kind, who),
      MOST[kind],
    ]);
    return row?.open ?? false;
  }

  /** Forgets the tries of somebody who got in. */
  async succeeded(kind: keyof typeof MOST, who: string): Promise<void> {
    await this.statements.run('attempt-clear', 'DELETE FROM sign_in_attempt WHERE subject = $1', [
      subject(kind, who),
    ]);
  }
}

function subject(kind: string, who: string): string {
  return `${kind}:${createHash('sha256').update(who.toLowerCase()).digest('hex')}`;
}

const STALE = `a.since < now() - ${WINDOW} AND (a.locked_until IS NULL OR a.locked_until < now())`;
const COUNT = `
INSERT INTO sign_in_attempt AS a (subject, failures, since) VALUES ($1, 1, now())
ON CONFLICT (subject) DO UPDATE SET
  failures = CASE WHEN ${STALE} THEN 1 ELSE a.failures + 1 END,
  since = CASE WHEN ${STALE} THEN now() ELSE a.since END,
  locked_until = CASE WHEN ${STALE} THEN NULL WHEN a.failures = $2 THEN now() + ${WINDOW} ELSE a.locked_until END
RETURNING failures <= $2 AND (locked_until IS NULL OR locked_until < now()) AS open`;
