import { looksLikeFormula } from '@app/people';

const NEEDS_QUOTES = /[",\r\n]/;

/** One cell of a CSV file: quoted where needed, and never a formula when a spreadsheet opens it. */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = looksLikeFormula(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file with its heading line, as UTF-8 with the mark that Excel looks for. */
export function csvFile(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  return `\uFEFF${[headings, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
