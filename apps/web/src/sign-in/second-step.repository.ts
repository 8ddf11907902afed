import { SECONDS_A_STEP } from '@app/access';
import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';
import { hashOf } from '../session/tokens';

/** The second step of one account, set up or being set up. */
export interface SecondStep {
  readonly secret: Buffer;
  readonly confirmed: boolean;
  /** The step of the database's own time. */
  readonly now: number;
  /** Recovery codes that are left. */
  readonly left: number;
}

/** Secrets of authenticator apps, recovery codes, and sign-ins that wait for their code. */
@Injectable()
export class SecondStepRepository {
  constructor(private readonly statements: Statements) {}

  async of(officerId: string): Promise<SecondStep | undefined> {
    const [found] = await this.statements.run<SecondStep & Record<string, unknown>>(
      'second-step-of',
      OF,
      [officerId],
    );
    return found;
  }

  /** Keeps a new secret, unless one is in use. */
  async begin(officerId: string, secret: Buffer): Promise<void> {
    await this.statements.run('second-step-begin', BEGIN, [officerId, secret]);
  }

  /** From now on the code is asked for. False when somebody else has confirmed it just now. */
  async confirm(officerId: string, step: number, codes: readonly string[]): Promise<boolean> {
    return this.statements.together(async (tx) => {
      const done = await tx.run('second-step-confirm', CONFIRM, [officerId, step]);
      if (!done.length) return false;
      await tx.run('second-step-codes', KEEP_CODES, [officerId, codes.map(hashOf)]);
      return true;
    });
  }

  /** Uses up a step: false when it, or a later one, was used before. */
  async useStep(officerId: string, step: number): Promise<boolean> {
    const used = await this.statements.run('second-step-use', USE_STEP, [officerId, step]);
    return used.length > 0;
  }

  /** Uses up a recovery code: false when it is none, or was used before. */
  async useRecovery(officerId: string, code: string): Promise<boolean> {
    const values = [officerId, hashOf(code)];
    return (await this.statements.run('second-step-recover', USE_CODE, values)).length > 0;
  }

  async remove(officerId: string): Promise<void> {
    const sql = 'DELETE FROM second_step WHERE officer_id = $1';
    await this.statements.run('second-step-remove', sql, [officerId]);
  }

  /** Remembers for ten minutes whose password was right in this browser. */
  async keepHalf(visit: string, officerId: string): Promise<void> {
    await this.statements.run('second-step-half', KEEP_HALF, [hashOf(visit), officerId]);
  }

  /** Whose password was right in this browser. */
  async halfOf(visit: string): Promise<string | undefined> {
    const [found] = await this.statements.run<{ officerId: string }>('second-step-whose', HALF, [
      hashOf(visit),
    ]);
    return found?.officerId;
  }

  async endHalf(visit: string): Promise<void> {
    const sql = 'DELETE FROM half_sign_in WHERE visit_hash = $1';
    await this.statements.run('second-step-whole', sql, [hashOf(visit)]);
  }
}

const OF = `
SELECT secret, confirmed_at IS NOT NULL AS confirmed, floor(extract(epoch FROM now()) / ${SECONDS_A_STEP})::int AS now,
  (SELECT count(*)::int FROM recovery_code r WHERE r.officer_id = s.officer_id AND r.used_at IS NULL) AS left
FROM second_step s WHERE officer_id = $1`;

const BEGIN = `
INSERT INTO second_step (officer_id, secret) VALUES ($1, $2)
ON CONFLICT (officer_id) DO UPDATE SET secret = excluded.secret WHERE second_step.confirmed_at IS NULL`;

const CONFIRM = `
UPDATE second_step SET confirmed_at = now(), last_step = $2
WHERE officer_id = $1 AND confirmed_at IS NULL RETURNING officer_id`;

const KEEP_CODES = `
INSERT INTO recovery_code (officer_id, code_hash) SELECT $1, unnest($2::bytea[])`;

const USE_STEP = `
UPDATE second_step SET last_step = $2
WHERE officer_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING officer_id`;

const USE_CODE = `
UPDATE recovery_code SET used_at = now()
WHERE officer_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING officer_id`;

const KEEP_HALF = `
WITH old AS (DELETE FROM half_sign_in WHERE expires_at < now())
INSERT INTO half_sign_in (visit_hash, officer_id, expires_at) VALUES ($1, $2, now() + interval '10 minutes')`;

const HALF = `
SELECT h.officer_id AS "officerId" FROM half_sign_in h JOIN officer o ON o.id = h.officer_id
WHERE h.visit_hash = $1 AND h.expires_at > now() AND o.active`;
