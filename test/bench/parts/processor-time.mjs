/** Processor time of other processes, from /proc: it leaves out what neighbours on the machine take. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK = 10; // milliseconds: USER_HZ is 100 on every Linux

/** Milliseconds that a process has used so far; those of its ended children too, where asked. */
export function usedBy(pid, { withEnded = false } = {}) {
  const fields = statOf(pid);
  if (!fields) return 0;
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return TICK * (user + system + (withEnded ? endedUser + endedSystem : 0));
}

/** Milliseconds that a PostgreSQL server has used so far: the postmaster, its children, those that have ended. */
export function usedByServer(dataDirectory) {
  const postmaster = postmasterOf(dataDirectory);
  return childrenOf(postmaster).reduce(
    (sum, pid) => sum + usedBy(pid),
    usedBy(postmaster, { withEnded: true }),
  );
}

/** The process at the head of the server that keeps its data here. */
export function postmasterOf(dataDirectory) {
  return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)?.[1]) === parent);
}

/** The fields of /proc/PID/stat from the state on; undefined once the process has gone. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Milliseconds that all processes of the machine have used so far, whoever's they are. */
export function totalUse() {
  const [, user, nice, system, , , interrupts, soft] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .map(Number);
  return TICK * (user + nice + system + interrupts + soft);
}
