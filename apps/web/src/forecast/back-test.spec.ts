import { type Score } from '@app/reporting';
import { reliabilityChart } from './back-test-chart';
import { biasOf, correctedWords, verdictOf } from './back-test-words';

const band = (said: number, came: number, count: number) => ({
  ...{ from: Math.floor(said * 10) / 10, to: Math.floor(said * 10) / 10 + 0.1 },
  ...{ said, came, count },
});
const score = (more: Partial<Score> = {}): Score => ({
  landmark: '10',
  label: 'In week 10',
  count: 100,
  happened: 50,
  brier: 0.1,
  baseRate: 0.25,
  rule: 0.3,
  gap: 0.04,
  bands: [band(0.25, 0.25, 50), band(0.75, 0.75, 50)],
  corrected: null,
  ...more,
});

describe('what the scores of past forecasts mean', () => {
  it('is said plainly where the forecast was no better than the usual share', () => {
    expect(verdictOf(score({ brier: 0.26 }))).toMatchObject({ kind: 'breached' });
    expect(verdictOf(score({ brier: 0.26 })).text).toContain('Do not rely on it');
    expect(verdictOf(score({ brier: 0.2, rule: 0.15 }))).toMatchObject({ kind: 'at_risk' });
    expect(verdictOf(score())).toEqual({ kind: 'met', text: 'Better than both simple rules' });
    expect(verdictOf(score({ count: 29 })).text).toBe('Too few to judge: 29 so far');
  });

  it('says which way it was off, where it was far off', () => {
    const bands = [band(0.9, 0.5, 100)];
    expect(biasOf(score({ gap: 0.4, bands }))).toBe(
      'On average what was said and what came lie 40 in 100 apart. It said a breach too often: 90% said, 50% came.',
    );
    expect(biasOf(score())).toBeUndefined();
  });
});

describe('the score after correction', () => {
  it('stands beside that of the same forecasts before it, or says that there is none', () => {
    expect(correctedWords(score())).toEqual({ brier: 'None' });
    const corrected = { count: 40, brier: 0.1, plain: 0.12 };
    expect(correctedWords(score({ corrected }))).toEqual({
      brier: '0.100',
      beside: 'was 0.120, of 40',
    });
  });
});

describe('the drawing of what was said against what came', () => {
  it('puts what came true as often as said on the line, and the larger group in the larger dot', () => {
    const chart = reliabilityChart(score({ bands: [band(0.25, 0.25, 20), band(0.5, 0.1, 80)] }));
    const [even, below] = chart.dots;
    const height = (x: number) =>
      chart.bottom - ((x - chart.left) / (chart.right - chart.left)) * (chart.bottom - chart.top);
    expect(even?.y).toBeCloseTo(height(even?.x ?? 0), 0);
    expect(below?.y).toBeGreaterThan(height(below?.x ?? 0));
    expect(below?.r).toBeGreaterThan(even?.r ?? 0);
    expect(chart.sentence).toContain('Where about 50% was said, 10% of 80 came true.');
  });

  it('leaves a handful of forecasts to the table', () => {
    expect(reliabilityChart(score({ bands: [band(0.5, 1, 2)] })).dots).toEqual([]);
  });
});
