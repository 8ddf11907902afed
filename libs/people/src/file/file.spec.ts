import fc from 'fast-check';
import { csvFile, looksLikeFormula, withoutGuard } from './csv-writing';
import { decodeFile } from './decode';
import { type Separator, tableRows } from './table';
import { fromWindows1252 } from './windows-1252';

const read = async (text: string, separator: Separator) => {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of tableRows(text, separator)) rows.push(cells);
  return rows;
};

describe('files', () => {
  it('reads the upper half of Windows-1252, and refuses the five bytes that mean nothing', () => {
    expect(fromWindows1252(Buffer.from([0x80, 0x92, 0x96, 0xe9, 0x9f]))).toBe('€’–éŸ');
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d])
      expect(fromWindows1252(Buffer.from([byte]))).toBeUndefined();
  });

  it('reads each encoding as what it is', () => {
    const text = 'Siân,O’Shaughnessy\r\n';
    expect(decodeFile(Buffer.from(text))).toMatchObject({ text, encoding: 'UTF-8', notices: [] });
    expect(decodeFile(Buffer.from(`\uFEFF${text}`))).toMatchObject({ text, encoding: 'UTF-8' });
    expect(decodeFile(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatchObject({
      text,
      encoding: 'UTF-16',
    });
    expect(decodeFile(Buffer.from('Si\u00e2n,O\u0092Shaughnessy\r\n', 'latin1'))).toMatchObject({
      text,
      encoding: 'Windows-1252',
    });
    expect(decodeFile(Buffer.from('a,b\r\n\u001a'))).toMatchObject({ text: 'a,b\r\n' });
  });

  it('writes cells that no spreadsheet runs, and reads every one of them back', async () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          'a',
          '=',
          '+',
          '-',
          '@',
          '|',
          '%',
          "'",
          '"',
          ',',
          ';',
          '\t',
          ' ',
          '\n',
          'é',
          '1',
        ),
      }),
      fc.constantFrom(
        '=1+1',
        '+44 1632 960123',
        '-',
        '@x',
        '|cmd',
        '%0',
        '\t=1',
        ' =1',
        "'=1",
        "'quoted'",
        '"',
      ),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom<Separator>(',', ';', '\t'),
        async (table, separator) => {
          const filled = table.map((cells) => ['x', ...cells]);
          const { text } = decodeFile(csvFile(filled, separator));
          const written = await read(text, separator);
          expect(written.flat().filter(looksLikeFormula)).toEqual([]);
          const back = written.map((cells) =>
            cells.map((each, at) => (at === 0 ? each : withoutGuard(each))),
          );
          const meant = filled.map((cells) => cells.map((each) => withoutGuard(each)));
          expect(back).toEqual(meant);
        },
      ),
    );
  });

  it('counts rows as a spreadsheet does: blank ones, and those with line ends inside', async () => {
    const lines: number[] = [];
    for await (const { line } of tableRows('a\r\n\r\n"b\r\nb"\r\n ,\r\nc\n\rd', ','))
      lines.push(line);
    expect(lines).toEqual([1, 3, 5, 7]);
  });
});
