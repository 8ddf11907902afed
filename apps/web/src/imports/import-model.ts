import { type ImportedRow, type ImportProgress } from '@app/people';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** So many rows of a kind stand on the page; the files have all. */
export const ROWS_SHOWN = 50;

/** A file in a list and at the head of its page. */
export function fileModel(file: ImportProgress) {
  const { fileId, status, words, uploadedBy, uploadedAt, rowCount, counts, done, of } = file;
  return {
    fileId,
    href: paths.import.file(fileId),
    status,
    words,
    uploadedBy,
    when: `${plainDay(londonDay(uploadedAt))}, ${londonTime(uploadedAt)}`,
    rowCount,
    counts,
    done,
    of,
    isRunning: status === 'checking' || status === 'committing',
    notices: file.notices,
    ignored: file.ignoredColumns,
    gist: gistOf(file),
  };
}

/** What became of a file, in a sentence. */
function gistOf({ status, counts, rowCount, done, of }: ImportProgress): string {
  const rows = rowCount === 1 ? '1 row' : `${rowCount} rows`;
  if (status === 'checking') return `${done} of ${of} rows checked`;
  if (status === 'committing') return `${done} of ${of} children added`;
  const parts = [
    status === 'done' ? said(counts.done, 'added') : said(counts.new, 'to add'),
    said(counts.same, 'known already'),
    said(counts.error, 'to fix'),
  ].filter(Boolean);
  return `${rows}: ${parts.join(', ') || 'nothing to add'}`;
}

const said = (count: number, words: string) => (count ? `${count} ${words}` : '');

/** A row that must be fixed, or that was added. */
export function rowModel({ line, name, caseReference, problems }: ImportedRow) {
  return {
    line,
    name: name || 'No name',
    reference: caseReference,
    href: caseReference ? paths.case(caseReference) : undefined,
    problems: problems.map(({ column, text }) => ({ column, text })),
  };
}
