/** Short conversations with a database. The driver is loaded late: it is there once npm has run. */
const QUIET = { connectionTimeoutMillis: 5000, ssl: undefined };

/** Connects, does the work, and always hangs up. */
export async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    ...QUIET,
    application_name: 'causeway tools',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The rows of one statement. */
export function ask(url, statement, values) {
  return withClient(url, async (client) => (await client.query(statement, values)).rows);
}

/** The same server, another database. */
export function onDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

const UNREADABLE = 'an address that is not of the form postgres://user:password@host:port/database';

/** A URL that may be shown: without its password. */
export function shown(url) {
  try {
    const safe = new URL(url);
    if (safe.password) safe.password = '***';
    return /^postgres(ql)?:$/.test(safe.protocol) ? safe.href : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
