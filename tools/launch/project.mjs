/** Where everything of this checkout lives, and what its environment asks for. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const DIST = join(ROOT, 'dist');
export const CACHE = join(ROOT, '.cache');

/** The folder for data that outlives a run: DATA_DIR, else `.data` in the checkout. */
export function dataFolder() {
  return resolve(ROOT, process.env.DATA_DIR || '.data');
}

/** Eight letters that tell one folder from every other on this machine. */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * A folder outside the checkout for what another system user must reach; only root needs one. Not in
 * /var/tmp where it can be helped: many systems delete there what has not been touched for a month.
 */
export function outsideFolder() {
  try {
    return makeFolder('/var/lib/causeway');
  } catch {
    return makeFolder('/var/tmp/causeway-root');
  }
}

/** Makes a folder and its parents, enterable by others, so that a database user can reach its own. */
export function makeFolder(folder, mode = 0o755) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (mode !== 0o755) mkdirSync(folder, { recursive: true, mode });
  return folder;
}
