import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { FileRefused } from './file-refused';

/** What stands between two cells. */
export type Separator = ',' | ';' | '\t';

const CHUNK = 16_384;
const LONGEST_ROW = 100_000;
const ROWS_A_BREATH = 100;

/** One row of a file: its number as a spreadsheet shows it, and its cells. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV text, blank ones left out but counted. It is read in pieces so that a long file
 * never holds up the pages of others. Throws FileRefused for an open quotation mark.
 */
export async function* tableRows(text: string, separator: Separator): AsyncGenerator<TableRow> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    }),
  );
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (line % ROWS_A_BREATH === 0) await setImmediate();
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
    }
  } catch (error) {
    throw whyUnread(error);
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

function whyUnread(error: unknown): unknown {
  const { code, records } = error as { code?: string; records?: number };
  if (!code?.startsWith('CSV_')) return error;
  return new FileRefused([
    `Row ${(records ?? 0) + 1} cannot be read: a quotation mark is opened and not closed. Close it, or take it out, and upload the file again.`,
  ]);
}
