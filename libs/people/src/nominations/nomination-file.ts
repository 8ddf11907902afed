import { FileRefused } from '../file/file-refused';
import { type OpenTable } from '../file/open-table';
import { type FileKind, type RowToStore } from '../staging/receive-file';
import { NOMINATION_COLUMNS, type NominationColumn } from './nomination-columns';
import { isExample } from './template';
import { Twins } from './twins';

/** A file of Year 6 nominations. */
export const NOMINATION_FILE: FileKind<NominationColumn> = {
  kind: 'nominations',
  columns: NOMINATION_COLUMNS,
  limits: { bytes: 10_000_000, rows: 50_000 },
  readRows,
};

async function readRows({ headings, rows: source, notices: opened }: OpenTable<NominationColumn>) {
  const places = Object.fromEntries(headings.at);
  const twins = new Twins(places);
  const rows: RowToStore[] = [];
  const notices = [...opened];
  for await (const { line, cells } of source) {
    const twin = twins.of(line, cells);
    if (isExample(cells, places))
      notices.push(`Row ${line} is the example of the template and was left out.`);
    else rows.push({ line, cells, ...(twin && { twin }) });
  }
  if (rows.length === 0)
    throw new FileRefused([
      'There are headings and no rows of children below them. Add one row for each child.',
    ]);
  return { rows, notices };
}
