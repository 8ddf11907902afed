/** `npm run --silent causeway -- COMMAND …`: the command line of the product. Standard output is the command's alone. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { appArguments, childEnvironment } from './launch/console.mjs';
import { onEnding } from './launch/ending.mjs';
import { startGuard } from './launch/guard.mjs';
import { identify } from './launch/process.mjs';
import { dataFolder } from './launch/project.mjs';
import { Stop, runCommand } from './launch/words.mjs';
import { installationDatabase } from './services/installation.mjs';

/** These need nothing but the program itself. */
const ALONE = ['clocks', 'events', 'replay', 'help'];
const ALONE_TOO = ['rules list', 'rules show'];
/** These look after the tables by themselves. */
const KEEPERS = ['migrate', 'prepare', 'authority'];

async function causeway(args) {
  await install();
  const mark = await stale(build);
  return needsDatabase(args) ? withDatabase(args, mark) : runApp(args, {});
}

function needsDatabase([command, ...rest]) {
  if (!command || command.startsWith('-') || ALONE.includes(command)) return false;
  if (ALONE_TOO.includes(`${command} ${rest[0]}`)) return false;
  return !rest.some((word) => ['--help', '-h'].includes(word));
}

/** A build that fails is a fault of the surroundings, not of the command. */
async function stale(step) {
  try {
    return await step();
  } catch (error) {
    throw error instanceof Stop ? new Stop(error.message, { code: 3 }) : error;
  }
}

async function withDatabase(args, mark) {
  const guard = startGuard();
  const database = await installationDatabase({ guard });
  try {
    if (!KEEPERS.includes(args[0])) await database.ready('migrate', mark);
    return await runApp(args, { DATABASE_URL: database.url, DATA_DIR: dataFolder() }, guard);
  } finally {
    await database.stop();
    guard.dismiss();
  }
}

function runApp(args, env, guard) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, appArguments('console', ...args), {
      stdio: 'inherit',
      cwd: placeOfPerson(),
      env: childEnvironment(env),
    });
    onEnding(({ reason }) => child.kill(reason === 'parent' ? 'SIGTERM' : reason));
    child.on('error', failed);
    child.on('close', (code, name) => done(code ?? 128 + constants.signals[name]));
    guard?.hold({ process: identify(child.pid) });
  });
}

/** File names count from where the person is, which npm notes before it changes to the project's folder. */
function placeOfPerson() {
  const byNpm = process.env.npm_lifecycle_event === 'causeway' && process.env.INIT_CWD;
  return byNpm || process.cwd();
}

await runCommand(causeway, { failure: 3 });
