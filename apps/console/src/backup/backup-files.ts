import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { EXIT, Stop } from '../exit';
import { copyCluster, copyToDisk } from './copy-cluster';
import { firstSegment, segmentsBetween } from './wal';

/** A server's own files, and where they go. */
export interface FilesToBackUp {
  readonly url: string;
  /** The folder of PostgreSQL's files. */
  readonly cluster: string;
  /** The folder of the backup, empty. */
  readonly out: string;
  /** The passwords of the built-in database stand beside its cluster: without them nobody could open the copy. */
  readonly passwords: string;
}

/**
 * Backs up a running server by the low-level calls and a copy of its files: start, copy, stop, then the log that was
 * written meanwhile, without which the copy would be torn.
 */
export async function backUpFiles({
  url,
  cluster,
  out,
  passwords,
}: FilesToBackUp): Promise<number> {
  const client = new Client({ connectionString: url, application_name: 'causeway backup' });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('causeway', true)");
    const files = await copyCluster(cluster, join(out, 'cluster'));
    const { label, last, segmentBytes } = await stop(client);
    await writeFile(join(out, 'cluster', 'backup_label'), label, { mode: 0o600 });
    await copyLog(
      cluster,
      join(out, 'cluster'),
      segmentsBetween(firstSegment(label), last, segmentBytes),
    );
    if (existsSync(passwords)) await copyToDisk(passwords, join(out, 'passwords.json'));
    return files;
  } finally {
    await client.end();
  }
}

async function stop(client: Client) {
  const { rows } = await client.query<{
    label: string;
    last: string;
    tablespaces: string;
    bytes: string;
  }>(STOP);
  const { label = '', last = '', tablespaces = '', bytes = '0' } = rows[0] ?? {};
  if (tablespaces.trim())
    throw new Stop(
      'This server keeps tables in several folders (tablespaces), which causeway backup does not know how to copy. Use pg_basebackup.',
      EXIT.environment,
    );
  return { label, last, segmentBytes: Number(bytes) };
}

async function copyLog(cluster: string, to: string, segments: readonly string[]): Promise<void> {
  for (const name of segments) {
    const source = join(cluster, 'pg_wal', name);
    if (!existsSync(source))
      throw new Stop(
        'So much was written during the backup that part of the log is gone already. Nothing is lost, but this copy is of no use. Try again at a quieter time.',
      );
    await copyToDisk(source, join(to, 'pg_wal', name));
  }
}

/** Stops without waiting for an archive: there is none; the log is copied here. */
const STOP = `
SELECT b.labelfile AS label, pg_walfile_name(b.lsn) AS last, b.spcmapfile AS tablespaces,
  (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size') AS bytes
FROM pg_backup_stop(false) AS b`;
