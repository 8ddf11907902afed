import { type Runner } from '@app/database';
import { permissionsOf } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type ImportFileRow, type Outcome, type StoredRow } from '../staging/import-file';
import { type RowProblem } from '../staging/row-problem';
import { problemIn, type ReadingRules, readNominationRow, type ReadRow } from './nomination-row';
import { type AskingRow, type Known, lookUp } from './register-lookup';
import { schoolsProblems, type Verdict, verdictOn } from './verdict';

/** A stored row with what is to become of it. */
export interface JudgedRow {
  readonly line: number;
  readonly verdict: Verdict;
}

interface ReadCells extends AskingRow {
  readonly problems: readonly RowProblem[];
}

/** Reads the rows and lays them beside the records: three questions for all of them together. */
export async function judgeRows(
  tx: Runner,
  file: ImportFileRow,
  rows: readonly StoredRow[],
  today: CalendarDay,
): Promise<JudgedRow[]> {
  const may = permissionsOf(file.uploaderRoles);
  const rules: ReadingRules = {
    today,
    headingCount: file.layout.names.length,
    mayNominateYear5: may.includes('caseload.override'),
    mayBackdate: may.includes('case.void'),
  };
  const read = rows.map((row) => readStored(row, file, rules));
  const known = await lookUp(tx, file.authority, read);
  return read.map((row) => ({ line: row.line, verdict: judge(row, known, today) }));
}

function readStored({ line, raw }: StoredRow, file: ImportFileRow, rules: ReadingRules): ReadCells {
  const { row, problems } = readNominationRow(raw.cells, file.layout.places, rules);
  return { line, row, problems: raw.twin ? [...problems, twinProblem(raw.twin)] : problems };
}

function twinProblem({ line, column }: NonNullable<StoredRow['raw']['twin']>): RowProblem {
  if (column === 'upn')
    return problemIn(
      'upn',
      `The same UPN is in row ${line}. Delete one of the two rows, or put the UPN right`,
    );
  return problemIn(
    'legalSurname',
    `The same child is in row ${line} (same name and date of birth). Delete one of the two rows`,
  );
}

function judge({ line, row, problems }: ReadCells, known: Known, today: CalendarDay): Verdict {
  if (problems.length === 0) return verdictOn(line, row as ReadRow, known, today);
  return { status: 'error', problems: [...problems, ...schoolsProblems(row, known)] };
}

/** What to write beside a row that was judged. */
export function outcomeOf({ line, verdict }: JudgedRow): Outcome {
  if (verdict.status === 'error') return { line, status: 'error', problems: verdict.problems };
  return verdict.status === 'same'
    ? { line, status: 'same', caseId: verdict.caseId }
    : { line, status: 'new' };
}
