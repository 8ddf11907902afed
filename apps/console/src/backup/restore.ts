import { join, resolve } from 'node:path';
import { londonDay, londonTime, plainDay, SystemClock } from '@app/statutory-calendar';
import { withDatabase, type Connection } from '../database/connection';
import { databaseFolder } from '../data-folder';
import { installations } from '../demo/mark';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say } from '../voice';
import { isBuiltIn, serverOf } from './backup';
import { type Manifest, readManifest } from './manifest';
import { programFor, runProgram } from './programs';
import { restoreFiles } from './restore-files';

export interface RestoreOptions {
  readonly from: string;
  readonly yes?: boolean;
  readonly toTime?: string;
}

/** `restore --from DIR`: puts a backup in the place of this database; never over data without --yes. */
export async function restore({ from, yes = false, toTime }: RestoreOptions): Promise<ExitCode> {
  const folder = resolve(from);
  const manifest = await readManifest(folder);
  if (toTime)
    throw new Stop(
      'A backup of Causeway is of one moment: its log is not kept beyond that. Leave --to-time out to restore that moment.',
      EXIT.environment,
    );
  const home = await withDatabase((connection) => readied(connection, manifest, folder, yes));
  if (home) await putFiles(folder, home);
  const taken = new Date(manifest.takenAt);
  say(
    `Restored: ${manifest.councils.join(', ') || 'an empty database'}, as of ${plainDay(londonDay(taken))}, ${londonTime(taken)}.`,
  );
  return EXIT.done;
}

/** Checks everything that can be checked; a dump is brought in at once, for files the database must first be left. */
async function readied(
  connection: Connection,
  manifest: Manifest,
  folder: string,
  yes: boolean,
): Promise<string | undefined> {
  await refuseToOverwrite(connection, yes);
  const { major, cluster } = await serverOf(connection);
  if (manifest.kind === 'dump') {
    await putDump(connection, manifest, major, folder);
    return undefined;
  }
  if (!(await isBuiltIn(cluster)))
    throw new Stop(
      'This backup holds the files of a built-in database, and DATABASE_URL names another server. Unset DATABASE_URL to restore into the built-in one.',
      EXIT.environment,
    );
  if (major !== manifest.postgres)
    throw new Stop(
      `The backup was written by PostgreSQL ${manifest.postgres}, and the built-in one here is ${major}. Restore it with the version of Causeway that wrote it.`,
      EXIT.environment,
    );
  return databaseFolder();
}

/** A database without tables, or with empty ones, may be replaced; anything else only when told so. */
async function refuseToOverwrite({ statements }: Connection, yes: boolean): Promise<void> {
  const all = await installations(statements).catch(() => []);
  if (yes || all.length === 0) return;
  const names = all.map(({ name }) => name).join(', ');
  throw new Stop(
    `This database holds ${names}. Add --yes to put the backup in its place. Nothing was changed.`,
  );
}

async function putFiles(folder: string, home: string): Promise<void> {
  const label = new SystemClock()
    .now()
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '');
  const former = await restoreFiles(folder, home, label);
  say(`The former files are kept in ${former}. Delete that folder once you are sure.`);
}

async function putDump(
  { database, url }: Connection,
  manifest: Manifest,
  major: number,
  folder: string,
): Promise<void> {
  const program = await programFor('pg_restore', Math.max(major, manifest.postgres));
  if (!program)
    throw new Stop(
      `This machine has no pg_restore of version ${Math.max(major, manifest.postgres)} or newer. Install it, then try again. Nothing was changed.`,
      EXIT.environment,
    );
  await database.query('DROP SCHEMA public CASCADE');
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'];
  await database.query('CREATE SCHEMA public');
  const file = join(folder, 'database.dump');
  const name = new URL(url).pathname.slice(1);
  await runProgram(program, [...args, '--dbname', decodeURIComponent(name), file], url).catch(
    (error: { stderr?: string; message: string }) => {
      throw new Stop(
        `pg_restore could not do it, and the database is empty now: ${(error.stderr || error.message).trim()}`,
        EXIT.environment,
      );
    },
  );
}
