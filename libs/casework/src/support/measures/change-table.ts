import { type CalendarDay } from '@app/statutory-calendar';
import { type MeasuredValue, type Point, POINTS } from './measure-details';

/** One measure as it was recorded. */
export interface MeasureRow {
  readonly instrument: string;
  readonly point: Point;
  readonly answeredBy: string;
  readonly answers: readonly MeasuredValue[];
  readonly onDay: CalendarDay;
}

/** One line of the table of change: what, whose answer, the value at each point, and how far it has moved. */
export interface ChangeLine {
  readonly instrument: string;
  readonly name: string;
  readonly answeredBy: string;
  readonly at: Readonly<Partial<Record<Point, number>>>;
  /** From the baseline to the latest point after it; undefined until there are two. */
  readonly change: number | undefined;
}

/** What has changed since the baseline. Of two answers for one point the later counts. Pure. */
export function changeTable(rows: readonly MeasureRow[]): ChangeLine[] {
  const lines = new Map<string, ChangeLine>();
  for (const row of [...rows].sort((a, b) => a.onDay.localeCompare(b.onDay)))
    for (const { name, value } of row.answers) {
      const { instrument, answeredBy, point } = row;
      const key = JSON.stringify([instrument, name, answeredBy]);
      const at = { ...lines.get(key)?.at, [point]: value };
      lines.set(key, { instrument, name, answeredBy, at, change: changeIn(at) });
    }
  return [...lines.values()];
}

function changeIn(at: ChangeLine['at']): number | undefined {
  const later = (Object.keys(POINTS) as Point[])
    .filter((point) => point !== 'baseline')
    .flatMap((point) => at[point] ?? []);
  const last = later.at(-1);
  if (at.baseline === undefined || last === undefined) return undefined;
  return Math.round((last - at.baseline) * 1000) / 1000;
}
