/**
 * One database server may serve several commands at once: each takes a lease, and the last one to
 * leave stops it. Needs nothing but Node.js, since the guard uses it too.
 *
 * The home of a server holds `cluster/` (PostgreSQL's own files), `password`, `port`, `leases/`, `log`.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { withLock } from '../launch/lock.mjs';
import { commandLines, end, identify, isAlive } from '../launch/process.mjs';
import { makeFolder, shortHash } from '../launch/project.mjs';

export const clusterOf = (home) => join(home, 'cluster');
export const alone = (home, work) => withLock(join(home, 'lock'), work);

/** The name that PostgreSQL shows in the title of each of this server's processes. */
export const serverName = (home) => `causeway-${shortHash(clusterOf(home))}`;

export function takeLease(home) {
  makeFolder(join(home, 'leases'));
  writeFileSync(join(home, 'leases', String(process.pid)), JSON.stringify(identify(process.pid)));
}

/** The living processes that use this server, other than the given one. */
export function otherUsers(home, pid) {
  const folder = join(home, 'leases');
  return readdirSync(folder).filter((name) => {
    if (name === String(pid)) return false;
    const alive = isAlive(readLease(join(folder, name)));
    if (!alive) rmSync(join(folder, name), { force: true });
    return alive;
  });
}

function readLease(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Gives the lease back; the last one out stops the server and waits until it is down. */
export function leave(home, pid = process.pid) {
  return alone(home, async () => {
    rmSync(join(home, 'leases', String(pid)), { force: true });
    if (otherUsers(home, pid).length === 0) await stopServer(home);
  });
}

/** Fast shutdown: sessions are ended, everything acknowledged is on disk. */
export async function stopServer(home) {
  const server = runningServer(home);
  if (server) await end(server.process, STEPS);
}

const STEPS = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 10_000],
];

/** The server that runs on this home, if one does: its process and its port. */
export function runningServer(home) {
  const note = readNote(home);
  if (!note) return undefined;
  const server = { process: identify(note.pid), port: note.port };
  return isAlive(server.process) && isOurs(home, note.pid) ? server : undefined;
}

/** PostgreSQL's own note of the running server: process id, folder, start, port, and so on. */
function readNote(home) {
  try {
    const lines = readFileSync(join(clusterOf(home), 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** After a crash of the machine the noted process id may belong to some other program. */
function isOurs(home, pid) {
  const found = commandLines().find((each) => each.pid === pid);
  return found?.line.includes(clusterOf(home)) ?? false;
}

/** Ends what a killed server has left behind, so that a new one can take over its memory and files. */
export async function clearRemains(home) {
  const title = `postgres: ${serverName(home)}: `;
  const remains = commandLines().filter(({ line }) => line.startsWith(title));
  await Promise.all(remains.map(({ pid }) => end(identify(pid), REMAINS)));
  if (!runningServer(home)) rmSync(join(clusterOf(home), 'postmaster.pid'), { force: true });
}

const REMAINS = [
  ['SIGQUIT', 1000],
  ['SIGKILL', 5000],
];
