import { type Check, counted, fine, type Finding, wrong } from './finding';

const OLDEST = 150_000;
const SKEW_SECONDS = 30;

/** The server itself: does it answer, is it new enough, does it keep what it has said it keeps? */
export const serverChecks: Check = async ({ database, statements }) => {
  const [server] = await statements.run<{ version: string; number: number }>(
    '',
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number",
    [],
  );
  const { version = '', number = 0 } = server ?? {};
  const isNewEnough = number >= OLDEST;
  const pending = await database.showMigrations();
  return [
    isNewEnough
      ? fine(`The database answers: PostgreSQL ${version}.`)
      : wrong(`The database is PostgreSQL ${version}.`, 'Move to PostgreSQL 15 or newer.'),
    pending
      ? wrong(
          'The tables are older than this version of Causeway.',
          'Run “causeway migrate”, or start Causeway, which does it.',
        )
      : fine('The tables are up to date.'),
    ...(await settings(statements)),
  ];
};

async function settings(statements: Parameters<Check>[0]['statements']): Promise<Finding[]> {
  const rows = await statements.run<{ name: string; setting: string }>(
    '',
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name",
    [],
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (off.length === 0) return [fine('The database writes to disk before it answers.')];
  return [
    wrong(
      `The database has ${off.join(' and ')} switched off: after a power cut, work that was confirmed may be gone.`,
      `Switch ${off.join(' and ')} on in the settings of PostgreSQL.`,
    ),
  ];
}

/** The clocks of the two machines, since dates and leases are compared. */
export const skewCheck: Check = async ({ clock, statements }) => {
  const [row] = await statements.run<{ at: Date }>('', 'SELECT clock_timestamp() AS at', []);
  const seconds = Math.round(Math.abs(clock.now().getTime() - (row?.at.getTime() ?? 0)) / 1000);
  return [
    seconds <= SKEW_SECONDS
      ? fine('This machine and the database have the same time.')
      : wrong(
          `This machine and the database are ${counted(seconds, 'second')} apart.`,
          'Let both take their time from the same time server.',
        ),
  ];
};
