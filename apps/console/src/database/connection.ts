import { openDatabase, Statements } from '@app/database';
import { type DataSource } from 'typeorm';
import { EXIT, Stop } from '../exit';

/** An open database, for the length of one command. */
export interface Connection {
  readonly url: string;
  readonly database: DataSource;
  readonly statements: Statements;
}

/** The address of the database. @throws Stop with exit 3 when none is given */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url) return url;
  throw new Stop(
    'DATABASE_URL is missing. Run the command as “npm run causeway -- …”, which uses the built-in database, or set DATABASE_URL to your own.',
    EXIT.environment,
  );
}

/** Opens the database, does the work and closes it again. @throws Stop with exit 3 when it does not answer */
export async function withDatabase<T>(
  work: (connection: Connection) => Promise<T>,
  { poolSize = 4 } = {},
): Promise<T> {
  const url = databaseUrl();
  const database = await opened(url, poolSize);
  try {
    return await work({ url, database, statements: new Statements(database) });
  } finally {
    await database.destroy();
  }
}

async function opened(url: string, poolSize: number): Promise<DataSource> {
  try {
    return await openDatabase(url, { poolSize });
  } catch (error) {
    throw new Stop(
      `The database at ${shown(url)} does not answer: ${(error as Error).message || 'no connection'}`,
      EXIT.environment,
    );
  }
}

/** An address without its password. */
export function shown(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL (which is not an address like postgres://user@host/name)';
  }
}
