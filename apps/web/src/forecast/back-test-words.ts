import { type BackTest, ENOUGH, type Score } from '@app/reporting';

/** The dates in law that are looked back at, and whose cases these are. */
export const TESTS: Readonly<Record<BackTest['key'], { title: string; cases: string }>> = {
  assessments: {
    title: 'Final plan within 20 weeks',
    cases: 'Assessments that were open in that week.',
  },
  reviews: {
    title: 'Review concluded within 12 months',
    cases: 'Reviews that were open so long before their last day.',
  },
  decisions: {
    title: 'Decision within 4 weeks of the meeting',
    cases: 'Reviews whose meeting was held and that were not decided yet.',
  },
  plans: {
    title: 'Changed plan within 12 weeks of the meeting',
    cases: 'Reviews that had decided to change the plan, and the plan was not sent yet.',
  },
};

/** Further off than this, on average, is said aloud. */
const FAR_OFF = 0.1;

/** What the scores of one landmark mean, plainly; a bad forecast says so. */
export function verdictOf({ count, brier, baseRate, rule }: Score): {
  kind: string;
  text: string;
  more?: string;
} {
  if (count < ENOUGH || brier === null)
    return { kind: 'waiting', text: `Too few to judge: ${count} so far` };
  if (brier >= (baseRate ?? 1))
    return {
      kind: 'breached',
      text: 'Do not rely on it',
      more: 'No better than saying the usual share each time.',
    };
  if (brier >= (rule ?? 1))
    return {
      kind: 'at_risk',
      text: 'Of some use',
      more: 'Better than the usual share, no better than counting the days left.',
    };
  return { kind: 'met', text: 'Better than both simple rules' };
}

/** Which way it was off; undefined where it was close. */
export function biasOf({ count, happened, gap, bands }: Score): string | undefined {
  if (count < ENOUGH || gap === null || gap <= FAR_OFF) return undefined;
  const said = bands.reduce((sum, band) => sum + band.said * band.count, 0) / count;
  const came = happened / count;
  const off = `On average what was said and what came lie ${Math.round(gap * 100)} in 100 apart.`;
  if (Math.abs(said - came) < FAR_OFF / 2) return off;
  return `${off} It said a breach ${said > came ? 'too often' : 'too seldom'}: ${percent(said)} said, ${percent(came)} came.`;
}

/** A score as it is written: three decimals, or a dash in words. */
export const scoreWords = (score: number | null) => (score === null ? 'None' : score.toFixed(3));

/** A share in whole per cent. */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The score after correction, and of the same forecasts before it. */
export function correctedWords({ corrected }: Score): { brier: string; beside?: string } {
  if (!corrected) return { brier: 'None' };
  const { count, brier, plain } = corrected;
  return { brier: scoreWords(brier), beside: `was ${scoreWords(plain)}, of ${count}` };
}
