import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

/** What somebody typed and could not record yet. */
export interface Draft {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly savedAt: Date;
}

/** What people type is kept until it is recorded or thrown away: one draft a person and form. */
@Injectable()
export class Drafts {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps what was typed; keeping it again replaces it. */
  async keep(
    actor: Actor,
    form: string,
    answers: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.statements.run('draft-keep', KEEP, [
      actor.id,
      form,
      JSON.stringify(answers),
      this.clock.now(),
    ]);
  }

  async find(actor: Actor, form: string): Promise<Draft | undefined> {
    const [draft] = await this.statements.run<Draft>('draft-find', FIND, [actor.id, form]);
    return draft;
  }

  /** The events of a case whose forms this person began and has not recorded, newest first. */
  async unfinished(actor: Actor, reference: string): Promise<{ type: string; savedAt: Date }[]> {
    return this.statements.run<{ type: string; savedAt: Date }>('draft-unfinished', UNFINISHED, [
      actor.id,
      `${reference} `,
    ]);
  }

  async throwAway(actor: Actor, form: string): Promise<void> {
    await this.statements.run(
      'draft-away',
      'DELETE FROM draft WHERE officer_id = $1 AND form = $2',
      [actor.id, form],
    );
  }
}

const KEEP = `
INSERT INTO draft (officer_id, form, answers, saved_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (officer_id, form) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at`;

const FIND = 'SELECT answers, saved_at AS "savedAt" FROM draft WHERE officer_id = $1 AND form = $2';

const UNFINISHED = `
SELECT substr(form, length($2) + 1) AS type, saved_at AS "savedAt" FROM draft
WHERE officer_id = $1 AND starts_with(form, $2) ORDER BY saved_at DESC`;
