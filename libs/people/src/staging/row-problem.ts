/** One thing wrong with a row: the column as the template names it, and what to type instead. */
export interface RowProblem {
  readonly column: string;
  readonly text: string;
  /** A short name of what is wrong, for counting. */
  readonly code?: string;
}
