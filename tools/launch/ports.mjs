/** Ports that nobody else is using. */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { take } from './lock.mjs';
import { Stop } from './words.mjs';

/** A free port on the loopback address, chosen by the system. */
export function freePort() {
  return listenOnce({ port: 0, host: '127.0.0.1' });
}

/** True when a program could listen on the port, on loopback and on every address. */
export async function isFree(port) {
  for (const address of [{ port, host: '127.0.0.1' }, { port }]) {
    try {
      await listenOnce({ ...address, exclusive: true });
    } catch {
      return false;
    }
  }
  return true;
}

function listenOnce(address) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(address, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The port for the pages: the one asked for, or the first free one from 3000. */
export async function webPort(asked) {
  if (asked === undefined || asked === '') return nextFree(3000);
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Stop(`PORT must be a number from 1 to 65535, and not "${asked}".`);
  if (port === 0) return freePort();
  if (!(await isFree(port)))
    throw new Stop(
      `Port ${port} is in use by another program. Choose another one, for example: PORT=${port + 1} npm start`,
    );
  return port;
}

/** Two starts at the same moment see the same port free, so each also takes a note of its choice. */
async function nextFree(first) {
  for (let port = first; port < first + 200; port += 1)
    if ((await isFree(port)) && claim(port)) return port;
  throw new Stop(
    `No port from ${first} to ${first + 199} is free. Choose one: PORT=8080 npm start`,
  );
}

const claimOf = (port) => join(tmpdir(), `causeway-port-${port}-${process.getuid?.() ?? 0}`);

function claim(port) {
  try {
    return take(claimOf(port));
  } catch {
    return true;
  }
}

export const giveUpPort = (port) => rmSync(claimOf(port), { force: true });
