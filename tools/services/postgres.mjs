/** A real PostgreSQL of our own: made once, started on a free loopback port, restarted if it dies. */
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from '../launch/project.mjs';
import { isAlive } from '../launch/process.mjs';
import { restartLimit } from '../launch/restarts.mjs';
import { Stop, say } from '../launch/words.mjs';
import { accountFor } from './postgres-account.mjs';
import { OLDEST, findBinaries, noServer } from './postgres-binaries.mjs';
import { majorOf, makeCluster, passwordsOf } from './postgres-cluster.mjs';
import { ask } from './postgres-client.mjs';
import { launch } from './postgres-launch.mjs';
import {
  alone,
  clusterOf,
  leave,
  otherUsers,
  runningServer,
  stopServer,
  takeLease,
} from './postgres-leases.mjs';

/**
 * Joins the server of this home, starting it (and making it) if needed. `durable: false` trades
 * safety for speed and is for tests. The last process that stops using it shuts it down.
 */
export async function openServer({ home, durable = true, guard }) {
  makeFolder(home);
  const account = accountFor(clusterOf(home));
  const release = guard?.hold({ lease: home, holder: process.pid });
  let running;
  let watching;

  async function joinOrStart() {
    takeLease(home);
    const binaries = await binariesFor(home, account);
    await makeCluster({ home, binaries, account, durable });
    running =
      (await join(home)) ??
      (await launch({ home, binaries, account, durable, keepPort: isShared() }));
  }

  /** The port must stay the same while somebody has been told of it. */
  function isShared() {
    return Boolean(running) || otherUsers(home, process.pid).length > 0;
  }

  await alone(home, joinOrStart);

  return {
    home,
    dataDirectory: clusterOf(home),
    get pid() {
      return running.process.pid;
    },
    url: (database, role = 'postgres') => urlOf(home, running.port, database, role),
    /** Restarts the server whenever it dies, until it is stopped. */
    keepAlive({ onFailure }) {
      watching = keepAlive(
        () => running.process,
        () => alone(home, joinOrStart),
        onFailure,
      );
    },
    async stop() {
      await watching?.stop();
      await leave(home);
      release?.();
    },
  };
}

function keepAlive(current, restart, onFailure) {
  const limit = restartLimit('PostgreSQL');
  let stopped = false;
  const loop = watch();

  async function watch() {
    while (!stopped) {
      await pause(100);
      if (stopped || isAlive(current())) continue;
      say('PostgreSQL has stopped unexpectedly; starting it again.');
      try {
        await limit.next();
        if (!stopped) await restart();
      } catch (error) {
        stopped = true;
        onFailure(error);
      }
    }
  }
  return {
    stop() {
      stopped = true;
      return loop;
    },
  };
}

async function binariesFor(home, account) {
  const major = majorOf(home);
  const binaries = await findBinaries(account, major);
  if (binaries) return binaries;
  if (major) throw otherVersion(home, major, await findBinaries(account));
  throw noServer();
}

function otherVersion(home, major, found) {
  const here = found ? `PostgreSQL ${found.version}` : `no PostgreSQL from ${OLDEST} on`;
  return new Stop(
    `The database in ${clusterOf(home)} was written by PostgreSQL ${major}, and this machine has ${here}. Nothing was changed. Install PostgreSQL ${major}, or take a backup with the former version of Causeway and restore it here, or begin with an empty folder: DATA_DIR=.data-new npm start`,
    { code: 3 },
  );
}

/** The server that runs already, once it answers and says that it keeps its data in this home. */
async function join(home) {
  const running = runningServer(home);
  if (!running) return undefined;
  const url = urlOf(home, running.port, 'postgres', 'postgres');
  for (let tries = 0; tries < 100 && isAlive(running.process); tries += 1) {
    const [row] = await ask(url, 'SHOW data_directory').catch(() => []);
    if (row?.data_directory === clusterOf(home)) return running;
    await pause(100);
  }
  await stopServer(home);
  return undefined;
}

function urlOf(home, port, database, role) {
  return `postgres://${role}:${passwordsOf(home)[role]}@127.0.0.1:${port}/${database}`;
}
