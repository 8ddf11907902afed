import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type OpenCommand, type RecordCommand, type Recorded } from './commands';
import { asCorrected, historyOf } from './history';

/** All that a closed case can take (handbook 2.4). */
export const CASE_REOPENED = 'CASE_REOPENED';

/** How the work of a closed case begins again: with the answers that began it the first time, as they are known today. */
export async function openingAgain(
  runner: Runner,
  actor: Actor,
  closed: Recorded,
  command: RecordCommand,
): Promise<OpenCommand> {
  const [subject] = await runner.run<Omit<OpenCommand, 'occurredOn' | 'payload'>>(
    'reopen-case',
    CLOSED,
    [actor.authority, closed.reference],
  );
  const [first] = asCorrected(await historyOf(runner, closed.caseId));
  return {
    ...subject!,
    occurredOn: command.occurredOn,
    payload: first!.payload,
    reopenOf: closed.caseId,
  };
}

/** The case that was opened from this one; undefined when there is none. */
export async function reopenedAs(runner: Runner, caseId: string): Promise<string | undefined> {
  const [row] = await runner.run<{ reference: string }>('reopened-as', REOPENED_AS, [caseId]);
  return row?.reference;
}

const CLOSED = `
SELECT pathway, child_id AS "childId", team_id AS "teamId" FROM send_case WHERE authority = $1 AND reference = $2`;

const REOPENED_AS = `SELECT reference FROM send_case WHERE reopen_of = $1 ORDER BY opened_on DESC, reference DESC LIMIT 1`;
