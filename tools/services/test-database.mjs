/** The database server of a test run, with a migrated template that each test file copies for itself. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { runConsole } from '../launch/console.mjs';
import { Stop } from '../launch/words.mjs';
import { ask, onDatabase, shown } from './postgres-client.mjs';
import { scratchServer } from './scratch.mjs';

/** `{ environment, folder, stop }`. The environment is what test/support reads. */
export async function testDatabase({ guard }) {
  const given = process.env.TEST_DATABASE_URL;
  const scratch = given ? undefined : await scratchServer({ durable: false, guard });
  const admin = given ?? scratch.server.url('postgres');
  if (given) await refuseWithoutRights(given);
  const prefix = `causeway_test_${randomBytes(4).toString('hex')}_`;
  const template = given ? `${prefix}template` : 'causeway_template';
  try {
    await makeTemplate(admin, template);
  } catch (error) {
    await (scratch ? scratch.stop() : dropOurs(admin, prefix));
    throw error;
  }
  return {
    environment: {
      TEST_DATABASE_URL: admin,
      TEST_DATA_DIRECTORY: scratch?.server.dataDirectory,
      CAUSEWAY_TEMPLATE: template,
      CAUSEWAY_TEST_PREFIX: prefix,
    },
    folder: scratch?.folder,
    stop: () => (scratch ? scratch.stop() : dropOurs(admin, prefix)),
  };
}

async function refuseWithoutRights(url) {
  const rights = 'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user';
  const [role] = await ask(url, rights).catch((error) => {
    throw new Stop(
      `TEST_DATABASE_URL (${shown(url)}) does not answer: ${error.message || error.code}`,
      { code: 3 },
    );
  });
  if (!role?.may)
    throw new Stop(
      'The role in TEST_DATABASE_URL may not create databases, and each test file needs one of its own. Give it that right (ALTER ROLE … CREATEDB), or unset TEST_DATABASE_URL to use a private server.',
      { code: 3 },
    );
}

async function makeTemplate(admin, template) {
  await ask(admin, `CREATE DATABASE ${template}`);
  const url = onDatabase(admin, template);
  await runConsole(
    ['migrate'],
    { DATABASE_URL: url, NODE_ENV: 'test' },
    'The migrations failed, so there is nothing to test on. The reason is above.',
  );
  await ask(admin, `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
}

/** Only databases with the random beginning of this run: nobody else can have made those. */
async function dropOurs(admin, prefix) {
  const named = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)';
  for (const { datname } of await ask(admin, named, [prefix]))
    await ask(admin, `DROP DATABASE "${datname}" WITH (FORCE)`);
}
