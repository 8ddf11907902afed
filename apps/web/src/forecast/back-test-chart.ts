import { type Score } from '@app/reporting';
import { percent } from './back-test-words';

const SIZE = { width: 360, height: 330, left: 44, right: 338, top: 14, bottom: 284 } as const;
/** Fewer forecasts than this stand in the table alone. */
const FEW = 5;
const LEAST = 4;
const MOST = 14;

/** What was said against what came, one dot for each band; all numbers are units of the drawing. */
export function reliabilityChart({ label, bands: all }: Score) {
  const bands = all.filter(({ count }) => count >= FEW);
  const { left, right, top, bottom } = SIZE;
  const x = (share: number) => round(left + share * (right - left));
  const y = (share: number) => round(bottom - share * (bottom - top));
  const most = Math.max(1, ...bands.map(({ count }) => count));
  return {
    ...SIZE,
    label,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      x: x(share),
      y: y(share),
      text: percent(share),
    })),
    line: bands.map(({ said, came }, at) => `${at ? 'L' : 'M'}${x(said)} ${y(came)}`).join(''),
    dots: bands.map(({ said, came, count }) => ({
      x: x(said),
      y: y(came),
      r: round(LEAST + (MOST - LEAST) * Math.sqrt(count / most)),
    })),
    sentence: bands
      .map(
        ({ said, came, count }) =>
          `Where about ${percent(said)} was said, ${percent(came)} of ${count} came true.`,
      )
      .join(' '),
  };
}

const round = (number: number) => Math.round(number * 10) / 10;
