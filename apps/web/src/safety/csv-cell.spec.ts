import { csvCell, csvFile } from './csv-cell';

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+44 1632', '-2', '@SUM(A1)', '|calc', '%x', '\t=1', '\uFEFF=1', ' =1'])(
    'is never a formula: %j',
    (value) => {
      expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps a number a number, and nothing nothing', () => {
    expect([csvCell(-3), csvCell(null), csvCell(undefined)]).toEqual(['-3', '', '']);
  });

  it('is quoted where a comma, a quote or a line end stands in it', () => {
    expect(csvFile(['Name'], [['O"Shea, Ann'], ['two\nlines']])).toBe(
      '\uFEFFName\r\n"O""Shea, Ann"\r\n"two\nlines"\r\n',
    );
  });
});
