import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { TO_DO } from './action-machine';
import { actionStep } from './action-step';

/** What the calendar does to actions, without a person. Running it again changes nothing. */
@Injectable()
export class ActionSweep {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Actions past their day become overdue; those of a case that has ended are given up with it. */
  async run(): Promise<{ overdue: number; cancelled: number }> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const overdue = await this.statements.run('action-overdue', OVERDUE, [
      today,
      now,
      actionStep('open', { type: 'DUE_PASSED' }),
    ]);
    const cancelled = await this.statements.run('action-ended', ENDED, [
      today,
      now,
      actionStep('open', { type: 'CANCELLED', chairApproves: true }),
      TO_DO,
    ]);
    return { overdue: overdue.length, cancelled: cancelled.length };
  }
}

const LINE = `
INSERT INTO action_event (action_id, version, authority, type, state, owner, due_on, words, occurred_on, at)
SELECT m.id, m.version, m.authority`;
const OWNER = `coalesce((SELECT o.name FROM officer o WHERE o.id = m.owner_id), m.owner_name)`;

const OVERDUE = `
WITH m AS (
  UPDATE action a SET state = $3, version = a.version + 1 FROM send_case c
  WHERE c.id = a.case_id AND c.open AND a.state = 'open' AND a.due_on < $1::date RETURNING a.*)
${LINE}, 'DUE_PASSED', m.state, ${OWNER}, m.due_on, NULL, $1::date, $2::timestamptz FROM m RETURNING action_id`;

const ENDED = `
WITH m AS (
  UPDATE action a SET state = $3, version = a.version + 1 FROM send_case c
  WHERE c.id = a.case_id AND NOT c.open AND a.state = ANY ($4::text[]) RETURNING a.*)
${LINE}, 'CANCELLED', m.state, ${OWNER}, m.due_on, 'PATHWAY_CLOSED', $1::date, $2::timestamptz FROM m RETURNING action_id`;
