import { createHash } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Runner, type Statements } from '@app/database';
import { type ColumnNames } from '../file/headings';
import { type OpenTable, openTable, type TableLimits } from '../file/open-table';
import { type FileLayout, moveTo, type RawRow } from './import-file';

/** What became of an upload. */
export interface Received {
  readonly fileId: string;
  /** The same bytes had come before: the earlier file goes on, with its results. */
  readonly repeated: boolean;
  readonly notices: readonly string[];
}

/** A kind of file that can be brought in, and how its rows are taken from it. */
export interface FileKind<Key extends string> {
  readonly kind: string;
  readonly columns: Readonly<Record<Key, ColumnNames>>;
  readonly limits: TableLimits;
  /** Reads the rows to the end; what it says of them is told to whoever uploads. @throws FileRefused */
  readonly readRows: (
    table: OpenTable<Key>,
  ) => Promise<{ readonly rows: readonly RowToStore[]; readonly notices: readonly string[] }>;
}

/** A row as it will be kept. */
export interface RowToStore extends RawRow {
  readonly line: number;
}

const INSERT_AT_ONCE = 500;

/** Stores a file and its rows, all or nothing. Throws FileRefused; then nothing is stored. */
export async function receiveFile<Key extends string>(
  statements: Statements,
  { kind, columns, limits, readRows }: FileKind<Key>,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
  bytes: Uint8Array,
): Promise<Received> {
  const hash = createHash('sha256').update(bytes).digest();
  const known = await statements.together((tx) => takeUpAgain(tx, actor, kind, hash));
  if (known) return known;
  const table = await openTable(bytes, columns, limits);
  const { rows, notices } = await readRows(table);
  const layout = layoutOf(table, notices);
  return statements.together(async (tx) => {
    const cameMeanwhile = await takeUpAgain(tx, actor, kind, hash);
    if (cameMeanwhile) return cameMeanwhile;
    const layoutJson = JSON.stringify(layout);
    const values = [actor.authority, kind, hash, actor.id, at, layoutJson, rows.length];
    const [file] = await tx.run<{ id: string }>('import.add-file', ADD_FILE_SQL, values);
    const fileId = file?.id ?? '';
    for (let from = 0; from < rows.length; from += INSERT_AT_ONCE) {
      const batch = rows.slice(from, from + INSERT_AT_ONCE);
      await tx.run('import.add-rows', ADD_ROWS_SQL, [
        fileId,
        batch.map(({ line }) => line),
        batch.map(rawOf),
      ]);
    }
    return { fileId, repeated: false, notices: layout.notices };
  });
}

/** The file that came before with the same bytes. What was wrong then is checked again: the register may have changed. */
async function takeUpAgain(
  tx: Runner,
  actor: Actor,
  kind: string,
  hash: Buffer,
): Promise<Received | undefined> {
  await tx.run('import.one-at-a-time', ONE_AT_A_TIME_SQL, [kind, hash]);
  const [file] = await tx.run<{ id: string; status: string; layout: FileLayout }>(
    'import.known',
    KNOWN_SQL,
    [actor.authority, kind, hash],
  );
  if (!file) return undefined;
  if (file.status === 'checked' || file.status === 'done') {
    const again = await tx.run('import.check-again', CHECK_AGAIN_SQL, [file.id]);
    if (again.length > 0) await moveTo(tx, file.id, 'checking');
  }
  return { fileId: file.id, repeated: true, notices: file.layout.notices };
}

const layoutOf = (
  { headings, separator }: OpenTable<string>,
  notices: readonly string[],
): FileLayout => ({
  names: headings.names,
  places: Object.fromEntries(headings.at),
  separator,
  notices,
  ignored: headings.ignored,
});

const rawOf = ({ cells, twin }: RowToStore) => JSON.stringify({ cells, twin });

const ONE_AT_A_TIME_SQL = `SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || encode($2::bytea, 'hex'), 0))`;

const KNOWN_SQL = `
SELECT id, status, headings AS layout FROM import_file
WHERE authority = $1 AND kind = $2 AND content_hash = $3 ORDER BY uploaded_at LIMIT 1`;

const CHECK_AGAIN_SQL = `
UPDATE import_row SET status = 'waiting', problems = '[]', case_id = NULL
WHERE file_id = $1 AND status IN ('error', 'new') RETURNING line`;

const ADD_FILE_SQL = `
INSERT INTO import_file (authority, kind, content_hash, uploaded_by, uploaded_at, status, headings, row_count)
VALUES ($1, $2, $3, $4, $5, 'checking', $6, $7) RETURNING id`;

const ADD_ROWS_SQL = `
INSERT INTO import_row (file_id, line, raw, status)
SELECT $1, line, raw, 'waiting' FROM unnest($2::int[], $3::jsonb[]) AS r(line, raw)`;
