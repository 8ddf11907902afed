import { databaseUrl, withDatabase, type Connection } from '../database/connection';
import { alone } from '../database/alone';
import { clockOf, isProduction } from '../database/clock';
import { bringUpToDate } from '../database/migrate';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say } from '../voice';
import { emptyDatabase } from './empty-database';
import { loadDemo } from './load-demo';
import { type Installation, installations } from './mark';

const POOL = 10;

export interface DemoOptions {
  /** Plans sent in the last year: fewer load faster. */
  readonly plans?: number;
}

/** Runs work on a database whose tables are up to date, with nobody else changing them. */
export const onPrepared = (
  work: (connection: Connection) => Promise<ExitCode>,
): Promise<ExitCode> =>
  alone(databaseUrl(), () =>
    withDatabase(
      async (connection) => {
        await bringUpToDate(connection.database);
        return work(connection);
      },
      { poolSize: POOL },
    ),
  );

/** `demo load`: fills an empty database with the invented authority. */
export const demoLoad = (options: DemoOptions = {}) =>
  onPrepared(async (connection) => {
    refuseInProduction();
    const found = await onlyDemo(connection);
    if (found?.mark?.state === 'loaded') {
      say(
        `${found.name} is loaded already, for ${found.mark.loadedFor}. “causeway demo reset” makes it anew.`,
      );
      return EXIT.done;
    }
    if (found) await emptied(connection);
    return load(connection, options);
  });

/** `demo reset`: makes the invented authority anew, dated from today. */
export const demoReset = (options: DemoOptions = {}) =>
  onPrepared(async (connection) => {
    refuseInProduction();
    if (await onlyDemo(connection)) await emptied(connection);
    return load(connection, options);
  });

/** `demo remove`: leaves an empty database that can be set up. */
export const demoRemove = () =>
  onPrepared(async (connection) => {
    if (await onlyDemo(connection)) {
      await emptied(connection);
      say(
        'The demonstration is removed. The database is empty: “causeway setup” begins a real installation.',
      );
    } else say('There is no demonstration in this database. Nothing was changed.');
    return EXIT.done;
  });

/** Fills the database; used by `prepare` as well. */
export async function load(
  { statements }: Connection,
  { plans: plansSent }: DemoOptions = {},
): Promise<ExitCode> {
  const clock = await clockOf(statements);
  const { refused } = await loadDemo(statements, clock, { onProgress: say, plansSent });
  for (const words of refused) say(`Left out of the demonstration: ${words}`);
  return EXIT.done;
}

/** Empties it: history cannot be deleted row by row, so the tables themselves go and come back. */
export async function emptied({ database }: Connection): Promise<void> {
  await emptyDatabase(database);
  await bringUpToDate(database);
}

/** The demonstration, if that is all this database holds. @throws Stop when it holds anything real */
async function onlyDemo({ statements }: Connection): Promise<Installation | undefined> {
  const all = await installations(statements);
  const real = all.find(({ isDemo }) => !isDemo);
  if (real)
    throw new Stop(
      `This database belongs to ${real.name}, a real installation. Nothing was changed.`,
    );
  return all[0];
}

function refuseInProduction(): void {
  if (isProduction())
    throw new Stop(
      'NODE_ENV is production: invented people have no place there. Nothing was changed.',
    );
}
