/** The PostgreSQL of this run, to be killed. It is started again by whoever started this run. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hasGone, identify } from '../../../tools/launch/process.mjs';
import { childrenOf, postmasterOf } from '../../bench/parts/processor-time.mjs';

export function databaseServer({ url, dataDirectory }) {
  return {
    name: 'database',
    /** Every process of the server at once: a power cut leaves none to tidy up. */
    async kill() {
      await this.ready();
      await assertOurs(url, dataDirectory);
      const postmaster = postmasterOf(dataDirectory);
      const all = [postmaster, ...childrenOf(postmaster)].map(identify);
      for (const { pid } of all) quietly(() => process.kill(pid, 'SIGKILL'));
      for (const each of all) await hasGone(each, 5000);
    },
    async ready(seconds = 180) {
      const until = performance.now() + 1000 * seconds;
      while (!(await ask(url, 'SELECT 1').catch(() => undefined))) {
        if (performance.now() > until)
          throw new Error(`The database is not back after ${seconds} seconds`);
        await pause(50);
      }
    },
  };
}

/** Nothing is ever killed that this run did not start: the server itself says where it keeps its data. */
async function assertOurs(url, dataDirectory) {
  const [row] = await ask(url, "SELECT current_setting('data_directory') AS directory");
  if (!dataDirectory || row.directory !== dataDirectory)
    throw new Error(
      `The server at DATABASE_URL keeps its data in ${row.directory}, and not in ${dataDirectory}: it is left alone`,
    );
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function quietly(act) {
  try {
    act();
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
