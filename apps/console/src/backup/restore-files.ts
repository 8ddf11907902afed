import {
  chown,
  cp,
  lchown,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT, Stop } from '../exit';
import { say } from '../voice';

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;

/**
 * Puts a backup in the place of the built-in database. The former files are kept beside it.
 * @returns the folder of the former files
 */
export async function restoreFiles(from: string, home: string, label: string): Promise<string> {
  await refuseWhileUsed(home);
  const cluster = join(home, 'cluster');
  const coming = join(home, 'cluster.coming');
  const former = join(home, `cluster.before-${label}`);
  const owner = await stat(cluster);
  await rm(coming, { recursive: true, force: true });
  await cp(join(from, 'cluster'), coming, { recursive: true });
  if (process.getuid?.() === 0) await give(coming, owner.uid, owner.gid);
  await stopServer(cluster);
  await rename(cluster, former);
  await rename(coming, cluster);
  await takeOver(join(from, 'passwords.json'), join(home, 'passwords.json'), former);
  await rm(join(home, 'ready'), { force: true });
  return former;
}

/** Only the launcher that started this command may use the server now. */
async function refuseWhileUsed(home: string): Promise<void> {
  const folder = join(home, 'leases');
  const names = existsSync(folder) ? await readdir(folder) : [];
  const others = names.map(Number).filter((pid) => pid !== process.ppid && isAlive(pid));
  if (others.length > 0)
    throw new Stop(
      `Causeway is running on this data (process ${others.join(', ')}). Stop it first. Nothing was changed.`,
    );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fast shutdown of the server that was started for this command. */
async function stopServer(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid');
  const lines = await readFile(note, 'utf8').catch(() => '');
  const pid = Number(lines.split('\n')[0]);
  if (!pid || !isAlive(pid)) return;
  say('Stopping the built-in database …');
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && existsSync(note); waited += LOOK_EVERY_MS) {
    if (waited > PATIENCE_MS)
      throw new Stop('The built-in database does not stop. Nothing was changed.', EXIT.environment);
    await pause(LOOK_EVERY_MS);
  }
}

/** The passwords belong to the cluster: the former ones stay with the former files. */
async function takeOver(passwords: string, place: string, former: string): Promise<void> {
  if (!existsSync(passwords)) return;
  const [coming, going] = await Promise.all([readFile(passwords), readFile(place)]);
  await writeFile(`${former}.passwords.json`, going, { mode: 0o600 });
  await writeFile(place, coming, { mode: 0o600 });
}

/** PostgreSQL starts only on files that belong to the account it runs as. */
async function give(folder: string, uid: number, gid: number): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await give(path, uid, gid);
    else await lchown(path, uid, gid);
  }
}
