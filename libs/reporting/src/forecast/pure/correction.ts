import { type Judged } from './scoring';

/** What past forecasts teach about new ones: by how much their odds are to be moved and stretched. */
export interface Correction {
  readonly shift: number;
  readonly slope: number;
}

/** Fewer forecasts than this whose end is known teach nothing. */
const ENOUGH_KNOWN = 60;
/** No correction counts as much as so much evidence: about twenty cases. */
const PULL = 4;
const ROUNDS = 25;
/** A higher chance is never turned into a lower one. */
const LEAST_SLOPE = 0.1;
const NEAREST = 0.005;

/** Fits the odds that were said to what came, drawn towards no correction; undefined where too few are known. */
export function learnedCorrection(judged: readonly Judged[]): Correction | undefined {
  if (judged.length < ENOUGH_KNOWN) return undefined;
  const points = judged.map(({ chance, happened }) => ({ x: oddsOf(chance), y: +happened }));
  let [shift, slope] = [0, 1];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [gShift, gSlope] = [-PULL * shift, -PULL * (slope - 1)];
    let [hShift, hBoth, hSlope] = [PULL, 0, PULL];
    for (const { x, y } of points) {
      const said = chanceOf(shift + slope * x);
      const weight = said * (1 - said);
      gShift += y - said;
      gSlope += (y - said) * x;
      hShift += weight;
      hBoth += weight * x;
      hSlope += weight * x * x;
    }
    const size = hShift * hSlope - hBoth * hBoth;
    shift += (hSlope * gShift - hBoth * gSlope) / size;
    slope += (hShift * gSlope - hBoth * gShift) / size;
  }
  return { shift, slope: Math.max(LEAST_SLOPE, slope) };
}

/** The chance as past forecasts correct it. What is certain stays so. */
export function corrected(chance: number, correction: Correction | undefined): number {
  if (!correction || chance <= 0 || chance >= 1) return chance;
  return chanceOf(correction.shift + correction.slope * Math.log(chance / (1 - chance)));
}

function oddsOf(chance: number): number {
  const within = Math.min(1 - NEAREST, Math.max(NEAREST, chance));
  return Math.log(within / (1 - within));
}

const chanceOf = (odds: number) => 1 / (1 + Math.exp(-odds));
