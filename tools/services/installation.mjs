/** The database of this installation: the one of DATABASE_URL, else our own in the data folder. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runConsole } from '../launch/console.mjs';
import { dataFolder, makeFolder, outsideFolder, shortHash } from '../launch/project.mjs';
import { Stop, say } from '../launch/words.mjs';
import { accountFor, canEnter } from './postgres-account.mjs';
import { ask, shown, withClient } from './postgres-client.mjs';
import { passwordsOf } from './postgres-cluster.mjs';
import { clusterOf } from './postgres-leases.mjs';
import { openServer } from './postgres.mjs';

const NAME = 'causeway';

/** `url`, `keepAlive`, `stop`, and `ready(step, mark)`, which runs a step of the console unless it was done. */
export async function installationDatabase({ guard } = {}) {
  const given = process.env.DATABASE_URL;
  return given ? theirs(given) : ours(guard);
}

async function theirs(url) {
  try {
    await ask(url, 'SELECT 1');
  } catch (error) {
    throw new Stop(
      `DATABASE_URL is set, but the database at ${shown(url)} does not answer: ${error.message || error.code}. Put it right, or unset DATABASE_URL to use the built-in database.`,
      { code: 3 },
    );
  }
  return {
    url,
    keepAlive() {},
    /** Somebody else's database is changed by `npm start`, never in passing by another command. */
    ready: async (step) => step === 'prepare' && prepare(step, url),
    async stop() {},
  };
}

async function ours(guard) {
  const home = homeOfDatabase();
  const server = await openServer({ home, guard });
  await makeRoleAndDatabase(server);
  return {
    get url() {
      return server.url(NAME, NAME);
    },
    keepAlive: (options) => server.keepAlive(options),
    ready: (step, mark) => prepareOnce(home, step, mark, server.url(NAME, NAME)),
    stop: () => server.stop(),
  };
}

/** In the data folder; elsewhere, with a note of the place, if its user may not enter, as under /root. */
function homeOfDatabase() {
  const data = dataFolder();
  const inside = join(data, 'postgres');
  if (process.getuid?.() !== 0 || existsSync(clusterOf(inside))) return inside;
  if (canEnter(accountFor(clusterOf(inside)), clusterOf(inside))) return inside;
  const note = join(makeFolder(data), 'postgres-is-in');
  if (!existsSync(note)) writeFileSync(note, newPlace(data));
  return join(readFileSync(note, 'utf8'), 'postgres');
}

function newPlace(data) {
  const place = mkdtempSync(join(outsideFolder(), `${shortHash(data)}-`));
  chmodSync(place, 0o755);
  say(`The database is kept in ${place}, because its user may not enter ${data}.`);
  return place;
}

/** The product works as an ordinary role that owns its database; the superuser is for the launcher. */
function makeRoleAndDatabase(server) {
  return withClient(server.url('postgres'), async (client) => {
    const has = async (statement) => (await client.query(statement, [NAME])).rowCount > 0;
    if (!(await has('SELECT 1 FROM pg_roles WHERE rolname = $1'))) {
      const password = passwordsOf(server.home)[NAME];
      await client.query(`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${password}'`);
      await client.query(`GRANT pg_monitor, pg_signal_backend TO ${NAME}`);
    }
    if (await has('SELECT 1 FROM pg_database WHERE datname = $1')) return;
    await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
    await allowBackup(server);
  });
}

async function allowBackup(server) {
  for (const name of [
    'pg_backup_start(text, boolean)',
    'pg_backup_stop(boolean)',
    'pg_switch_wal()',
  ])
    await ask(server.url(NAME), `GRANT EXECUTE ON FUNCTION ${name} TO ${NAME}`);
}

const STEPS = {
  migrate:
    'The database could not be brought up to date. The reason is above; nothing was half done.',
  prepare: 'The database could not be prepared. The reason is above. The data so far is kept.',
};

async function prepare(step, url) {
  await runConsole([step], { DATABASE_URL: url, DATA_DIR: dataFolder() }, STEPS[step]);
}

/** The built-in database changes only through us, so what was done for this very build need not be again. */
async function prepareOnce(home, step, mark, url) {
  const note = join(home, 'ready');
  const done = existsSync(note) ? readFileSync(note, 'utf8').split(' ') : [];
  if (done.includes(mark) && done.includes(step)) return;
  await prepare(step, url);
  const before = done.includes(mark) ? done : [mark];
  writeFileSync(note, [...before, 'migrate', step].join(' '));
}
