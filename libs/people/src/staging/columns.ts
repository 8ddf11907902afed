import { type ColumnNames } from '../file/headings';
import { readCell } from '../typed/cells';
import { type Reader } from '../typed/reading';
import { type RowProblem } from './row-problem';

/** A column of a kind of file: its names, and how a cell of it is read. */
export interface Column<T> extends ColumnNames {
  readonly read: Reader<T>;
  /** What to say when a cell that must be filled in is blank. */
  readonly whenBlank?: string;
}

type Read<C> = C extends Column<infer T> ? T : never;
type Columns = Readonly<Record<string, Column<unknown>>>;

/** What the cells of one row say; what was blank or wrong is not there. */
export type CellsOf<C extends Columns> = { -readonly [K in keyof C]?: Read<C[K]> };

/** A column that a file must have, and whose cells are filled in. */
export const needed = <T>(
  heading: string,
  read: Reader<T>,
  whenBlank: string,
  ...alsoCalled: string[]
): Column<T> => ({ heading, read, whenBlank, alsoCalled, required: true });

/** A column that a file may have. */
export const optional = <T>(
  heading: string,
  read: Reader<T>,
  ...alsoCalled: string[]
): Column<T> => ({ heading, read, alsoCalled, required: false });

/** Reads the cells of one row, and says what is wrong with each. */
export function readCells<C extends Columns>(
  columns: C,
  cells: readonly string[],
  places: Readonly<Partial<Record<string, number>>>,
): { readonly row: CellsOf<C>; readonly problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const row: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(columns)) {
    const { value, problem } = readColumn(column, cells[places[key] ?? -1]);
    if (problem) problems.push({ column: column.heading, text: problem });
    if (value !== undefined) row[key] = value;
  }
  return { row: row as CellsOf<C>, problems };
}

function readColumn(
  { read, whenBlank }: Column<unknown>,
  raw: string | undefined,
): { value?: unknown; problem?: string } {
  const cell = readCell(raw);
  if ('problem' in cell) return cell;
  if (cell.value === '') return whenBlank ? { problem: whenBlank } : {};
  return read(cell.value);
}

/** What to say of a row with more cells than there are headings. */
export function extraCells(cells: readonly string[], headings: number): RowProblem[] {
  if (cells.slice(headings).every((cell) => cell.trim() === '')) return [];
  const text = `The row has ${cells.length} cells and there are ${headings} headings. A comma or semicolon inside a cell splits it: put quotation marks around that cell`;
  return [{ column: 'Whole row', text }];
}
