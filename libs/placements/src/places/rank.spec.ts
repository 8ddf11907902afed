import { compareRank, type Rankable, whyBefore } from './rank';

const child = (reference: string, more: Partial<Rankable> = {}): Rankable => ({
  reference,
  score: 50,
  careStatus: 'none',
  hasSchool: true,
  nominatedOn: '2026-11-20',
  drawnNumber: 5,
  ...more,
});

describe('the waiting list', () => {
  it.each<[string, Rankable, string]>([
    ['a higher score comes first', child('B', { score: 51 }), 'higher score'],
    ['then a child in care', child('B', { careStatus: 'cla' }), 'in care or on a protection plan'],
    [
      'then a child on a protection plan',
      child('B', { careStatus: 'cp' }),
      'in care or on a protection plan',
    ],
    [
      'then a child without a secondary school',
      child('B', { hasSchool: false }),
      'no secondary school yet',
    ],
    ['then the earlier nomination', child('B', { nominatedOn: '2026-11-19' }), 'nominated earlier'],
    ['then the lower drawn number', child('B', { drawnNumber: 4 }), 'drawn by lot'],
  ])('%s', (_, first, why) => {
    const second = child('A');
    expect([second, first].sort(compareRank)).toEqual([first, second]);
    expect(whyBefore(first, second)).toBe(why);
  });

  it('puts a child without a score, or without a drawn number, last', () => {
    expect(compareRank(child('A', { score: null }), child('B', { score: 0 }))).toBeGreaterThan(0);
    expect(compareRank(child('A', { drawnNumber: null }), child('B'))).toBeGreaterThan(0);
  });

  it('never leaves two children on the same rank', () => {
    expect(compareRank(child('A'), child('B'))).toBeLessThan(0);
  });

  it('does not look at early help or at a social worker alone', () => {
    expect(
      compareRank(child('A', { careStatus: 'cin' }), child('B', { careStatus: 'none' })),
    ).toBeLessThan(0);
    expect(compareRank(child('B', { careStatus: 'cin' }), child('A'))).toBeGreaterThan(0);
  });
});
