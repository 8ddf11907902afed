import { inflateRawSync } from 'node:zlib';

/** What a cell is: text, a number, a true date, or nothing. */
export type SheetCell = string | number | { readonly day: string } | null;

/** The sheets of a workbook by name, their cells by what they are: read by its parts, as any program would. */
export function sheetsIn(bytes: Buffer): Map<string, SheetCell[][]> {
  const parts = partsOf(bytes);
  const dates = dateStyles(parts.get('xl/styles.xml') ?? '');
  const texts = elements(parts.get('xl/sharedStrings.xml') ?? '', 'si').map(textOf);
  const links = new Map(
    elements(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((link) => [
      attribute(link, 'Id'),
      attribute(link, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = elements(parts.get('xl/workbook.xml') ?? '', 'sheet').map(
    (sheet): [string, SheetCell[][]] => {
      const xml = parts.get(links.get(attribute(sheet, 'r:id')) ?? '') ?? '';
      const rows = elements(xml, 'row').map((row) => cellsOf(row, texts, dates));
      const width = Math.max(...rows.map((row) => row.length));
      return [
        attribute(sheet, 'name'),
        rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]),
      ];
    },
  );
  return new Map(sheets);
}

function cellsOf(row: string, texts: readonly string[], dates: ReadonlySet<number>): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const cell of elements(row, 'c')) {
    const letters = attribute(cell, 'r').replace(/\d/g, '');
    const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < at) cells.push(null);
    cells[at] = valueOf(cell, texts, dates);
  }
  return cells;
}

function valueOf(cell: string, texts: readonly string[], dates: ReadonlySet<number>): SheetCell {
  const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1];
  const type = attribute(cell, 't');
  if (type === 's') return texts[Number(value)] ?? null;
  if (type === 'inlineStr') return textOf(cell);
  if (type === 'str') return plain(value ?? '');
  if (value === undefined) return null;
  return dates.has(Number(attribute(cell, 's')))
    ? { day: new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10) }
    : Number(value);
}

function dateStyles(styles: string): Set<number> {
  const formats = new Set(
    elements(styles, 'numFmt')
      .filter((format) => /yy/.test(attribute(format, 'formatCode')))
      .map((format) => attribute(format, 'numFmtId')),
  );
  const cells = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  return new Set(
    elements(cells, 'xf').flatMap((style, at) =>
      formats.has(attribute(style, 'numFmtId')) || attribute(style, 'numFmtId') === '14'
        ? [at]
        : [],
    ),
  );
}

const elements = (xml: string, name: string) =>
  xml.match(new RegExp(`<${name}\\b(?:[^>]*?/>|[^>]*>[\\s\\S]*?</${name}>)`, 'g')) ?? [];
const attribute = (element: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(element.slice(0, element.indexOf('>') + 1))?.[1] ?? '';
const textOf = (xml: string) =>
  elements(xml, 't')
    .map((it) => plain(it.replace(/^<t\b[^>]*>|<\/t>$|^<t\b[^>]*\/>$/g, '')))
    .join('');
const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The parts of a zip archive, found from its directory. */
function partsOf(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((off) => bytes.readUInt16LE(at + off));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize!);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const isPacked = bytes.readUInt16LE(at + 10) === 8;
    parts.set(name, (isPacked ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameSize! + extraSize! + noteSize!;
  }
  return parts;
}
