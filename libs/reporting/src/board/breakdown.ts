import { countsOf, type StatusCounts } from './board-figures';
import { WAITS } from './board-filter';
import { compared } from './judged';
import { type StandingAssessment } from './open-assessment';

/** What a board can be broken down by. A person is never the cause of a delay, so there is none here. */
export const BREAKDOWNS = {
  waits: 'What holds them',
  team: 'Team',
  area: 'Area',
} as const;
export type BreakdownKey = keyof typeof BREAKDOWNS;

/** One line of a breakdown; `key` is the value of the filter that opens its cases. */
interface BreakdownLine extends StatusCounts {
  readonly key: string;
  readonly label: string;
}

type Place = readonly [key: string, label: string];

const PLACES: Readonly<Record<BreakdownKey, (it: StandingAssessment) => readonly Place[]>> = {
  waits: ({ waitsFor }) => [...new Set(waitsFor)].map((key) => [key, WAITS[key]]),
  team: ({ teamId, teamName }) => [[teamId ?? 'none', teamName ?? 'No team']],
  area: ({ area }) => [[area ?? 'none', area ?? 'No school, or no postcode']],
};

/** Counts by service or step, team or area, the one with most that are late or at risk first. An assessment that waits for two counts in both. */
export function breakdown(open: readonly StandingAssessment[], by: BreakdownKey): BreakdownLine[] {
  const lines = new Map<string, { label: string; cases: StandingAssessment[] }>();
  for (const it of open)
    for (const [key, label] of PLACES[by](it)) {
      const line = lines.get(key) ?? { label, cases: [] };
      line.cases.push(it);
      lines.set(key, line);
    }
  return [...lines]
    .map(([key, { label, cases }]) => ({ key, label, ...countsOf(cases) }))
    .sort(
      (a, b) =>
        b.breached - a.breached ||
        b.at_risk - a.at_risk ||
        b.open - a.open ||
        compared(a.label, b.label),
    );
}
