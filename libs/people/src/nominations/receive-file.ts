import { createHash } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Runner, type Statements } from '@app/database';
import { FileRefused } from '../file/file-refused';
import { type OpenTable, openTable } from '../file/open-table';
import { type FileLayout, moveTo, type RawRow } from './import-file';
import { NOMINATION_COLUMNS, type NominationColumn } from './nomination-columns';
import { isExample } from './template';
import { Twins } from './twins';

/** What became of an upload. */
export interface Received {
  readonly fileId: string;
  /** The same bytes had come before: the earlier file goes on, with its results. */
  readonly repeated: boolean;
  readonly notices: readonly string[];
}

const LIMITS = { bytes: 10_000_000, rows: 50_000 };
const INSERT_AT_ONCE = 500;

interface RowToStore extends RawRow {
  readonly line: number;
}

/** Stores a file and its rows, all or nothing. Throws FileRefused; then nothing is stored. */
export async function receiveFile(
  statements: Statements,
  actor: Actor,
  at: Date,
  bytes: Uint8Array,
): Promise<Received> {
  const hash = createHash('sha256').update(bytes).digest();
  const known = await statements.together((tx) => takeUpAgain(tx, actor, hash));
  if (known) return known;
  const table = await openTable(bytes, NOMINATION_COLUMNS, LIMITS);
  const { rows, notices } = await readRows(table);
  const layout = layoutOf(table, notices);
  return statements.together(async (tx) => {
    const cameMeanwhile = await takeUpAgain(tx, actor, hash);
    if (cameMeanwhile) return cameMeanwhile;
    const values = [actor.authority, hash, actor.id, at, JSON.stringify(layout), rows.length];
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
async function takeUpAgain(tx: Runner, actor: Actor, hash: Buffer): Promise<Received | undefined> {
  await tx.run('import.one-at-a-time', ONE_AT_A_TIME_SQL, [hash]);
  const [file] = await tx.run<{ id: string; status: string; layout: FileLayout }>(
    'import.known',
    KNOWN_SQL,
    [actor.authority, hash],
  );
  if (!file) return undefined;
  if (file.status === 'checked' || file.status === 'done') {
    const again = await tx.run('import.check-again', CHECK_AGAIN_SQL, [file.id]);
    if (again.length > 0) await moveTo(tx, file.id, 'checking');
  }
  return { fileId: file.id, repeated: true, notices: file.layout.notices };
}

async function readRows({ headings, rows: source, notices: opened }: OpenTable<NominationColumn>) {
  const places = Object.fromEntries(headings.at);
  const twins = new Twins(places);
  const rows: RowToStore[] = [];
  const notices = [...opened];
  for await (const { line, cells } of source) {
    if (isExample(cells, places))
      notices.push(`Row ${line} is the example of the template and was left out.`);
    else rows.push({ line, cells, twin: twins.of(line, cells) });
  }
  if (rows.length === 0)
    throw new FileRefused([
      'There are headings and no rows of children below them. Add one row for each child.',
    ]);
  return { rows, notices };
}

const layoutOf = (
  { headings, file }: OpenTable<NominationColumn>,
  notices: readonly string[],
): FileLayout => ({
  names: headings.names,
  places: Object.fromEntries(headings.at),
  separator: file.separator,
  notices,
  ignored: headings.ignored,
});

const rawOf = ({ cells, twin }: RowToStore) => JSON.stringify({ cells, twin });

const ONE_AT_A_TIME_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('nominations ' || encode($1::bytea, 'hex'), 0))`;

const KNOWN_SQL = `
SELECT id, status, headings AS layout FROM import_file
WHERE authority = $1 AND kind = 'nominations' AND content_hash = $2 ORDER BY uploaded_at LIMIT 1`;

const CHECK_AGAIN_SQL = `
UPDATE import_row SET status = 'waiting', problems = '[]', case_id = NULL
WHERE file_id = $1 AND status IN ('error', 'new') RETURNING line`;

const ADD_FILE_SQL = `
INSERT INTO import_file (authority, kind, content_hash, uploaded_by, uploaded_at, status, headings, row_count)
VALUES ($1, 'nominations', $2, $3, $4, 'checking', $5, $6) RETURNING id`;

const ADD_ROWS_SQL = `
INSERT INTO import_row (file_id, line, raw, status)
SELECT $1, line, raw, 'waiting' FROM unnest($2::int[], $3::jsonb[]) AS r(line, raw)`;
