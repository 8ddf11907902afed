import { type Statements } from '@app/database';
import { csvFile } from '../file/csv-writing';
import { type FileLayout } from './import-file';
import { type RowProblem } from './nomination-row';
import { type Download } from './template';

/** The column that says what is wrong; an import knows it and leaves it out. */
export const WHAT_TO_FIX = 'What to fix';

interface WrongRow {
  line: number;
  cells: readonly string[];
  problems: readonly RowProblem[];
}

/** The rows with errors as they came, and beside each what to fix; put right, it can be uploaded as it is. */
export async function errorFile(statements: Statements, authority: string, fileId: string): Promise<Download | undefined> {
  const [file] = await statements.run<{ layout: FileLayout }>('import.layout', LAYOUT_SQL, [authority, fileId]);
  if (!file) return undefined;
  const rows = await statements.run<WrongRow>('import.wrong-rows', WRONG_SQL, [fileId]);
  const kept = file.layout.names.flatMap((name, at) => (isOwnColumn(name) ? [] : [at]));
  const lines = rows.map(({ line, cells, problems }) => [...kept.map((at) => cells[at] ?? ''), said(line, problems)]);
  const headings = [...kept.map((at) => file.layout.names[at] ?? ''), WHAT_TO_FIX];
  return { fileName: 'rows-to-fix.csv', bytes: csvFile([headings, ...lines], file.layout.separator) };
}

const isOwnColumn = (name: string) => name.toLowerCase() === WHAT_TO_FIX.toLowerCase();

const said = (line: number, problems: readonly RowProblem[]) =>
  `Row ${line}. ${problems.map(({ column, text }) => `${column}: ${text}`).join('. ')}`;

const LAYOUT_SQL = `SELECT headings AS layout FROM import_file WHERE authority = $1 AND id = $2 AND kind = 'nominations'`;

const WRONG_SQL = `
SELECT line, raw -> 'cells' AS cells, problems FROM import_row WHERE file_id = $1 AND status = 'error' ORDER BY line`;
