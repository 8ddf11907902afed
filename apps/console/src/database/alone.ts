import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EXIT, Stop } from '../exit';
import { say } from '../voice';
import { shown } from './connection';

const TRY = `SELECT pg_try_advisory_lock(hashtextextended('causeway looks after its tables', 0)) AS got`;

/** Keeps two commands from changing the tables at the same time: the second one waits until the first is through. */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const holder = await connected(url);
  try {
    for (let tries = 0; !(await holder.query<{ got: boolean }>(TRY)).rows[0]?.got; tries += 1) {
      if (tries === 0) say('Another command is preparing this database; waiting for it …');
      await pause(250);
    }
    return await work();
  } finally {
    await holder.end();
  }
}

async function connected(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, application_name: 'causeway' });
    client.on('error', () => undefined); // whoever works on the database meets the fault and reports it
    await client.connect();
    return client;
  } catch (error) {
    throw new Stop(
      `The database at ${shown(url)} does not answer: ${(error as Error).message || (error as NodeJS.ErrnoException).code || 'no connection'}`,
      EXIT.environment,
    );
  }
}
