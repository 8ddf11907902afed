import { type Runner } from '@app/database';
import { type Separator } from '../file/table';
import { type RowProblem } from './row-problem';

export type ImportStatus = 'checking' | 'checked' | 'committing' | 'done' | 'refused';
export type RowStatus = 'waiting' | 'new' | 'same' | 'error' | 'done';

/** What `import_file.headings` keeps: how to read the rows again and write them out again. */
export interface FileLayout {
  readonly names: readonly string[];
  readonly places: Readonly<Partial<Record<string, number>>>;
  readonly separator: Separator;
  readonly notices: readonly string[];
  readonly ignored: readonly string[];
  /** The officer who confirmed, once somebody has. */
  readonly confirmedBy?: string;
}

/** What `import_row.raw` keeps: the cells as they came, and an earlier row about the same child. */
export interface RawRow {
  readonly cells: readonly string[];
  readonly twin?: { readonly line: number; readonly column: string };
}

/** A stored file, held so that two workers never take the same rows. */
export interface ImportFileRow {
  readonly id: string;
  readonly kind: string;
  readonly authority: string;
  readonly hash: string;
  readonly status: ImportStatus;
  readonly layout: FileLayout;
  readonly uploadedAt: Date;
  readonly uploaderRoles: readonly string[];
}

/** A stored row still to be dealt with. */
export interface StoredRow {
  readonly line: number;
  readonly raw: RawRow;
}

/** What has become of a row. */
export interface Outcome {
  readonly line: number;
  readonly status: RowStatus;
  readonly problems?: readonly RowProblem[];
  readonly caseId?: string;
}

/** Rows dealt with in one short transaction. */
const BATCH = 200;

/** Locks the file until the transaction ends. */
export async function lockFile(tx: Runner, fileId: string): Promise<ImportFileRow | undefined> {
  const rows = await tx.run<ImportFileRow>('import.lock', LOCK_SQL, [fileId]);
  return rows[0];
}

/** The next rows of this status below a line. */
export function nextRows(
  tx: Runner,
  fileId: string,
  status: RowStatus,
  afterLine: number,
  atOnce = BATCH,
): Promise<StoredRow[]> {
  return tx.run<StoredRow>('import.next-rows', NEXT_SQL, [fileId, status, afterLine, atOnce]);
}

/** Writes down what has become of the rows, and how far the file is. */
export async function writeOutcomes(
  tx: Runner,
  fileId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.run('import.outcomes', OUTCOMES_SQL, [
    fileId,
    outcomes.map(({ line }) => line),
    outcomes.map(({ status }) => status),
    outcomes.map(({ problems }) => JSON.stringify(problems ?? [])),
    outcomes.map(({ caseId }) => caseId ?? null),
  ]);
  await tx.run('import.rows-done', DONE_SQL, [fileId, outcomes.length]);
}

/** Moves the file on; the count of rows done starts again with each round. */
export async function moveTo(tx: Runner, fileId: string, status: ImportStatus): Promise<void> {
  await tx.run('import.move', MOVE_SQL, [fileId, status]);
}

const LOCK_SQL = `
SELECT f.id, f.kind, f.authority, encode(f.content_hash, 'hex') AS hash, f.status, f.headings AS layout,
  f.uploaded_at AS "uploadedAt", o.roles AS "uploaderRoles"
FROM import_file f JOIN officer o ON o.id = f.uploaded_by
WHERE f.id = $1 FOR UPDATE OF f`;

const NEXT_SQL = `
SELECT line, raw FROM import_row WHERE file_id = $1 AND status = $2 AND line > $3 ORDER BY line LIMIT $4`;

const OUTCOMES_SQL = `
UPDATE import_row r SET status = o.status, problems = o.problems, case_id = o.case_id
FROM unnest($2::int[], $3::text[], $4::jsonb[], $5::uuid[]) AS o(line, status, problems, case_id)
WHERE r.file_id = $1 AND r.line = o.line`;

const DONE_SQL = 'UPDATE import_file SET rows_done = rows_done + $2 WHERE id = $1';

const MOVE_SQL = `
UPDATE import_file SET status = $2, rows_done = CASE WHEN $2 IN ('checking', 'committing') THEN 0 ELSE rows_done END
WHERE id = $1`;
