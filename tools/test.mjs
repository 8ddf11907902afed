/**
 * `npm test`: starts what the tests need in private places, runs them, removes it all, and closes with
 * the line `N passed, N failed`. Words after `--` go to Jest: `npm test -- libs/pathways`.
 */
import { rmSync } from 'node:fs';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { childEnvironment } from './launch/console.mjs';
import { onEnding } from './launch/ending.mjs';
import { startGuard } from './launch/guard.mjs';
import { startJest } from './launch/jest.mjs';
import { inWords, runCommand, say, seconds } from './launch/words.mjs';
import { chromium } from './services/chromium.mjs';
import { redis } from './services/redis.mjs';
import { scratchFolder } from './services/scratch.mjs';
import { testDatabase } from './services/test-database.mjs';

/** What belongs to a real installation must never reach a test. */
const NOT_FOR_TESTS =
  /^(DATABASE_URL|REDIS_URL|DATA_DIR|PORT|WORKER_PORT|CAUSEWAY_.*|SMTP_.*|NOTIFY_.*)$/;

async function test(args) {
  const since = performance.now();
  const ending = new Promise((done) => onEnding(done));
  forgetInstallation();
  const guard = startGuard();
  const services = await Promise.race([ending, bringUp(args, guard)]);
  if (services.code) process.exit(services.code); // half-way up nobody knows it all but the guard
  say(`Ready to test in ${seconds(since)}.`);
  const jest = startJest({ args, env: services.env, folder: services.folder, guard });
  const counts = await Promise.race([ending, jest.finished()]);
  await jest.stop();
  await services.stop();
  guard.dismiss();
  return counts.code ?? conclude(counts, services.missing);
}

function forgetInstallation() {
  for (const name of Object.keys(process.env).filter((each) => NOT_FOR_TESTS.test(each)))
    delete process.env[name];
}

async function bringUp(args, guard) {
  await install();
  await build();
  const folder = scratchFolder();
  guard.hold({ path: folder });
  const nothing = [{}, {}, {}];
  const [database, queue, browser] = isPure(args)
    ? nothing
    : await Promise.all([testDatabase({ guard }), redis({ folder, guard }), chromium()]);
  return {
    folder,
    env: environment({ folder, database, queue, browser }),
    missing: Object.entries({ Redis: queue.missing, browser: browser.missing }).filter(
      ([, why]) => why,
    ),
    async stop() {
      await Promise.all([queue.stop?.(), database.stop?.()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** `--selectProjects pure` needs no server at all. */
function isPure(args) {
  const at = args.indexOf('--selectProjects');
  return at >= 0 && args[at + 1] === 'pure' && (args[at + 2] ?? '-').startsWith('-');
}

/** Exactly what was found: no Redis or browser means no such variable, whatever our own surroundings say. */
function environment({ folder, database, queue, browser }) {
  for (const name of ['TEST_DATABASE_URL', 'TEST_REDIS_URL', 'CHROME_PATH'])
    delete process.env[name];
  return childEnvironment({
    ...database.environment,
    TEST_REDIS_URL: queue.url,
    TEST_REDIS_PID: queue.pid && String(queue.pid),
    CHROME_PATH: browser.path,
    DATA_DIR: folder,
    NODE_ENV: 'test',
  });
}

/** The last words. Where a machine stands guard (CI=true) a missing Redis or browser is a failure. */
function conclude({ passed, failed, skipped, names }, missing) {
  const strict = process.env.CI === 'true' || process.env.CI === '1';
  say('');
  for (const [what, { why, command }] of missing)
    say(
      `${strict ? 'Failed' : 'Skipped'}: the ${what} tests, because of ${why}. This would help: ${command}`,
    );
  for (const name of names.slice(0, 20)) say(`Skipped: ${name}`);
  if (names.length > 20) say(`Skipped: ${names.length - 20} more`);
  const failures = failed + (strict ? missing.length : 0);
  if (passed + failures === 0) say('No test was run, and that counts as a failure.');
  return lastLine(passed, failures, skipped);
}

function lastLine(passed, failed, skipped = 0) {
  const ending = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(`${passed} passed, ${failed} failed${ending}\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** What keeps the tests from running at all is a failure too, and says so in the same form. */
async function testOrSayWhyNot(args) {
  try {
    return await test(args);
  } catch (error) {
    say(inWords(error));
    return lastLine(0, 1);
  }
}

await runCommand(testOrSayWhyNot);
