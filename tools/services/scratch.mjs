/** A PostgreSQL for one run: in a folder of its own, removed with everything in it at the end. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { openServer } from './postgres.mjs';
import { otherUsers, stopServer } from './postgres-leases.mjs';

const PLACE = '/var/tmp';
const PREFIX = 'causeway-scratch-';

export async function scratchServer({ durable, guard }) {
  await sweep();
  const folder = scratchFolder();
  const release = guard?.hold({ path: folder });
  const server = await openServer({ home: join(folder, 'postgres'), durable, guard });
  return {
    folder,
    server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      release?.();
    },
  };
}

/** Enterable by others, since the database may have to run as another user. */
export function scratchFolder() {
  const folder = mkdtempSync(join(PLACE, PREFIX));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes what runs that ended with the machine have left behind. */
async function sweep() {
  for (const name of readdirSync(PLACE).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(PLACE, name);
    if (!isAbandoned(folder)) continue;
    await stopServer(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAbandoned(folder) {
  try {
    const { uid, mtimeMs } = statSync(folder);
    if (uid !== process.getuid?.() || Date.now() - mtimeMs < 60_000) return false;
    return otherUsers(join(folder, 'postgres'), 0).length === 0;
  } catch {
    return false;
  }
}
