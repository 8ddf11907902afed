import { type DataSource } from 'typeorm';
import { EXIT, type ExitCode } from '../exit';
import { say } from '../voice';
import { databaseUrl, withDatabase } from './connection';
import { alone } from './alone';

/** `migrate`: brings the tables up to date and does nothing else. */
export function migrate(): Promise<ExitCode> {
  return alone(databaseUrl(), () =>
    withDatabase(async ({ database }) => {
      await bringUpToDate(database);
      return EXIT.done;
    }),
  );
}

/** Runs the migrations that this database has not seen yet, each in its own transaction. */
export async function bringUpToDate(database: DataSource): Promise<void> {
  const done = await database.runMigrations({ transaction: 'each' });
  if (done.length > 0)
    say(
      `The database is up to date: ${done.length} ${done.length === 1 ? 'change' : 'changes'} made.`,
    );
}
