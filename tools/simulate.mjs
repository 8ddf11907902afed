/**
 * `npm run simulate -- --seeds N [--first S]`: plays N invented councils through three school years, in virtual time,
 * and checks every invariant each night. A seed that fails is named, with its step, and plays again exactly alike.
 * Every processor plays its share.
 *
 * `npm run simulate -- --panels [--seeds N] [--first S]`: a year of weekly sittings for 250 children instead, through the
 * real services on a database of its own.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { build } from './build.mjs';
import { runCommand, say, seconds, Stop } from './launch/words.mjs';

const SEEDS = '../dist/libs/pathways/testing/simulation/seeds.js';
const OPTIONS = {
  seeds: { type: 'string' },
  first: { type: 'string', default: '1' },
  panels: { type: 'boolean', default: false },
};
const ROOM_FOR_NEW = 96; // megabytes: most of what a step makes is gone with the next one

async function simulate(args) {
  const { values: given } = parseArgs({ args, options: OPTIONS });
  const values = { ...given, seeds: given.seeds ?? (given.panels ? '1' : '1000') };
  const [count, first] = [whole(values, 'seeds'), whole(values, 'first')];
  if (values.panels) return yearsOfPanels(first, count);
  await build();
  const since = performance.now();
  const seeds = Array.from({ length: count }, (_, n) => first + n);
  const lanes = Math.min(availableParallelism(), count);
  const shares = Array.from({ length: lanes }, (_, lane) =>
    playedBy(seeds.filter((_, n) => n % lanes === lane)),
  );
  const played = (await Promise.all(shares)).flat();
  const sum = (name) => played.reduce((total, each) => total + each[name], 0);
  const broken = played.flatMap((each) => each.broken);
  process.stdout.write(
    `${sum('seeds')} seeds from ${first}, each 40 cases over 3 school years: ${sum('events')} events recorded, ` +
      `${sum('refused')} refused, ${sum('closed')} cases closed, ${broken.length} broken; ${seconds(since)}, ${lanes} at a time\n`,
  );
  for (const each of broken) say(each);
  return broken.length > 0 ? 1 : 0;
}

function yearsOfPanels(first, count) {
  const seeds = Array.from({ length: count }, (_, n) => first + n).join(',');
  const env = { ...process.env, PANEL_SEEDS: seeds, PANEL_CHILDREN: '250', PANEL_SITTINGS: '60' };
  const test = fileURLToPath(new URL('test.mjs', import.meta.url));
  const args = [test, '--selectProjects', 'database', '--testPathPatterns', 'simulation/panels'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}

function whole(values, name) {
  if (/^[1-9]\d{0,6}$/.test(values[name])) return Number(values[name]);
  throw new Stop(`--${name} is a whole number from 1, for example --${name} 20.`);
}

function playedBy(seeds) {
  return new Promise((resolve, reject) => {
    const player = new Worker(fileURLToPath(import.meta.url), {
      workerData: seeds,
      resourceLimits: { maxYoungGenerationSizeMb: ROOM_FOR_NEW },
    });
    player.once('message', resolve).once('error', reject);
  });
}

if (isMainThread) await runCommand(simulate);
else parentPort.postMessage(createRequire(import.meta.url)(SEEDS).playSeeds(workerData));
