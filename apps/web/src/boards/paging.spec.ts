import { paged } from './paging';

describe('a long list', () => {
  const all = Array.from({ length: 450 }, (_, at) => at);
  const href = (from: string | undefined) => `/list${from ? `?from=${from}` : ''}`;

  it('is shown in pages that leave no row out and show none twice', () => {
    const pages = [0, 200, 400].map((from) => paged(all, from, 200, href));
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
    expect(pages.map(({ pager }) => pager.nextHref)).toEqual([
      '/list?from=200',
      '/list?from=400',
      undefined,
    ]);
    expect(pages.map(({ pager }) => pager.previousHref)).toEqual([
      undefined,
      '/list',
      '/list?from=200',
    ]);
    expect(pages[2]?.pager.words).toBe('Rows 401 to 450 of 450');
  });

  it('begins anew when the address asks for rows that are not there', () => {
    expect(paged(all, 9999, 200, href).pager.words).toBe('Rows 1 to 200 of 450');
    expect(paged([], 0, 200, href).pager.words).toBe('Rows 0 to 0 of 0');
  });
});
