import { chmod, copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of which a backup keeps the folder and not what is in it (PostgreSQL manual, "What is not copied"). */
const EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pgsql_tmp',
]);
const LEFT_OUT = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'pg_internal.init',
  'backup_label',
  'tablespace_map',
]);
const WAL_INSIDE = ['archive_status', 'summaries'];

/** Copies the files of a running server's cluster, between the start and the stop of a backup. @returns how many */
export async function copyCluster(from: string, to: string): Promise<number> {
  const copied = await copyFolder(from, to);
  for (const name of WAL_INSIDE)
    await mkdir(join(to, 'pg_wal', name), { recursive: true, mode: 0o700 });
  return copied;
}

async function copyFolder(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copied += await subfolder(entry.name, source, target);
    else if (entry.isFile() && !isLeftOut(entry.name)) copied += await copyOne(source, target);
  }
  return copied;
}

async function subfolder(name: string, source: string, target: string): Promise<number> {
  if (!EMPTY.has(name)) return copyFolder(source, target);
  await mkdir(target, { recursive: true, mode: 0o700 });
  return 0;
}

const isLeftOut = (name: string) => LEFT_OUT.has(name) || name.startsWith('pgsql_tmp');

/** A file that goes away while we copy belonged to a table that was dropped: the log knows of it. */
async function copyOne(source: string, target: string): Promise<number> {
  try {
    await copyFile(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  await chmod(target, 0o600);
  await toDisk(target);
  return 1;
}

/** Copies one file and waits until it is on disk. */
export async function copyToDisk(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await chmod(target, 0o600);
  await toDisk(target);
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
