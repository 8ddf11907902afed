import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a made workbook: text, a number, or a day as spreadsheets number them. */
export type WorkbookCell = string | number | { readonly serial: number };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An Excel workbook with one sheet, as spreadsheets write it. */
export function aWorkbook(rows: readonly (readonly WorkbookCell[])[]): Buffer {
  const texts: string[] = [];
  const sheet = rows.map((cells, at) => rowOf(cells, at + 1, texts)).join('');
  const shared = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return zipped({
    'xl/workbook.xml': `${HEAD}<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst>${shared.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

function rowOf(cells: readonly WorkbookCell[], line: number, texts: string[]): string {
  const inner = cells.map((cell, at) => {
    const place = `r="${String.fromCharCode(65 + at)}${line}"`;
    if (cell === '') return '';
    if (typeof cell === 'string') return `<c ${place} t="s"><v>${texts.push(cell) - 1}</v></c>`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    return `<c ${place} s="1"><v>${cell.serial}</v></c>`;
  });
  return cells.length ? `<row r="${line}">${inner.join('')}</row>` : '';
}

/** A zip archive of these parts. */
export function zipped(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const whole = Buffer.from(text);
    const packed = deflateRawSync(whole);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(whole), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(whole.length, 18);
    const size = Buffer.alloc(4);
    size.writeUInt16LE(Buffer.byteLength(name));
    const body = Buffer.concat([signed('PK\u0003\u0004'), facts, size, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([
        signed('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        facts,
        size,
        tail,
        Buffer.from(name),
      ]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, signed('PK\u0005\u0006'), end]);
}

const signed = (signature: string) => Buffer.from(signature, 'latin1');
