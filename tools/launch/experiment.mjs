/**
 * Runs a named program of `test/bench` or `test/chaos` against a PostgreSQL of its own, with the safe
 * settings of production, and hands the program's output and exit code through.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { build } from '../build.mjs';
import { install } from '../install.mjs';
import { childEnvironment, runConsole } from './console.mjs';
import { onEnding } from './ending.mjs';
import { startGuard } from './guard.mjs';
import { identify } from './process.mjs';
import { ROOT } from './project.mjs';
import { say } from './words.mjs';
import { ask } from '../services/postgres-client.mjs';
import { redis } from '../services/redis.mjs';
import { scratchServer } from '../services/scratch.mjs';

const DATABASE = 'causeway_scratch';

/** `kind` is the folder in `test`: 'bench' or 'chaos'. */
export async function experiment(kind, [name, ...args]) {
  const folder = join(ROOT, 'test', kind);
  const script = join(folder, `${name}.mjs`);
  if (!name || !/^[\w-]+$/.test(name) || !existsSync(script)) return listNames(kind, folder, name);
  await install();
  await build();
  const guard = startGuard();
  const ending = new Promise((done) => onEnding(done));
  const scratch = await scratchServer({ durable: true, guard });
  const queue = await redis({ folder: scratch.folder, guard });
  try {
    scratch.server.keepAlive({ onFailure: (error) => say(error.message) });
    return await runScript(script, args, await environment(scratch, queue), guard, ending);
  } finally {
    await queue.stop?.();
    await scratch.stop();
    guard.dismiss();
  }
}

function listNames(kind, folder, name) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const names = files.filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4));
  if (name) say(`There is no ${kind} called "${name}".`);
  say(
    `Say which: npm run ${kind} -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}`,
  );
  return 2;
}

/** The server restarts by itself when it is killed; POSTGRES_DATA tells a script which one to kill. */
async function environment({ folder, server }, queue) {
  await ask(server.url('postgres'), `CREATE DATABASE ${DATABASE}`);
  const url = server.url(DATABASE);
  await runConsole(
    ['migrate'],
    { DATABASE_URL: url },
    'The migrations failed. The reason is above.',
  );
  if (queue.missing)
    say(
      `Without Redis, because of ${queue.missing.why}. This would help: ${queue.missing.command}`,
    );
  return {
    DATABASE_URL: url,
    POSTGRES_DATA: server.dataDirectory,
    TEST_REDIS_URL: queue.url,
    TEST_REDIS_PID: queue.pid && String(queue.pid),
    PGBENCH: pgbench(),
    DATA_DIR: folder,
  };
}

function pgbench() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newestFirst = versions
    .sort((a, b) => b - a)
    .map((each) => `/usr/lib/postgresql/${each}/bin`);
  return [...(process.env.PATH ?? '').split(delimiter), ...newestFirst]
    .map((place) => join(place, 'pgbench'))
    .find((file) => existsSync(file));
}

function runScript(script, args, env, guard, ending) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: childEnvironment(env),
    });
    guard.hold({ process: identify(child.pid) });
    ending.then(() => child.kill('SIGTERM'));
    child.on('error', failed);
    child.on('close', (code, name) => done(code ?? 128 + constants.signals[name]));
  });
}
