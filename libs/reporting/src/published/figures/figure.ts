import { type FigureName } from '../published-tables';

/** One published figure that is computed here from events and the register of plans. */
export interface Figure {
  readonly name: FigureName;
  readonly title: string;
  /** What is counted, in words. */
  readonly definition: string;
}

/** Figures of one table, each with its title and what it counts. */
export const figuresOf = (
  table: string,
  rows: Readonly<Record<string, readonly [title: string, definition: string]>>,
): Figure[] =>
  Object.entries(rows).map(([column, [title, definition]]) => ({
    name: `${table}.${column}` as FigureName,
    title,
    definition,
  }));
