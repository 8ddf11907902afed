/** The note in the data folder that says: Causeway runs on this data, here. One at a time. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { take } from './lock.mjs';
import { end, identify, isAlive } from './process.mjs';
import { Stop } from './words.mjs';

const ENDING = [
  ['SIGTERM', 5000],
  ['SIGKILL', 2000],
];

/** Takes the data folder for this run, after ending what a killed run may have left. */
export async function beTheOnlyOne(data) {
  const file = join(data, 'running');
  const former = read(file);
  if (former && !isAlive(former))
    await Promise.all((former.programs ?? []).map((program) => end(program, ENDING)));
  if (!take(file)) throw alreadyRunning(read(file));
  return {
    file,
    /** Told anew whenever a program is started, so that a later run can tidy up after a crash. */
    note: (facts) => writeFileSync(file, JSON.stringify({ ...identify(process.pid), ...facts })),
    remove: () => rmSync(file, { force: true }),
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function alreadyRunning(note) {
  const where = note?.address ? `at ${note.address}` : 'and is just starting';
  return new Stop(
    `Causeway is already running ${where} (process ${note?.pid}). Stop that one first with Ctrl-C, or start a second one on other data: DATA_DIR=.data-second npm start`,
  );
}
