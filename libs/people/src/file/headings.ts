import { bare } from '../typed/codes';
import { FileRefused } from './file-refused';
import { type TableRow } from './table';

/** A column that a file may or must have, and the names people give it. */
export interface ColumnNames {
  readonly heading: string;
  readonly required: boolean;
  readonly alsoCalled: readonly string[];
}

/** Where each known column stands in a file. */
export interface Headings<Key extends string> {
  readonly line: number;
  readonly names: readonly string[];
  readonly at: ReadonlyMap<Key, number>;
  /** Names of columns that mean nothing here. */
  readonly ignored: readonly string[];
}

const LONGEST_HEADING = 100;
const FEWEST_KNOWN = 3;

/** The column of our own files of rows to fix; an import leaves it out. */
export const WHAT_TO_FIX = 'What to fix';
export const isOwnColumn = (name: string) => bare(name) === bare(WHAT_TO_FIX);

/** The known column that a heading names, whatever its case, spaces and remarks in brackets. */
export function columnFinder<Key extends string>(columns: Readonly<Record<Key, ColumnNames>>) {
  const known = new Map<string, Key>();
  for (const [key, { heading, alsoCalled }] of Object.entries<ColumnNames>(columns)) {
    for (const name of [heading, ...alsoCalled]) known.set(bare(name), key as Key);
  }
  return (cell: string): Key | undefined => {
    const name = cell.slice(0, LONGEST_HEADING);
    return known.get(bare(name)) ?? known.get(bare(name.replace(/\([^)]*\)/g, '')));
  };
}

/** How many cells of a row are headings. */
export const headingsIn = <Key extends string>(
  row: TableRow,
  find: (cell: string) => Key | undefined,
) => new Set(row.cells.map(find).filter((key) => key !== undefined)).size;

/** The row that holds the headings: the one of the first rows that names most columns. */
export function headingRow<Key extends string>(
  first: readonly TableRow[],
  find: (cell: string) => Key | undefined,
) {
  const best = first.reduce<TableRow | undefined>(
    (most, row) => (most && headingsIn(most, find) >= headingsIn(row, find) ? most : row),
    undefined,
  );
  return best && headingsIn(best, find) >= FEWEST_KNOWN ? best : undefined;
}

/** Reads the heading row. Throws FileRefused naming the columns that are missing or there twice. */
export function readHeadings<Key extends string>(
  row: TableRow,
  columns: Readonly<Record<Key, ColumnNames>>,
  find: (cell: string) => Key | undefined,
): Headings<Key> {
  const at = new Map<Key, number>();
  const ignored: string[] = [];
  const twice: string[] = [];
  row.cells.forEach((cell, index) => {
    const key = find(cell);
    if (key && at.has(key))
      twice.push(`Two columns hold “${columns[key].heading}”. Delete or rename one of them.`);
    else if (key) at.set(key, index);
    else if (cell.trim() !== '' && !isOwnColumn(cell))
      ignored.push(cell.trim().slice(0, LONGEST_HEADING));
  });
  const reasons = [...missingReason(columns, at), ...twice];
  if (reasons.length > 0) throw new FileRefused(reasons);
  return { line: row.line, names: row.cells.map((cell) => cell.trim()), at, ignored };
}

function missingReason<Key extends string>(
  columns: Readonly<Record<Key, ColumnNames>>,
  at: ReadonlyMap<Key, number>,
): string[] {
  const missing = Object.entries<ColumnNames>(columns)
    .filter(([key, { required }]) => required && !at.has(key as Key))
    .map(([, { heading }]) => `“${heading}”`);
  if (missing.length === 0) return [];
  const [said, add] =
    missing.length === 1 ? ['This column is', 'it'] : ['These columns are', 'them'];
  return [
    `${said} missing: ${missing.join(', ')}. Add ${add} to the file, or start from the template.`,
  ];
}
