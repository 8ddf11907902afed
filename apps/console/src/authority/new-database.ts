import { Client } from 'pg';
import { databaseUrl, shown } from '../database/connection';
import { EXIT, Stop } from '../exit';
import { isInvented } from './people/write-people';

const NAME = /^[a-z][a-z0-9_]{0,50}$/;

/**
 * Makes a database of this name on the server in use, in the place of one that an earlier command made.
 * @returns its address
 * @throws Stop where a database of this name holds anything else
 */
export async function newDatabase(name: string): Promise<string> {
  if (!NAME.test(name))
    throw new Stop(
      `“${name}” cannot be the name of a database. Use small letters, digits and _, and begin with a letter.`,
      EXIT.usage,
    );
  const server = databaseUrl();
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (url.href === new URL(server).href)
    throw new Stop(
      `“${name}” is the database of this installation. Choose another name: nothing was changed.`,
    );
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) {
      await refuseUnlessInvented(url.href, name);
      await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    }
    await client.query(`CREATE DATABASE "${name}"`);
    await client.query(`ALTER DATABASE "${name}" SET synchronous_commit = off`);
  });
  return url.href;
}

/** From now on the database keeps what it says at once, as any other does. */
export async function keepAtOnce(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(url, async (client) => {
    await client.query(`ALTER DATABASE "${name}" RESET synchronous_commit`);
    await client.query('CHECKPOINT').catch(() => undefined);
  });
}

async function refuseUnlessInvented(url: string, name: string): Promise<void> {
  const isOurs = await withClient(url, async (client) => {
    const { rows } = await client.query<{ table: string | null }>(
      `SELECT to_regclass('authority')::text AS "table"`,
    );
    if (!rows[0]?.table) return false;
    const all = await client.query<{ settings: unknown }>('SELECT settings FROM authority');
    return all.rows.every(({ settings }) => isInvented(settings));
  });
  if (!isOurs)
    throw new Stop(
      `There is a database called “${name}” already, and this command did not make it. Choose another name: nothing was changed.`,
    );
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'causeway' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Stop(
      `The database at ${shown(url)} does not answer: ${(error as Error).message || 'no connection'}`,
      EXIT.environment,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
