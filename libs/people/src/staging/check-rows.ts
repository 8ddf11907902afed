import { type Runner, type Statements } from '@app/database';
import {
  type ImportFileRow,
  lockFile,
  moveTo,
  nextRows,
  type Outcome,
  type StoredRow,
  writeOutcomes,
} from './import-file';

/** Says what is to become of some rows; it may read and must not change anything. */
export type JudgeRows = (
  tx: Runner,
  file: ImportFileRow,
  rows: readonly StoredRow[],
) => Promise<readonly Outcome[]>;

/**
 * The dry run: every row is checked and nothing but the rows' own results is written. Each batch is
 * a transaction of its own, so that a run that was killed goes on where it stopped.
 */
export async function checkRows(
  statements: Statements,
  fileId: string,
  judge: JudgeRows,
  atOnce?: number,
): Promise<void> {
  while (await statements.together((tx) => checkBatch(tx, fileId, judge, atOnce)));
}

async function checkBatch(
  tx: Runner,
  fileId: string,
  judge: JudgeRows,
  atOnce: number | undefined,
): Promise<boolean> {
  const file = await lockFile(tx, fileId);
  if (file?.status !== 'checking') return false;
  const rows = await nextRows(tx, fileId, 'waiting', 0, atOnce);
  if (rows.length === 0) {
    await moveTo(tx, fileId, 'checked');
    return false;
  }
  await writeOutcomes(tx, fileId, await judge(tx, file, rows));
  return true;
}
