import { brierScore, meanGap, reliability } from './scoring';

const judged = (chance: number, happened: boolean) => ({ chance, happened });

describe('the score of forecasts', () => {
  it('is the mean squared distance', () => {
    expect(brierScore([judged(1, true), judged(0, false)])).toBe(0);
    expect(brierScore([judged(0.5, true), judged(0.5, false)])).toBe(0.25);
    expect(brierScore([judged(0.8, true), judged(0.3, true), judged(0.1, false)])).toBeCloseTo(
      (0.04 + 0.49 + 0.01) / 3,
    );
    expect(brierScore([])).toBeNull();
  });

  it('puts each forecast into one band, certainty too', () => {
    const bands = reliability([judged(0.72, true), judged(0.78, false), judged(1, true)]);
    expect(bands).toEqual([
      { from: 0.7, to: 0.8, count: 2, said: 0.75, came: 0.5 },
      { from: 0.9, to: 1, count: 1, said: 1, came: 1 },
    ]);
    expect(meanGap(bands)).toBeCloseTo((2 * 0.25) / 3);
    expect(meanGap([])).toBeNull();
  });
});
