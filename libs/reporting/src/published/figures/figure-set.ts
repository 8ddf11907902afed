import { type Table } from '../published-tables';

/**
 * Rows of one kind and what each figure counts of them. Numbers and lists come from the same words, so that they
 * cannot differ.
 */
export interface FigureSet {
  readonly table: Table;
  /**
   * The last of these is `counted`, with `child_id` and, where there is one, `case_id`.
   * $1 authority, $2 first and $3 last day of the year, $4 survey day.
   */
  readonly rows: string;
  /** By column of the table: which of the rows are meant. */
  readonly counts: Readonly<Record<string, string>>;
}

/** Whether a day lies in the year. */
export const inYear = (day: string) => `${day} BETWEEN $2 AND $3`;

/** What every statement begins with: PostgreSQL wants to know what each of the four values is. */
export const ASKED = `WITH asked AS (SELECT $1::text AS authority, $2::date AS first_day, $3::date AS last_day, $4::date AS survey_day),`;
