import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { BadPayload } from '../errors';

const LONGEST = 4_000;

/** Notes on a case: what people should know, outside the history. */
@Injectable()
export class Notes {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Adds a note to a case that the caller has opened. @throws BadPayload in plain words */
  async add(actor: Actor, caseId: string, text: string): Promise<void> {
    const words = text.trim();
    if (!words) throw bad('Enter the note');
    if (words.length > LONGEST) throw bad('Note: use 4,000 characters or fewer');
    await this.statements.run('note-add', ADD, [
      actor.authority,
      caseId,
      actor.id,
      this.clock.now(),
      words,
    ]);
  }
}

const bad = (message: string) => new BadPayload([{ path: ['text'], message }]);

const ADD =
  'INSERT INTO note (authority, case_id, author_id, at, text) SELECT authority, id, $3, $4, $5 FROM send_case WHERE authority = $1 AND id = $2';
