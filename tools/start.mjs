/** `npm start`: everything from a fresh clone to a page in the browser. Ctrl-C stops it all; the data stays. */
import { statfsSync } from 'node:fs';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { appArguments, childEnvironment, consoleAnswer } from './launch/console.mjs';
import { onEnding } from './launch/ending.mjs';
import { startGuard } from './launch/guard.mjs';
import { freePort, giveUpPort, webPort } from './launch/ports.mjs';
import { dataFolder, makeFolder } from './launch/project.mjs';
import { beTheOnlyOne } from './launch/running.mjs';
import { logOf, supervise } from './launch/supervise.mjs';
import { runCommand, say, seconds } from './launch/words.mjs';
import { installationDatabase } from './services/installation.mjs';

/** What has been started, in order; stopped in the reverse order. */
const started = [];
let isEnding = false;

async function start() {
  const since = performance.now();
  const ending = new Promise((done) => onEnding(done));
  let onFailure;
  const failed = new Promise((_, reject) => (onFailure = reject));
  try {
    const reached = await Promise.race([ending, failed, bringUp(onFailure)]);
    if (!reached.address) return leaveHalfway(reached);
    announce(reached, since);
    await Promise.race([ending, failed]);
    say('\nStopping …');
  } catch (error) {
    await bringDown();
    throw error;
  }
  await bringDown();
  say('Causeway has stopped. The data is kept.');
  return 0;
}

/** While things are still coming up nobody knows them all but the guard: it tidies up once we are gone. */
function leaveHalfway({ code }) {
  say('\nStopped before it was ready. The data so far is kept.');
  process.exit(code);
}

async function bringUp(onFailure) {
  const data = makeFolder(dataFolder());
  warnOfFullDisk(data);
  const running = await beTheOnlyOne(data);
  started.push({ stop: running.remove });
  const guard = startGuard();
  guard.hold({ path: running.file });
  started.push({ stop: guard.dismiss });
  await install();
  const mark = await build();
  const port = await webPort(process.env.PORT);
  started.push({ stop: () => giveUpPort(port) });
  const database = await installationDatabase({ guard });
  started.push(database);
  database.keepAlive({ onFailure });
  await database.ready('prepare', mark);
  return isEnding ? {} : runApps({ data, port, database, guard, running, onFailure });
}

async function runApps({ data, port, database, guard, running, onFailure }) {
  const workerPort = await freePort();
  const settings = {
    DATABASE_URL: database.url,
    DATA_DIR: data,
    NODE_ENV: process.env.NODE_ENV || 'development',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
  };
  const env = childEnvironment(settings);
  const address = `http://127.0.0.1:${port}`;
  const onStart = () =>
    running.note({ address, programs: programs.map((program) => program.identity) });
  const programs = Object.entries({ web: port, worker: workerPort }).map(([name, at]) =>
    supervise({
      name,
      args: appArguments(name),
      env,
      log: logOf(data, name),
      healthAt: `http://127.0.0.1:${at}/health/ready`,
      guard,
      onStart,
      onFailure,
    }),
  );
  started.push({ stop: () => Promise.all(programs.map((program) => program.stop())) });
  onStart();
  const personas = consoleAnswer(['personas'], settings);
  await Promise.all(programs.map((program) => program.ready()));
  return { address, personas: await personas, data };
}

function announce({ address, personas, data }, since) {
  say(`Ready in ${seconds(since)}. Ctrl-C stops it. Data and logs: ${data}`);
  process.stdout.write(`Causeway is ready at ${address}\n`);
  if (personas) process.stdout.write(`${personas}\n`);
}

/** Programs before the database, and every step even if one before it fails. */
async function bringDown() {
  isEnding = true;
  for (const { stop } of started.reverse()) {
    try {
      await stop();
    } catch (error) {
      say(`While stopping: ${error.message}`);
    }
  }
}

function warnOfFullDisk(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < 1000) say(`Warning: only ${free} MB are free on the disk of ${folder}.`);
}

await runCommand(start);
