/** A chance that was given, and what happened. */
export interface Judged {
  readonly chance: number;
  readonly happened: boolean;
}

/** One band of the reliability curve. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean of the chances given, and the share that happened. */
  readonly said: number;
  readonly came: number;
}

/** Mean squared distance between what was said and what came: 0 is perfect, and saying ½ each time scores 0.25. Null of nothing. */
export function brierScore(judged: readonly Judged[]): number | null {
  if (!judged.length) return null;
  return mean(judged.map(({ chance, happened }) => (chance - +happened) ** 2));
}

/** The chances in bands of equal width; bands with nothing in them are left out. */
export function reliability(judged: readonly Judged[], bands = 10): Band[] {
  return Array.from({ length: bands }, (_, at) => ({ from: at / bands, to: (at + 1) / bands }))
    .map((band, at) => ({
      ...band,
      in: judged.filter(({ chance }) => Math.min(bands - 1, Math.floor(chance * bands)) === at),
    }))
    .filter((band) => band.in.length > 0)
    .map(({ from, to, in: within }) => ({
      from,
      to,
      count: within.length,
      said: mean(within.map(({ chance }) => chance)),
      came: mean(within.map(({ happened }) => +happened)),
    }));
}

/** How far what was said lies from what came, on average over the cases. Null of nothing. */
export function meanGap(bands: readonly Band[]): number | null {
  const count = bands.reduce((sum, band) => sum + band.count, 0);
  if (!count) return null;
  return (
    bands.reduce((sum, { said, came, count: n }) => sum + n * Math.abs(said - came), 0) / count
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
