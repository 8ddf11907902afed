import { type Runner } from '@app/database';
import { OPEN_WORDS } from './action-sql';

/** What is still to be done on a case, in words: a case does not end before each is done or given up. */
export async function openActionsOf(
  runner: Runner,
  authority: string,
  caseId: string,
): Promise<string[]> {
  const rows = await runner.run<{ text: string }>('actions-open', OPEN_WORDS, [authority, caseId]);
  return rows.map(({ text }) => text);
}
