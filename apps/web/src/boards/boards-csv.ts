import { type FastifyReply } from 'fastify';
import { csvFile } from '../safety/csv-cell';

type Cell = string | number | null | undefined;

/** Answers with a file; its name says what is in it and nothing about anybody. */
export function csvAnswer(
  reply: FastifyReply,
  name: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvFile(headings, rows);
}
