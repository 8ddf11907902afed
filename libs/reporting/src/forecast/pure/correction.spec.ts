import { corrected, learnedCorrection } from './correction';
import { brierScore, type Judged } from './scoring';

/** Of so many for whom `chance` was said, the share for whom it came. */
const said = (chance: number, came: number, count = 50): Judged[] =>
  Array.from({ length: count }, (_, at) => ({ chance, happened: at < came * count }));

describe('what past forecasts teach', () => {
  it('lowers chances that were said too high, and keeps their order', () => {
    const judged = [...said(0.3, 0.1), ...said(0.7, 0.4), ...said(0.9, 0.6)];
    const correction = learnedCorrection(judged);
    const after = [0.3, 0.7, 0.9].map((chance) => corrected(chance, correction));
    expect(after[0]).toBeLessThan(0.2);
    expect(after[1]).toBeCloseTo(0.38, 1);
    expect(after).toEqual([...after].sort((a, b) => a - b));
    const again = judged.map((each) => ({ ...each, chance: corrected(each.chance, correction) }));
    expect(brierScore(again)).toBeLessThan(brierScore(judged) ?? 0);
  });

  it('leaves what was right nearly as it was', () => {
    const correction = learnedCorrection([...said(0.2, 0.2), ...said(0.5, 0.5), ...said(0.8, 0.8)]);
    for (const chance of [0.1, 0.5, 0.9])
      expect(Math.abs(corrected(chance, correction) - chance)).toBeLessThan(0.01);
  });

  it('never turns a higher chance into a lower one, whatever came', () => {
    const correction = learnedCorrection([...said(0.1, 0.9), ...said(0.9, 0.1)]);
    expect(corrected(0.2, correction)).toBeLessThan(corrected(0.8, correction));
  });

  it('says nothing of a few, and moves nothing that is certain', () => {
    expect(learnedCorrection(said(0.7, 0.3, 59))).toBeUndefined();
    const correction = learnedCorrection(said(0.7, 0.3, 100));
    expect([0, 1].map((chance) => corrected(chance, correction))).toEqual([0, 1]);
    expect(corrected(0.4, undefined)).toBe(0.4);
  });
});
