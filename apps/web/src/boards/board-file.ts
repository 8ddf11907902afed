import { type WorkbookCell, writeWorkbook } from '@app/people';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type FastifyReply } from 'fastify';
import { one } from '../safety/one-value';
import { csvAnswer } from './boards-csv';

/** What a downloaded file holds; a day is a true date in a workbook and words in a CSV file. */
export interface BoardFile {
  /** Says what is in it and nothing about anybody. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
}

type FileCell = string | number | { readonly day: CalendarDay } | null | undefined;

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with a CSV file, or with an Excel workbook where the address asks for `file=xlsx`. */
export async function fileAnswer(
  reply: FastifyReply,
  query: unknown,
  { name, headings, rows }: BoardFile,
): Promise<string | Buffer> {
  if (one(query, 'file') !== 'xlsx')
    return csvAnswer(
      reply,
      name,
      headings,
      rows.map((row) => row.map(inWords)),
    );
  reply
    .header('content-type', WORKBOOK)
    .header('content-disposition', `attachment; filename="${name}.xlsx"`);
  const sheet = name.replaceAll('-', ' ').slice(0, 31);
  return writeWorkbook([{ name: sheet, headings, rows: rows.map((row) => row.map(inCell)) }]);
}

const isDay = (cell: FileCell): cell is { readonly day: CalendarDay } =>
  typeof cell === 'object' && cell !== null;
const inWords = (cell: FileCell) => (isDay(cell) ? plainDay(cell.day) : cell);
const inCell = (cell: FileCell): WorkbookCell => cell ?? null;

/** The two addresses of a download. */
export const fileHrefs = (csv: string) => ({
  downloadHref: csv,
  workbookHref: `${csv}${csv.includes('?') ? '&' : '?'}file=xlsx`,
});
