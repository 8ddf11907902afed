import { type Runner, type Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { lockFile, moveTo, nextRows, type Outcome, writeOutcomes } from './import-file';
import { type JudgedRow, judgeRows } from './judge-rows';

/**
 * The dry run: every row is checked and nothing but the rows' own results is written. Each batch is
 * a transaction of its own, so that a run that was killed goes on where it stopped.
 */
export async function checkRows(
  statements: Statements,
  fileId: string,
  today: CalendarDay,
): Promise<void> {
  while (await statements.together((tx) => checkBatch(tx, fileId, today)));
}

async function checkBatch(tx: Runner, fileId: string, today: CalendarDay): Promise<boolean> {
  const file = await lockFile(tx, fileId);
  if (file?.status !== 'checking') return false;
  const rows = await nextRows(tx, fileId, 'waiting', 0);
  if (rows.length === 0) {
    await moveTo(tx, fileId, 'checked');
    return false;
  }
  const judged = await judgeRows(tx, file, rows, today);
  await writeOutcomes(tx, fileId, judged.map(outcomeOf));
  return true;
}

/** What to write beside a row that was judged. */
export function outcomeOf({ line, verdict }: JudgedRow): Outcome {
  if (verdict.status === 'error') return { line, status: 'error', problems: verdict.problems };
  return verdict.status === 'same'
    ? { line, status: 'same', caseId: verdict.caseId }
    : { line, status: 'new' };
}
