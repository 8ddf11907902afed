import { type Statements } from '@app/database';

/** How many rows every table has, and the head of one case: equal before and after when nothing was written. */
export async function everythingWritten(
  statements: Statements,
  reference: string,
): Promise<string> {
  const tables = await statements.run<{ name: string }>('tables', TABLES, []);
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM "${name}") AS "${name}"`);
  const [rows] = await statements.run('every-count', `SELECT ${counts.join(', ')}`, []);
  const [head] = await statements.run('head', HEAD, [reference]);
  return JSON.stringify({ rows, head });
}

const TABLES = `
SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`;
const HEAD = `SELECT version, state, encode(head_hash, 'hex') AS hash FROM send_case WHERE reference = $1`;
