import { decodeFile } from './decode';
import { FileRefused } from './file-refused';
import {
  type ColumnNames,
  columnFinder,
  headingRow,
  type Headings,
  headingsIn,
  readHeadings,
} from './headings';
import { type Separator, type TableRow, tableRows } from './table';
import { openWorkbook } from './workbook';

/** How much a file may hold. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** A file whose headings are understood; its rows follow. */
export interface OpenTable<Key extends string> {
  /** What stands between the cells of a text file, and of the files of rows to fix. */
  readonly separator: Separator;
  readonly headings: Headings<Key>;
  readonly notices: readonly string[];
  /** The rows below the headings. Throws FileRefused past the limit. */
  readonly rows: AsyncGenerator<TableRow>;
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
const ROWS_ABOVE = 10;

/** Opens a CSV file of any usual kind, or an Excel workbook, and finds its headings. Throws FileRefused. */
export async function openTable<Key extends string>(
  bytes: Uint8Array,
  columns: Readonly<Record<Key, ColumnNames>>,
  limits: TableLimits,
): Promise<OpenTable<Key>> {
  if (bytes.byteLength > limits.bytes) throw new FileRefused([tooBig(limits)]);
  const { ways, notices } = isArchive(bytes) ? await inWorkbook(bytes) : inText(bytes);
  const find = columnFinder(columns);
  const found = await bestWay(ways, find);
  if (!found) throw new FileRefused([noHeadings(columns)]);
  const headings = readHeadings(found.row, columns, find);
  const below = rowsBelow(found, find, limits);
  const above =
    found.above > 0
      ? [`The headings were found in row ${found.row.line}; what stands above them was left out.`]
      : [];
  return {
    separator: found.way.separator,
    headings,
    notices: [...notices, ...above, ...ignoredNotice(headings.ignored)],
    rows: below,
  };
}

/** One way to take a file apart into rows. */
interface Way {
  readonly separator: Separator;
  first(): Promise<TableRow[]>;
  rows(): AsyncGenerator<TableRow>;
}

/** The first bytes of a workbook, which is a zip archive. */
const isArchive = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 4)).toString('hex') === '504b0304';

async function inWorkbook(bytes: Uint8Array): Promise<{ ways: Way[]; notices: string[] }> {
  const { rows, others } = await openWorkbook(bytes);
  const first = async () => {
    const top: TableRow[] = [];
    for await (const row of rows()) if (top.push(row) === ROWS_ABOVE) break;
    return top;
  };
  const left = others.map((name) => `“${name}”`).join(', ');
  return {
    ways: [{ separator: ',', first, rows }],
    notices: left ? [`Only the first sheet was read. Not used: ${left}.`] : [],
  };
}

function inText(bytes: Uint8Array): { ways: Way[]; notices: readonly string[] } {
  const { text: whole, notices } = decodeFile(bytes);
  const text = whole.replace(/^sep=.(\r\n|\n|\r)/i, '\n');
  const ways = SEPARATORS.map((separator) => ({
    separator,
    first: () => firstRows(text, separator),
    rows: () => tableRows(text, separator),
  }));
  return { ways, notices };
}

interface Found {
  readonly way: Way;
  readonly row: TableRow;
  readonly above: number;
}

/** The way in which the headings make most sense. */
async function bestWay(
  ways: readonly Way[],
  find: (cell: string) => string | undefined,
): Promise<Found | undefined> {
  let best: Found | undefined;
  for (const way of ways) {
    const first = await way.first();
    const row = headingRow(first, find);
    if (row && (!best || headingsIn(row, find) > headingsIn(best.row, find))) {
      best = { way, row, above: first.indexOf(row) };
    }
  }
  return best;
}

/** The first rows; where a quotation mark is left open further down, those before it. */
async function firstRows(text: string, separator: Separator): Promise<TableRow[]> {
  for (const lines of [50, 10, 5, 3, 2, 1]) {
    try {
      return await rowsIn(firstLines(text, lines), separator);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
    }
  }
  return [];
}

async function rowsIn(text: string, separator: Separator): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of tableRows(text, separator)) {
    if (rows.length < ROWS_ABOVE) rows.push(row);
  }
  return rows;
}

const LONGEST_START = 200_000;

function firstLines(text: string, count: number): string {
  const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  for (let seen = 0; seen < count && line.lastIndex < text.length; seen += 1) line.exec(text);
  return text.slice(0, Math.min(line.lastIndex, LONGEST_START));
}

async function* rowsBelow(
  found: Found,
  find: (cell: string) => string | undefined,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const row of found.way.rows()) {
    const isSecondHeading = row.line <= found.row.line + 1 && headingsIn(row, find) >= 3;
    if (row.line <= found.row.line || isSecondHeading) continue;
    count += 1;
    if (count > limits.rows)
      throw new FileRefused([
        `The file has more than ${limits.rows.toLocaleString('en-GB')} rows. Split it and upload the parts one after another.`,
      ]);
    yield row;
  }
}

const tooBig = ({ bytes }: TableLimits) =>
  `The file is larger than ${Math.floor(bytes / 1_000_000)} MB. Split it and upload the parts one after another.`;

function noHeadings(columns: Readonly<Record<string, ColumnNames>>): string {
  const needed = Object.values(columns)
    .filter(({ required }) => required)
    .map(({ heading }) => heading);
  return `No row of column headings was found. The first row should name the columns: ${needed.join(', ')}. The template has them all.`;
}

function ignoredNotice(ignored: readonly string[]): string[] {
  if (ignored.length === 0) return [];
  const shown = ignored
    .slice(0, 20)
    .map((name) => `“${name}”`)
    .join(', ');
  return [
    `Not used: ${ignored.length === 1 ? 'the column' : 'the columns'} ${shown}${ignored.length > 20 ? ' and more' : ''}.`,
  ];
}
