import { type Statements } from '@app/database';
import { type Headings } from '../file/headings';
import { openTable } from '../file/open-table';
import { type TableRow } from '../file/table';
import { REGISTER_COLUMNS, type RegisterColumn } from './register-columns';
import { readRegisterRow, type RegisterSchool } from './register-row';

/** What an import of the register did. */
export interface RegisterImported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly { readonly row: number; readonly text: string }[];
  readonly notices: readonly string[];
}

const LIMITS = { bytes: 120_000_000, rows: 100_000 };
const BATCH = 1_000;
const MOST_PROBLEMS = 500;

/** Reads the whole file first, so that a broken one changes nothing; then writes it in short steps. */
export async function importRegister(
  statements: Statements,
  authority: string,
  bytes: Uint8Array,
): Promise<RegisterImported> {
  const table = await openTable(bytes, REGISTER_COLUMNS, LIMITS);
  const { schools, problems } = await readAll(table.rows, table.headings);
  let [added, changed] = [0, 0];
  for (let at = 0; at < schools.length; at += BATCH) {
    const batch = JSON.stringify(schools.slice(at, at + BATCH));
    const rows = await statements.run<{ added: boolean }>('school.import', UPSERT_SQL, [
      authority,
      batch,
    ]);
    added += rows.filter((row) => row.added).length;
    changed += rows.filter((row) => !row.added).length;
  }
  const notices = table.notices.filter((notice) => !notice.startsWith('Not used')); // the register has a hundred columns more
  return { added, changed, same: schools.length - added - changed, problems, notices };
}

async function readAll(rows: AsyncGenerator<TableRow>, headings: Headings<RegisterColumn>) {
  const schools = new Map<string, RegisterSchool>();
  const problems: { row: number; text: string }[] = [];
  for await (const row of rows) {
    const read = readRegisterRow(row, headings);
    const problem =
      'problem' in read
        ? read.problem
        : schools.has(read.urn) && `URN: school ${read.urn} is in the file twice`;
    if (problem && problems.length < MOST_PROBLEMS) problems.push({ row: row.line, text: problem });
    if (!('problem' in read)) schools.set(read.urn, read);
  }
  return { schools: [...schools.values()], problems };
}

/** `xmax` is 0 for a row that is new; unchanged schools are not written and not returned. */
const UPSERT_SQL = `
INSERT INTO school AS s (authority, urn, laestab, name, phase, type, status, low_age, high_age, postcode, phone, head_name)
SELECT $1, r.urn, r.laestab, r.name, r.phase, r.type, r.status, r."lowAge", r."highAge", r.postcode, r.phone, r."headName"
FROM jsonb_to_recordset($2::jsonb) AS r(urn text, laestab text, name text, phase text, type text, status text,
  "lowAge" int, "highAge" int, postcode text, phone text, "headName" text)
ON CONFLICT (authority, urn) DO UPDATE SET
  laestab = excluded.laestab, name = excluded.name, phase = excluded.phase, type = excluded.type, status = excluded.status,
  low_age = excluded.low_age, high_age = excluded.high_age, postcode = excluded.postcode,
  phone = coalesce(excluded.phone, s.phone), head_name = coalesce(excluded.head_name, s.head_name)
WHERE (s.laestab, s.name, s.phase, s.type, s.status, s.low_age, s.high_age, s.postcode, s.phone, s.head_name) IS DISTINCT FROM
  (excluded.laestab, excluded.name, excluded.phase, excluded.type, excluded.status, excluded.low_age, excluded.high_age,
   excluded.postcode, coalesce(excluded.phone, s.phone), coalesce(excluded.head_name, s.head_name))
RETURNING xmax = 0 AS added`;
