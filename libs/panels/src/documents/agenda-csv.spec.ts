import { parse } from 'csv-parse/sync';
import { aPack, anItem } from '../../../../test/support/papers/a-pack';
import { agendaCsv } from './agenda-csv';

const read = (pack = aPack()) =>
  parse<Record<string, string>>(agendaCsv(pack), { bom: true, columns: true });

describe('an agenda for a spreadsheet', () => {
  it('has a row for each item of this reader, with the reason and whose copy it is', () => {
    const rows = read();
    expect(rows.map(({ Number: number, About }) => `${number} ${About}`)).toEqual([
      '3 Ava Thornbury',
      '7 Hollin Bank Academy',
    ]);
    expect(rows[0]).toMatchObject({
      Starts: '2:06pm',
      School: 'Ashgrove High',
      Score: '52',
      Copy: 'Siân Brannigan-Łuczak, 12 January 2027 2:12pm',
    });
    expect(rows[0]?.Why).toContain('3 suspensions in 6 school weeks, 3 suspensions, 6.5 days');
    expect(rows[1]?.['Late because']).toBe('the head rang on Tuesday');
  });

  it('lets no spreadsheet run a name', () => {
    const item = anItem({ kind: '=HYPERLINK("http://example.test")' });
    expect(read(aPack({ items: [item] }))[0]?.Kind).toBe(`'${item.kind}`);
  });
});
