import { openWorkbook } from './workbook';
import { writeWorkbook } from './workbook-writing';

it('writes a workbook whose days are days, and whose text is never a formula', async () => {
  const book = await writeWorkbook([
    {
      name: 'Assessments',
      headings: ['Reference', 'Due', 'Days left', 'Note'],
      rows: [
        ['EHC-26-00012', { day: '2026-05-25' }, -3, '=1+1 & “more” <b>'],
        ['EHC-26-00013', null, 12.5, ''],
      ],
    },
    { name: 'Meanings', headings: ['Figure'], rows: [['Open assessments']] },
  ]);
  const { rows, others } = await openWorkbook(book);
  const read: (readonly string[])[] = [];
  for await (const { cells } of rows()) read.push(cells);
  expect(read).toEqual([
    ['Reference', 'Due', 'Days left', 'Note'],
    ['EHC-26-00012', '2026-05-25', '-3', '=1+1 & “more” <b>'],
    ['EHC-26-00013', '', '12.5'],
  ]);
  expect(others).toEqual(['Meanings']);
});
