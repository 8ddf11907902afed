import { bare, type RowToStore } from '@app/people';
import { type Places } from './feed';

/** The cells that say what a row is about, made alike: the same thing has the same key. */
export function rawKey(row: RowToStore, places: Places, columns: readonly string[]): string {
  const text = (column: string) => bare(row.cells[places[column] ?? -1] ?? '');
  const who = text('upn') || ['surname', 'forename', 'dob'].map(text).join(' ');
  return [who, ...columns.map(text)].join('|');
}

/** Marks each row that an earlier one of the file is about the same thing as. */
export function markRepeats(
  rows: readonly RowToStore[],
  keyOf: (row: RowToStore) => string,
): RowToStore[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    const line = first.get(key);
    if (line === undefined) first.set(key, row.line);
    return line === undefined ? row : { ...row, twin: { line, column: 'same' } };
  });
}
