/**
 * Waits on a pipe from the process that started it. When that process is killed without a chance to
 * tidy up, the pipe closes and everything that it held is stopped and removed here.
 */
import { rmSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { leave } from '../services/postgres-leases.mjs';
import { end } from './process.mjs';

let held = [];
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => (held = JSON.parse(line)));
lines.on('close', () => void releaseAll());

async function releaseAll() {
  const processes = held.filter((item) => item.process);
  await Promise.all(processes.map((item) => settle(() => end(item.process, ENDING, item))));
  for (const item of held.filter((each) => each.lease))
    await settle(() => leave(item.lease, item.holder));
  for (const item of held.filter((each) => each.path))
    await settle(() => rmSync(item.path, { recursive: true, force: true, maxRetries: 5 }));
  process.exit(0);
}

const ENDING = [
  ['SIGTERM', 8000],
  ['SIGKILL', 2000],
];

async function settle(step) {
  try {
    await step();
  } catch {
    // Nobody is left to tell: go on with the rest.
  }
}
