import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { addedBy } from '../added-row';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { type VIEW_METHODS, type VIEW_OF, viewForm } from './view-details';

/** Views that were sought: what was said, or why nothing was. */
export interface ViewRow {
  readonly id: string;
  readonly whose: keyof typeof VIEW_OF;
  readonly person: string | null;
  readonly how: keyof typeof VIEW_METHODS;
  readonly said: string | null;
  readonly whyNot: string | null;
  readonly onDay: CalendarDay;
  readonly by: string;
}

/** The child's and the family's views on a case: added, never changed. */
@Injectable()
export class Views {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  of(authority: string, caseId: string): Promise<ViewRow[]> {
    return this.statements.run<ViewRow>('views-of', VIEWS, [authority, caseId]);
  }

  /** @returns the id of what was written. @throws BadPayload in plain words */
  async add(
    actor: Actor,
    { file, today }: SupportedCase,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<string> {
    const { whose, person, how, said, whyNot, onDay } = readDetails(viewForm, typed);
    if (onDay > today) throw badField('onDay', 'Which day were they asked? Today or earlier');
    if (how === 'not_yet' && said)
      throw badField('how', 'How did they give them? You have written down what they said');
    if (how === 'not_yet' && !whyNot) throw badField('whyNot', 'Say why they have given none yet');
    if (!said && !whyNot)
      throw badField('said', 'Write what they said, or below it why they said nothing');
    return addedBy(runner, 'view-add', ADD, [
      actor.authority,
      file.id,
      whose,
      person ?? null,
      how,
      said ?? null,
      whyNot ?? null,
      onDay,
      actor.id,
      this.clock.now(),
    ]);
  }
}

const VIEWS = `
SELECT v.id, v.whose, v.person, v.how, v.said, v.why_not AS "whyNot", v.on_day AS "onDay", o.name AS by
FROM view_sought v JOIN officer o ON o.id = v.recorded_by
WHERE v.authority = $1 AND v.case_id = $2 ORDER BY v.on_day DESC, v.recorded_at DESC`;

const ADD = `
INSERT INTO view_sought (authority, case_id, whose, person, how, said, why_not, on_day, recorded_by, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`;
