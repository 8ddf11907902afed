/** Runs Jest and counts what it did. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { end, identify } from './process.mjs';
import { ROOT } from './project.mjs';
import { say } from './words.mjs';

/** Long enough for a slow machine that does other work too; a run that hangs ends all the same. */
const LONGEST = 40 * 60_000;
const EVERYTHING = join(ROOT, 'tools', 'launch', 'jest-everything.cjs');
const ENDING = [
  ['SIGTERM', 5000],
  ['SIGKILL', 2000],
];

/** Starts Jest with these arguments. `finished` resolves with the counts; `stop` ends it and all its workers. */
export function startJest({ args, env, folder, guard }) {
  const report = join(folder, 'jest.json');
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const fixed = ['--maxWorkers=2', '--json', `--outputFile=${report}`, ...which(args)];
  const child = spawn(
    process.execPath,
    [jest, ...fixed, ...(process.env.CI ? ['--ci'] : []), ...args],
    {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', process.stderr, process.stderr],
    },
  );
  const identity = identify(child.pid);
  const release = guard.hold({ process: identity, group: true });
  const exited = new Promise((done) => child.on('exit', (code) => done({ code: code ?? 1 })));
  const stop = () => end(identity, ENDING, { group: true });
  return {
    stop,
    async finished() {
      const { code } = await Promise.race([
        exited,
        pause(LONGEST, { code: 'late' }, { ref: false }),
      ]);
      if (code === 'late')
        say(`The tests are not done after ${LONGEST / 60_000} minutes: they are stopped here.`);
      await stop();
      release();
      return counted(report, code);
    },
  };
}

/** Journeys that nobody waits for on every change run when they are asked for: `npm run journeys`. */
function which(args) {
  if (args.length === 0) return ['--config', EVERYTHING];
  return args.includes('--selectProjects') ? [] : ['--ignoreProjects', 'long-journeys'];
}

/** A suite that could not run, a run without its report and a failure of Jest itself each count as failed. */
function counted(report, code) {
  const results = read(report);
  if (!results) return { passed: 0, failed: 1, skipped: 0, names: [] };
  const passed = results.numPassedTests;
  const skipped = results.numPendingTests + results.numTodoTests;
  const broken = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const unexplained = code !== 0 && broken === 0 && passed > 0 ? 1 : 0;
  return { passed, failed: broken + unexplained, skipped, names: skippedNames(results) };
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

function skippedNames({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
}
