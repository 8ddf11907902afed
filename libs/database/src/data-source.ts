import { DataSource, type DataSourceOptions } from 'typeorm';
import { types } from 'pg';
import { migrations } from './migrations';

const DATE = 1082;
types.setTypeParser(DATE, (day) => day); // a date stays the text 'YYYY-MM-DD': a JavaScript Date would move it by the time zone

/** Connection settings every process shares: limits so that no query or lock waits for ever. */
export function databaseOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations,
    synchronize: false,
    migrationsTransactionMode: 'each',
    poolSize,
    extra: {
      options: '-c jit=off', // compiling a plan costs more than any of our lists take
      statement_timeout: 60_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
    },
    poolErrorHandler: () => undefined, // an idle connection that breaks is replaced; the next query reports the fault
  };
}

/** Opens the database; with `migrate` it first brings the schema up to date. */
export async function openDatabase(
  url: string,
  { migrate = false, poolSize = 10 } = {},
): Promise<DataSource> {
  const database = await new DataSource(databaseOptions(url, poolSize)).initialize();
  if (migrate) await database.runMigrations();
  return database;
}
