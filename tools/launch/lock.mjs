/** A lock on a file, so that two commands started at once take turns. The lock of a dead process counts for nothing. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isAlive } from './process.mjs';
import { makeFolder } from './project.mjs';

/** Does the work while holding the lock, waiting for it as long as its holder lives. */
export async function withLock(file, work, { onWait } = {}) {
  makeFolder(dirname(file));
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 20) onWait?.();
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes the lock at once, or returns false when a living process has it. */
export function take(file) {
  if (create(file)) return true;
  if (isAlive(holder(file))) return false;
  return clearStale(file) && create(file);
}

function create(file) {
  try {
    writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds it. A file without words yet is being written at this moment by somebody alive. */
function holder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return ageOf(file) < 5000 ? identify(process.pid) : undefined;
  }
}

function ageOf(file) {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs;
}

/** Only one process at a time may remove a dead one's lock: else it could remove its successor's. */
function clearStale(file) {
  const turn = `${file}.turn`;
  if (!create(turn)) {
    if (ageOf(turn) > 5000) rmSync(turn, { force: true });
    return false;
  }
  try {
    if (!isAlive(holder(file))) rmSync(file, { force: true });
    return true;
  } finally {
    rmSync(turn, { force: true });
  }
}
