import { access, chmod, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SystemClock } from '@app/statutory-calendar';
import { withDatabase, type Connection } from '../database/connection';
import { databaseFolder } from '../data-folder';
import { installations } from '../demo/mark';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say } from '../voice';
import { backUpFiles } from './backup-files';
import { type Manifest, writeManifest } from './manifest';
import { programFor, runProgram } from './programs';

/** `backup --out DIR`: a whole copy of the database in an empty folder. */
export function backup(out: string): Promise<ExitCode> {
  return withDatabase(async (connection) => {
    const folder = resolve(out);
    await emptyFolder(folder);
    const { major, cluster } = await serverOf(connection);
    const kind = (await isBuiltIn(cluster)) ? 'files' : 'dump';
    if (kind === 'files') await copyFiles(connection, cluster!, folder);
    else await dump(connection, major, folder);
    await writeManifest(folder, await described(connection, kind, major));
    say(
      `The backup is in ${folder}. It holds everything about every child: keep it as safe as the database. “causeway restore --from ${folder}” brings it back.`,
    );
    return EXIT.done;
  });
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${folder} cannot be made: ${error.message}`, EXIT.usage);
  });
  if ((await readdir(folder)).length > 0)
    throw new Stop(`${folder} is not empty. Give a new folder for each backup.`, EXIT.usage);
}

async function copyFiles({ url }: Connection, cluster: string, out: string): Promise<void> {
  say('Copying the files of the database while it goes on working …');
  const files = await backUpFiles({
    url,
    cluster,
    out,
    passwords: join(databaseFolder(), 'passwords.json'),
  });
  say(`${files} files copied.`);
}

async function dump({ url }: Connection, major: number, folder: string): Promise<void> {
  const program = await programFor('pg_dump', major);
  if (!program)
    throw new Stop(
      `The database is PostgreSQL ${major}, and this machine has no pg_dump of version ${major} or newer. Install it (on Debian: sudo apt-get install postgresql-client-${major}), or let whoever looks after that server make the backup.`,
      EXIT.environment,
    );
  say('Writing down the database with pg_dump …');
  const args = [
    '--format=custom',
    '--exclude-schema=bullmq',
    '--file',
    join(folder, 'database.dump'),
  ];
  await runProgram(program, args, url).catch((error: { stderr?: string; message: string }) => {
    throw new Stop(
      `pg_dump could not do it: ${(error.stderr || error.message).trim()}`,
      EXIT.environment,
    );
  });
  await chmod(join(folder, 'database.dump'), 0o600);
}

async function described(
  { statements }: Connection,
  kind: Manifest['kind'],
  postgres: number,
): Promise<Manifest> {
  const councils = (await installations(statements)).map(({ name }) => name);
  return {
    product: 'causeway',
    kind,
    takenAt: new SystemClock().now().toISOString(),
    postgres,
    councils,
  };
}

/** Its major version, and its folder where we may know it. */
export async function serverOf({
  statements,
}: Connection): Promise<{ major: number; cluster?: string }> {
  const [row] = await statements.run<{ number: number; folder: string | null }>('', SERVER, []);
  const major = Math.floor((row?.number ?? 0) / 10_000);
  return row?.folder ? { major, cluster: row.folder } : { major };
}

/** Whether this is the server that the launcher made, whose files are ours to copy. */
export async function isBuiltIn(cluster: string | undefined): Promise<boolean> {
  const ours = join(databaseFolder(), 'cluster');
  if (cluster !== ours) return false;
  return access(join(ours, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

const SERVER = `
SELECT current_setting('server_version_num')::int AS number,
  (SELECT setting FROM pg_settings WHERE name = 'data_directory') AS folder`;
