import { type Separator } from './table';

/** What a spreadsheet takes for a formula at the start of a cell, with anything invisible before it. */
const FORMULA = /^[\uFEFF\p{Cc}\s]*[=+\-@|%]/u;

/** Whether a spreadsheet would run this cell instead of showing it. */
export const looksLikeFormula = (cell: string) => FORMULA.test(cell);

/** Takes off the apostrophe that `csvFile` put before a formula. */
export const withoutGuard = (cell: string) =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;

/** A CSV file in UTF-8 that spreadsheets open as text: formulas are held back by an apostrophe. */
export function csvFile(rows: readonly (readonly string[])[], separator: Separator = ','): Buffer {
  const lines = rows.map((cells) =>
    cells.map((cell) => quotedCell(guarded(cell), separator)).join(separator),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

const guarded = (cell: string) => (looksLikeFormula(cell) ? `'${cell}` : cell);

const quotedCell = (cell: string, separator: Separator) =>
  /["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
