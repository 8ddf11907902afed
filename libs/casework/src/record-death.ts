import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { OPEN_CASES_OF_CHILD } from './case-row';
import { CaseNotFound } from './errors';

/**
 * The open cases of the child of this case, locked, so that one command can close them all together.
 * @throws CaseNotFound
 */
export async function casesOfSameChild(
  runner: Runner,
  actor: Actor,
  reference: string,
): Promise<string[]> {
  const [row] = await runner.run<{ childId: string }>(
    'death-child',
    'SELECT child_id AS "childId" FROM send_case WHERE authority = $1 AND reference = $2',
    [actor.authority, reference],
  );
  if (!row) throw new CaseNotFound(reference);
  const cases = await runner.run<{ reference: string }>('death-cases', OPEN_CASES_OF_CHILD, [
    actor.authority,
    row.childId,
  ]);
  return cases.map((it) => it.reference);
}

/** Restricts the record and stops every message of the child that has not left, in the same transaction. */
export async function silence(runner: Runner, actor: Actor, reference: string): Promise<void> {
  await runner.run('death-silence', SILENCE, [actor.authority, reference]);
}

const SILENCE = `
WITH child_of AS (SELECT child_id FROM send_case WHERE authority = $1 AND reference = $2),
restricted AS (UPDATE child SET restricted = true WHERE id IN (SELECT child_id FROM child_of)),
cases AS (SELECT id FROM send_case WHERE child_id IN (SELECT child_id FROM child_of)),
undone AS (UPDATE instruction SET done_at = clock_timestamp(), trouble = 'Stopped: the child has died'
  WHERE kind = 'message.send' AND done_at IS NULL AND case_id IN (SELECT id FROM cases))
UPDATE message SET status = 'cancelled', trouble = 'Stopped: the child has died'
WHERE status IN ('due', 'for_release') AND case_id IN (SELECT id FROM cases)`;
