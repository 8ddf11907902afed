import { csvFile } from '../file/csv-writing';
import { isOwnColumn, WHAT_TO_FIX } from '../file/headings';
import { type FileLayout } from './import-file';
import { type Reading } from './import-reads';
import { type RowProblem } from './row-problem';

/** A file to be downloaded. */
export interface Download {
  readonly fileName: string;
  readonly bytes: Buffer;
}

interface WrongRow {
  line: number;
  cells: readonly string[];
  problems: readonly RowProblem[];
}

/**
 * The rows with errors as they came, and before each what to fix; put right, the file can be
 * uploaded as it is. The remark stands first, so that a row with too many cells keeps them all.
 */
export async function errorFile(
  { statements, kinds }: Reading,
  authority: string,
  fileId: string,
): Promise<Download | undefined> {
  const [file] = await statements.run<{ layout: FileLayout }>('import.layout', LAYOUT_SQL, [
    authority,
    kinds,
    fileId,
  ]);
  if (!file) return undefined;
  const { names, separator } = file.layout;
  const rows = await statements.run<WrongRow>('import.wrong-rows', WRONG_SQL, [fileId]);
  const withoutRemarks = (cells: readonly string[]) =>
    cells.filter((_, at) => !isOwnColumn(names[at] ?? ''));
  const lines = rows.map(({ line, cells, problems }) => [
    said(line, problems),
    ...withoutRemarks(cells),
  ]);
  return {
    fileName: 'rows-to-fix.csv',
    bytes: csvFile([[WHAT_TO_FIX, ...withoutRemarks(names)], ...lines], separator),
  };
}

const said = (line: number, problems: readonly RowProblem[]) =>
  `Row ${line}. ${problems.map(({ column, text }) => `${column}: ${text}`).join('. ')}`;

const LAYOUT_SQL = `SELECT headings AS layout FROM import_file WHERE authority = $1 AND kind = ANY ($2::text[]) AND id = $3`;

const WRONG_SQL = `
SELECT line, raw -> 'cells' AS cells, problems FROM import_row WHERE file_id = $1 AND status = 'error' ORDER BY line`;
