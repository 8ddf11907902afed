/** A Redis for the tests: one named by TEST_REDIS_URL, else a private one from this machine or from Debian. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { freePort } from '../launch/ports.mjs';
import { end, identify, run } from '../launch/process.mjs';
import { makeFolder } from '../launch/project.mjs';
import { forget, fromPackages } from './apt.mjs';

/** BullMQ's floor. */
const OLDEST = [6, 2];
const ENDING = [
  ['SIGTERM', 3000],
  ['SIGKILL', 2000],
];

/** `{ url, pid?, stop }`, or `{ missing }`: why there is none and the one command that would help. */
export async function redis({ folder, guard }) {
  const given = process.env.TEST_REDIS_URL;
  if (given) return theirs(given);
  const program = await findProgram();
  return program ? start(program, folder, guard) : { missing: missing() };
}

async function theirs(url) {
  const { default: Redis } = await import('ioredis');
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
    return { url, async stop() {} };
  } catch (error) {
    return {
      missing: {
        why: `TEST_REDIS_URL does not answer (${error.message})`,
        command: 'unset TEST_REDIS_URL',
      },
    };
  } finally {
    client.disconnect();
  }
}

function missing() {
  const command =
    process.platform === 'darwin' ? 'brew install redis' : 'sudo apt-get install redis-server';
  return { why: `no redis-server or valkey-server from ${OLDEST.join('.')} on`, command };
}

async function findProgram() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((place) => ['redis-server', 'valkey-server'].map((name) => join(place, name)))
    .filter((file) => existsSync(file));
  for (const program of onPath) if (await isNewEnough(program)) return program;
  return fromDebian();
}

async function fromDebian() {
  const packages = { name: 'redis', packages: ['redis-server'], program: 'usr/bin/redis-server' };
  const program = await fromPackages(packages);
  if (!program || (await isNewEnough(program))) return program;
  forget(program);
  const again = await fromPackages(packages);
  return again && (await isNewEnough(again)) ? again : undefined;
}

async function isNewEnough(program) {
  const { code, stdout } = await run(program, ['--version'], { limit: 10_000 });
  const version = /v=(\d+)\.(\d+)/.exec(stdout);
  if (code !== 0 || !version) return false;
  const [major, minor] = version.slice(1).map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** With a password, so that nobody else's program on this machine can take it for its own. */
async function start(program, folder, guard) {
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const settings = {
    port,
    bind: '127.0.0.1',
    requirepass: password,
    dir: makeFolder(join(folder, 'redis')),
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
    logfile: join(folder, 'redis', 'log'),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(program, args, { stdio: 'ignore', detached: true, cwd: '/' });
  const identity = identify(child.pid);
  const release = guard?.hold({ process: identity });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const stop = async () => {
    await end(identity, ENDING);
    release?.();
  };
  if (await answers(url, child)) return { url, pid: child.pid, stop };
  await stop();
  return { missing: { why: `${program} does not start`, command: missing().command } };
}

async function answers(url, child) {
  const { default: Redis } = await import('ioredis');
  const client = new Redis(url, { retryStrategy: () => (child.exitCode === null ? 50 : null) });
  client.on('error', () => {});
  try {
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
