/** Runs a command of `apps/console`, the program behind `causeway`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './process.mjs';
import { DIST, ROOT } from './project.mjs';
import { Stop } from './words.mjs';

/** Room for many requests between two collections of garbage: at the default size they take a tenth of the processor time. */
const MEMORY = '--min-semi-space-size=16';

/** The arguments for Node.js that run an app. */
export function appArguments(name, ...args) {
  const main = join(DIST, 'apps', name, 'src', 'main.js');
  if (!existsSync(main))
    throw new Stop(`apps/${name}/src/main.ts is missing, so there is no ${name} to run.`, {
      code: 3,
    });
  return ['--enable-source-maps', MEMORY, main, ...args];
}

/**
 * Our own environment with the given changes. PGHOST and its like are for a database of the person's:
 * beside ours they would only mislead the driver.
 */
export function childEnvironment(extra = {}) {
  const theirs = Boolean(process.env.DATABASE_URL);
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== 'DATABASE_URL' && (theirs || !/^PG[A-Z]+$/.test(name)),
  );
  const wanted = Object.entries(extra).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...kept, ...wanted]);
}

/** Runs it to its end, its words to standard error, and stops us with them if it fails. */
export async function runConsole(args, env, failure) {
  const answer = await run(process.execPath, appArguments('console', ...args), {
    cwd: ROOT,
    env: childEnvironment(env),
    stdio: ['ignore', process.stderr, process.stderr],
    limit: 30 * 60_000,
  });
  if (answer.code !== 0) throw new Stop(failure, { code: 3 });
}

/** What it prints on standard output, or nothing if it fails. */
export async function consoleAnswer(args, env) {
  const answer = await run(process.execPath, appArguments('console', ...args), {
    cwd: ROOT,
    env: childEnvironment(env),
    limit: 60_000,
  });
  return answer.code === 0 ? answer.stdout.trimEnd() : undefined;
}
