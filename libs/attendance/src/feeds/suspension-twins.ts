import { readCells, type RowToStore } from '@app/people';
import { type Places } from './feed';
import { keyOf } from './identity';
import { overlaps } from './overlaps';
import { type SuspensionCells, SUSPENSION_COLUMNS } from './suspension-columns';
import { markRepeats, rawKey } from './twins';

interface Span {
  readonly line: number;
  readonly row: SuspensionCells;
}

/** Marks rows that say the same again, and those of which a child cannot serve both. */
export function markSuspensionTwins(rows: readonly RowToStore[], places: Places): RowToStore[] {
  const earlier = new Map<string, Span[]>();
  const marked = markRepeats(rows, (row) => rawKey(row, places, ['category', 'startOn']));
  return marked.map((row) => {
    if (row.twin) return row;
    const { row: said } = readCells(SUSPENSION_COLUMNS, row.cells, places);
    const spans = earlier.get(keyOf(said)) ?? [];
    earlier.set(keyOf(said), [...spans, { line: row.line, row: said }]);
    const over = spans.find((span) => cross(span.row, said));
    return over ? { ...row, twin: { line: over.line, column: 'overlap' } } : row;
  });
}

function cross(a: SuspensionCells, b: SuspensionCells): boolean {
  const [one, other] = [a, b].map(({ category, startOn, endOn, outcome }) =>
    category && startOn
      ? { category, startOn, endOn: endOn ?? null, outcome: outcome ?? null }
      : undefined,
  );
  return Boolean(one && other && overlaps(one, other));
}
