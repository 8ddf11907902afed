/** Starts a PostgreSQL server on a cluster and waits until it answers. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, isFree } from '../launch/ports.mjs';
import { identify } from '../launch/process.mjs';
import { Stop, say } from '../launch/words.mjs';
import { ask } from './postgres-client.mjs';
import { passwordsOf } from './postgres-cluster.mjs';
import { clearRemains, clusterOf, serverName } from './postgres-leases.mjs';

const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const SAFE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const QUICK = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
};

/** Tries again on another port when the chosen one is taken, and after clearing a dead server's remains. */
export async function launch({ home, binaries, account, durable, keepPort }) {
  await clearRemains(home);
  let failure;
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await choosePort(home, keepPort);
    const settings = {
      ...ALWAYS,
      ...(durable ? SAFE : QUICK),
      cluster_name: serverName(home),
      port,
    };
    const server = begin({ home, binaries, account, settings });
    failure = await answers(home, server, port);
    if (!failure) {
      writeFileSync(join(home, 'port'), String(port));
      return { process: server.identity, port };
    }
    if (!/already exists|in use|could not bind|pre-existing/.test(failure)) break;
    await pause(300);
    await clearRemains(home);
  }
  throw new Stop(whyNot(home, failure), { code: 3 });
}

async function choosePort(home, keepPort) {
  if (!keepPort) return freePort();
  const former = Number(readFileSync(join(home, 'port'), 'utf8'));
  if (await isFree(former)) return former;
  await pause(500);
  return former;
}

/** Its own session, and its words in a file: so it can outlive whoever started it. */
function begin({ home, binaries, account, settings }) {
  const log = join(home, 'log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000)
    renameSync(log, `${log}.old`);
  const words = openSync(log, 'a', 0o600);
  const from = statSync(log).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', clusterOf(home), ...options], {
    ...account?.ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', words, words],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  closeSync(words);
  child.unref();
  const server = { ended: false, identity: identify(child.pid), said: () => saidSince(log, from) };
  child.on('error', () => (server.ended = true));
  child.on('exit', () => (server.ended = true));
  return server;
}

const saidSince = (log, from) => readFileSync(log).subarray(from).toString('utf8');

/** Undefined once the server takes a connection; its words if it ends before. */
async function answers(home, server, port) {
  const url = `postgres://postgres:${passwordsOf(home).postgres}@127.0.0.1:${port}/postgres`;
  const since = performance.now();
  let told = false;
  while (performance.now() - since < 300_000) {
    if (server.ended) return server.said() || 'it said nothing';
    const [row] = await ask(url, 'SHOW data_directory').catch(() => []);
    if (row?.data_directory === clusterOf(home)) return undefined;
    if (!told && performance.now() - since > 8000) {
      say('PostgreSQL is still starting: it puts its files in order after a sudden stop …');
      told = true;
    }
    await pause(20);
  }
  return `it did not answer in 5 minutes\n${server.said()}`;
}

function whyNot(home, words) {
  if (/no space left/i.test(words))
    return 'The disk is full: PostgreSQL could not start. Free some space, then run the command again. Nothing was lost.';
  const last = words.trim().split('\n').slice(-8).join('\n');
  return `PostgreSQL could not start. Its last words, from ${join(home, 'log')}:\n${last}`;
}
