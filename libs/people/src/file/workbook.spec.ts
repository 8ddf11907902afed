import { aWorkbook, zipped } from '../../../../test/support/a-workbook';
import { FileRefused } from './file-refused';
import { openTable } from './open-table';
import { openWorkbook } from './workbook';
import { BadArchive, Zip } from './zip';

const rowsOf = async (bytes: Buffer) => {
  const rows: (readonly [number, readonly string[]])[] = [];
  for await (const { line, cells } of (await openWorkbook(bytes)).rows()) rows.push([line, cells]);
  return rows;
};
const refusal = async (bytes: Buffer) =>
  openWorkbook(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof FileRefused ? error.reasons.join(' ') : String(error)),
  );

describe('a workbook', () => {
  it('gives its cells as people see them: days as days, numbers as typed, blank rows counted', async () => {
    const book = aWorkbook([
      ['UPN', 'Surname', 'Date', 'Sessions'],
      [],
      ['B801200005001', ' O’Shea & “Sons” <1', { serial: 46_346 }, 2.5],
      ['', '8992001', { serial: 46_346.5 }],
    ]);
    expect(await rowsOf(book)).toEqual([
      [1, ['UPN', 'Surname', 'Date', 'Sessions']],
      [3, ['B801200005001', ' O’Shea & “Sons” <1', '2026-11-20', '2.5']],
      [4, ['', '8992001', '2026-11-20T12:00:00']],
    ]);
  });

  it('is found by its bytes, and its headings as those of any file', async () => {
    const column = (heading: string) => ({ heading, required: true, alsoCalled: [] });
    const table = await openTable(
      aWorkbook([['Autumn term'], ['Code', 'UPN', 'Day'], ['/', 'B801200005001', 'x']]),
      { upn: column('UPN'), day: column('Day'), code: column('Code') },
      { bytes: 1e6, rows: 10 },
    );
    expect([...table.headings.at]).toEqual([
      ['code', 0],
      ['upn', 1],
      ['day', 2],
    ]);
    expect(table.notices).toEqual([
      'The headings were found in row 2; what stands above them was left out.',
    ]);
  });

  it('is refused in words when it is damaged, holds no sheet, or unpacks beyond any limit', async () => {
    const whole = aWorkbook([['UPN']]);
    expect(await refusal(whole.subarray(0, 200))).toContain('may be damaged');
    expect(await refusal(Buffer.concat([whole.subarray(0, 60), whole.subarray(90)]))).toContain(
      'may be damaged',
    );
    expect(await refusal(zipped({ 'word/document.xml': '<w/>' }))).toContain('not a workbook');
    const empty = { 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '<x/>' };
    expect(await refusal(zipped(empty))).toContain('no sheet to read');
    const bomb = new Zip(zipped({ big: ' '.repeat(1_000_001) }), 1_000_000);
    await expect(bomb.text('big')).rejects.toThrow(BadArchive);
  });
});
