import { collectionOf, collectionOn } from './collection';

describe('the collection of a year', () => {
  it.each([
    [2023, '2023-01-19'],
    [2024, '2024-01-18'],
    [2025, '2025-01-16'],
    [2026, '2026-01-15'],
    [2027, '2027-01-21'],
  ])('%d has its survey day on the third Thursday of January: %s', (year, census) => {
    expect(collectionOf(year).census).toBe(census);
  });

  it('is about the calendar year before', () => {
    expect(collectionOf(2026)).toMatchObject({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('is prepared from July of the year before', () => {
    expect(collectionOn('2026-06-30').year).toBe(2026);
    expect(collectionOn('2026-07-01').year).toBe(2027);
    expect(collectionOn('2027-03-01').year).toBe(2027);
  });
});
