import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { KeyUsedDifferently } from '../errors';
import { hashOf } from '../history-hash';

/** What was sent: under which key, if the sender named one, and all that it says. */
interface Sent {
  readonly key: string | undefined;
  readonly said: unknown;
}

/** Writes beside a case once for a key: the same words under the same key get the answer that they got before. */
@Injectable()
export class Once {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws KeyUsedDifferently when the key came before with other words; then and after any error nothing is kept */
  keep<T extends object>(
    { authority }: Actor,
    { key, said }: Sent,
    write: (runner: Runner) => Promise<T>,
  ): Promise<T> {
    return this.statements.together(async (tx) => {
      if (key === undefined) return write(tx);
      const mine = [authority, key, hashOf(said)];
      const claimed = await tx.run('once-claim', CLAIM, [...mine, this.clock.now()]);
      if (!claimed.length) return answerOf<T>(tx, mine);
      const answer = await write(tx);
      await tx.run('once-keep', KEEP, [authority, key, JSON.stringify(answer)]);
      return answer;
    });
  }
}

async function answerOf<T>(tx: Runner, mine: unknown[]): Promise<T> {
  const [found] = await tx.run<{ answer: T; isSame: boolean }>('once-answer', ANSWER, mine);
  if (!found?.isSame) throw new KeyUsedDifferently();
  return found.answer;
}

/** Of two who send the same key at once, the second waits here for what becomes of the first. */
const CLAIM = `
INSERT INTO kept_answer (authority, command_key, body_hash, kept_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (authority, command_key) DO NOTHING RETURNING command_key`;

const KEEP = 'UPDATE kept_answer SET answer = $3 WHERE authority = $1 AND command_key = $2';

const ANSWER = `
SELECT answer, body_hash = $3 AS "isSame" FROM kept_answer WHERE authority = $1 AND command_key = $2`;
