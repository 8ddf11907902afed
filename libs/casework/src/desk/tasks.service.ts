import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

/** Tasks that a step left for somebody. */
@Injectable()
export class Tasks {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Marks a task of a case as done, once. @returns false when it was done before or is not there */
  async finish(
    actor: Actor,
    caseId: string,
    taskId: string,
    outcome: string | undefined,
  ): Promise<boolean> {
    const values = [actor.authority, caseId, taskId, this.clock.today(), actor.id, outcome ?? null];
    const rows = await this.statements.run('task-finish', FINISH, values);
    return rows.length === 1;
  }
}

const FINISH = `
UPDATE task SET done_on = $4, done_by = $5, outcome = left($6, 4000)
WHERE authority = $1 AND case_id = $2 AND id::text = $3 AND done_on IS NULL RETURNING id`;
