/** Processes: who they are, whether they still live, how they end. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** When a process began, so that a process id used again is not taken for the old one. */
function birthOf(pid) {
  if (process.platform !== 'linux') return birthByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(fields[0]) ? undefined : fields[19];
  } catch {
    return signalReaches(pid) ? 'unseen' : undefined;
  }
}

function birthByPs(pid) {
  const listed = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.stdout?.trim() || undefined;
}

function signalReaches(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export const identify = (pid) => ({ pid, birth: birthOf(pid) });

export function isAlive(identity) {
  const birth = Number(identity?.pid) > 0 ? birthOf(identity.pid) : undefined;
  return birth !== undefined && birth === identity.birth;
}

/** Sends a signal; a process that has gone already is no error. */
export function signal(identity, name, { group = false } = {}) {
  if (!isAlive(identity) && !group) return;
  try {
    process.kill(group ? -identity.pid : identity.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Waits until the process has gone. False when it outlives the patience. */
export async function hasGone(identity, patience) {
  const until = performance.now() + patience;
  while (isAlive(identity)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
}

/** Asks with each signal in turn, for as long as each is given. */
export async function end(identity, steps, options) {
  for (const [name, patience] of steps) {
    signal(identity, name, options);
    if (await hasGone(identity, patience)) return true;
  }
  return false;
}

/** Every process of this machine that we can see: its id and its command line. */
export function commandLines() {
  if (process.platform !== 'linux') return commandLinesByPs();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), line: commandLine(name) }));
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function commandLinesByPs() {
  const listed = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).stdout ?? '';
  return listed.split('\n').map((row) => {
    const [, pid = 0, line = ''] = /^\s*(\d+)\s+(.*)$/.exec(row) ?? [];
    return { pid: Number(pid), line };
  });
}

const underWay = new Set();
process.on('exit', () => underWay.forEach((child) => child.kill('SIGTERM')));

/** Runs a program to its end. Resolves with its code and what it printed, whatever the code. */
export function run(command, args, options = {}) {
  const { limit = 600_000, ...rest } = options;
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...rest });
    underWay.add(child);
    const printed = { stdout: '', stderr: '' };
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    for (const name of ['stdout', 'stderr'])
      child[name]?.setEncoding('utf8').on('data', (text) => (printed[name] += text));
    child.on('error', (error) => settle(127, error.message));
    child.on('close', (code, killedBy) => settle(code ?? 128, killedBy));
    function settle(code, why) {
      clearTimeout(timer);
      underWay.delete(child);
      done({ code, why, ...printed });
    }
  });
}
