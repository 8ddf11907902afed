import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { isRecordId } from '../record-id';
import { type FileLayout, type ImportStatus, type RowStatus } from './import-file';
import { type RowProblem } from './row-problem';

/** How far a file is, for a page that shows it. */
export interface ImportProgress {
  readonly fileId: string;
  readonly kind: string;
  readonly status: ImportStatus;
  /** The status in words. */
  readonly words: string;
  readonly uploadedById: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly rowCount: number;
  /** Rows dealt with in this round, of how many. */
  readonly done: number;
  readonly of: number;
  readonly counts: Readonly<Record<RowStatus, number>>;
  readonly notices: readonly string[];
  readonly ignoredColumns: readonly string[];
}

/** One row of a file with what was found. */
export interface ImportedRow {
  /** The row’s number as a spreadsheet shows it. */
  readonly line: number;
  readonly status: RowStatus;
  /** 'Forename Surname' as typed, else the UPN; cut to what fits. */
  readonly name: string;
  readonly caseReference: string | null;
  readonly problems: readonly RowProblem[];
}

interface ProgressRow {
  fileId: string;
  kind: string;
  status: ImportStatus;
  uploadedById: string;
  uploadedBy: string;
  uploadedAt: Date;
  rowCount: number;
  rowsDone: number;
  layout: FileLayout;
  counts: Partial<Record<RowStatus, number>>;
}

/** Where files are read, and of which kinds. */
export interface Reading {
  readonly statements: Statements;
  readonly kinds: readonly string[];
}

/** How far one file of the authority is; undefined where there is none. */
export async function progressOf(
  { statements, kinds }: Reading,
  authority: string,
  fileId: string,
): Promise<ImportProgress | undefined> {
  if (!isRecordId(fileId)) return undefined;
  const rows = await statements.run<ProgressRow>('import.progress', PROGRESS_SQL, [
    authority,
    kinds,
    fileId,
  ]);
  return rows[0] && progressFrom(rows[0]);
}

/** The latest files of the authority, newest first. */
export async function recentFiles(
  { statements, kinds }: Reading,
  authority: string,
  limit: number,
): Promise<ImportProgress[]> {
  const rows = await statements.run<ProgressRow>('import.recent', RECENT_SQL, [
    authority,
    kinds,
    limit,
  ]);
  return rows.map(progressFrom);
}

function progressFrom({ layout, counts: found, rowsDone, ...row }: ProgressRow): ImportProgress {
  const counts = { waiting: 0, new: 0, same: 0, error: 0, done: 0, ...found };
  const isCommitting = row.status === 'committing';
  const isChecking = row.status === 'checking';
  return {
    ...row,
    words: WORDS[row.status],
    counts,
    done: isChecking ? row.rowCount - counts.waiting : isCommitting ? rowsDone : row.rowCount,
    of: isCommitting ? rowsDone + counts.new : row.rowCount,
    notices: layout.notices,
    ignoredColumns: layout.ignored,
  };
}

const WORDS: Readonly<Record<ImportStatus, string>> = {
  checking: 'Checking the rows',
  checked: 'Checked: nothing is added yet',
  committing: 'Adding the rows',
  done: 'Done',
  refused: 'Refused',
};

/** Rows of a file in their order, from below a line. */
export async function rowsOf(
  { statements, kinds }: Reading,
  actor: Actor,
  fileId: string,
  asked: { status?: RowStatus; remarked?: boolean; afterLine?: number; limit?: number },
): Promise<ImportedRow[]> {
  if (!isRecordId(fileId)) return [];
  const values = [
    actor.authority,
    kinds,
    fileId,
    asked.status ?? null,
    asked.afterLine ?? 0,
    asked.limit ?? 50,
    asked.remarked ?? false,
  ];
  const rows = await statements.run<RowRead>('import.rows', ROWS_SQL, values);
  return rows.map(({ cells, layout, ...row }) => ({ ...row, name: nameIn(cells, layout) }));
}

interface RowRead extends Omit<ImportedRow, 'name'> {
  cells: readonly string[];
  layout: FileLayout;
}

function nameIn(cells: readonly string[], { places }: FileLayout): string {
  const text = (...columns: readonly string[]) => {
    const at = columns.map((column) => places[column]).find((place) => place !== undefined);
    return (cells[at ?? -1] ?? '').trim();
  };
  const name = `${text('legalForename', 'forename')} ${text('legalSurname', 'surname')}`.trim();
  return (name || text('upn')).slice(0, 80);
}

const PROGRESS_COLUMNS = `
SELECT f.id AS "fileId", f.kind, f.status, f.uploaded_by AS "uploadedById", o.name AS "uploadedBy", f.uploaded_at AS "uploadedAt",
  f.row_count AS "rowCount", f.rows_done AS "rowsDone", f.headings AS layout,
  (SELECT coalesce(jsonb_object_agg(r.status, r.n), '{}') FROM
    (SELECT status, count(*) AS n FROM import_row WHERE file_id = f.id GROUP BY status) AS r) AS counts
FROM import_file f JOIN officer o ON o.id = f.uploaded_by
WHERE f.authority = $1 AND f.kind = ANY ($2::text[])`;

const PROGRESS_SQL = `${PROGRESS_COLUMNS} AND f.id = $3`;

const RECENT_SQL = `${PROGRESS_COLUMNS} ORDER BY f.uploaded_at DESC LIMIT $3`;

const ROWS_SQL = `
SELECT r.line, r.status, r.problems, r.raw -> 'cells' AS cells, f.headings AS layout, c.reference AS "caseReference"
FROM import_file f JOIN import_row r ON r.file_id = f.id LEFT JOIN send_case c ON c.id = r.case_id
WHERE f.authority = $1 AND f.kind = ANY ($2::text[]) AND f.id = $3 AND ($4::text IS NULL OR r.status = $4) AND r.line > $5
  AND (NOT $7::boolean OR r.problems <> '[]')
ORDER BY r.line LIMIT $6`;
