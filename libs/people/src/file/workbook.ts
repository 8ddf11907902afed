import { setImmediate } from 'node:timers/promises';
import { dayOfSerial } from '../typed/typed-day';
import { FileRefused } from './file-refused';
import { type TableRow } from './table';
import { BadArchive, Zip } from './zip';

const MOST_BYTES = 150_000_000;
const ROWS_A_BREATH = 100;
const SAVE_AS =
  'Open it in your spreadsheet, choose “Save as”, then “CSV UTF-8 (comma delimited)”, and upload that file';

/** The first sheet of a workbook that can be seen. */
export interface Sheet {
  /** Sheets beside it that hold something and are not read. */
  readonly others: readonly string[];
  /** Its rows, blank ones left out but counted; dates as 2026-11-22. */
  readonly rows: () => AsyncGenerator<TableRow>;
}

/** Opens an Excel workbook (.xlsx). @throws FileRefused with what to do instead */
export async function openWorkbook(bytes: Uint8Array): Promise<Sheet> {
  try {
    return await firstSheet(new Zip(Buffer.from(bytes), MOST_BYTES));
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    throw new FileRefused([`This workbook cannot be opened: it may be damaged. ${SAVE_AS}.`]);
  }
}

async function firstSheet(zip: Zip): Promise<Sheet> {
  const [book, links] = await Promise.all([
    zip.text('xl/workbook.xml'),
    zip.text('xl/_rels/workbook.xml.rels'),
  ]);
  if (!book || !links) throw new FileRefused([`This archive is not a workbook. ${SAVE_AS}.`]);
  const seen = elements(book, 'sheet').filter(
    (sheet) => (attribute(sheet, 'state') ?? 'visible') === 'visible',
  );
  const [first, ...others] = seen;
  const xml = first && (await zip.text(targetOf(links, attribute(first, 'r:id') ?? '')));
  if (!first || !xml) throw new FileRefused([`The workbook has no sheet to read. ${SAVE_AS}.`]);
  const shared = elements((await zip.text('xl/sharedStrings.xml')) ?? '', 'si').map(textOf);
  const is1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book);
  const dates = dateStyles((await zip.text('xl/styles.xml')) ?? '');
  const day = (serial: number) => momentOf(serial + (is1904 ? 1_462 : 0));
  return {
    others: others.map((sheet) => plain(attribute(sheet, 'name') ?? '')),
    rows: () => rowsOf(xml, (cell) => valueOf(cell, { shared, dates, day })),
  };
}

async function* rowsOf(xml: string, read: (cell: string) => string): AsyncGenerator<TableRow> {
  const row = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
  let line = 0;
  for (let found = row.exec(xml), count = 1; found; found = row.exec(xml), count += 1) {
    line = Number(attribute(found[1] ?? '', 'r') ?? line + 1);
    if (count % ROWS_A_BREATH === 0) await setImmediate();
    const cells = cellsOf(found[2] ?? '', read);
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
  }
}

const MOST_COLUMNS = 1_000;

function cellsOf(row: string, read: (cell: string) => string): string[] {
  const cells: string[] = [];
  for (const cell of elements(row, 'c')) {
    const at = columnOf(attribute(cell, 'r')) ?? cells.length;
    if (at >= MOST_COLUMNS) continue;
    while (cells.length < at) cells.push('');
    cells[at] = read(cell);
  }
  return cells;
}

/** 'C7' stands in the third column. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1;
}

interface Reading {
  readonly shared: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly day: (serial: number) => string;
}

function valueOf(cell: string, { shared, dates, day }: Reading): string {
  const type = attribute(cell, 't');
  if (type === 'inlineStr') return textOf(cell);
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(cell)?.[1] ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== undefined && type !== 'n') return plain(value);
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return plain(value);
  return dates.has(Number(attribute(cell, 's') ?? 0)) ? day(number) : String(number);
}

/** Numbers of the built-in formats that show a date. */
const DATE_FORMATS = [14, 15, 16, 17, 22, ...Array.from({ length: 10 }, (_, n) => 27 + n)];

/** The cell styles whose numbers are days. */
function dateStyles(styles: string): Set<number> {
  const own = elements(styles, 'numFmt')
    .filter((format) => showsDay(plain(attribute(format, 'formatCode') ?? '')))
    .map((format) => Number(attribute(format, 'numFmtId')));
  const known = new Set([...DATE_FORMATS, ...own]);
  const cells = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  return new Set(
    elements(cells, 'xf').flatMap((style, at) =>
      known.has(Number(attribute(style, 'numFmtId'))) ? [at] : [],
    ),
  );
}

const showsDay = (format: string) => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** The day of a spreadsheet's number, with the time of day where there is one. */
function momentOf(serial: number): string {
  const day = dayOfSerial(serial);
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  if (!day || seconds === 0) return day ?? String(serial);
  return `${day}T${new Date(seconds * 1_000).toISOString().slice(11, 19)}`;
}

/** Every element of this name, with what stands in it. */
function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\b(?:[^>]*?/>|[^>]*>[\\s\\S]*?</${name}>)`, 'g')) ?? [];
}

function attribute(element: string, name: string): string | undefined {
  const head = element.slice(0, element.indexOf('>') + 1 || undefined);
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
}

function targetOf(links: string, id: string): string {
  const link = elements(links, 'Relationship').find((it) => attribute(it, 'Id') === id) ?? '';
  const target = attribute(link, 'Target') ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** All the text of an element, without the reading aid that East Asian cells carry. */
const textOf = (xml: string) =>
  elements(xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, ''), 't')
    .map((it) => plain(it.replace(/^<t\b[^>]*>|<\/t>$|^<t\b[^>]*\/>$/g, '')))
    .join('');

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const plain = (xml: string) =>
  xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[String(name)] ?? String(whole);
    const code = hex ? parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
