/** Waiting for a state, by looking every 50 milliseconds, and never longer than it should take. */
import { setTimeout as pause } from 'node:timers/promises';

export async function until(holds, what, seconds = 240) {
  const deadline = performance.now() + 1000 * seconds;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} seconds: ${what}`);
    await pause(50);
  }
}

/** Until nothing is left to be done by the worker; what is still left then is for the comparison to find. */
export async function settled(run, seconds) {
  const nothingLeft = async () => (await run(LEFT))[0].n === 0;
  await until(nothingLeft, 'nothing is left for the worker', seconds).catch(async () => {
    for (const row of await run(WHAT_IS_LEFT)) process.stderr.write(`${JSON.stringify(row)}\n`);
  });
}

const LEFT = `
SELECT (SELECT count(*) FROM instruction WHERE done_at IS NULL)::int
  + (SELECT count(*) FROM message WHERE status IN ('due', 'sending'))::int AS n`;

const WHAT_IS_LEFT = `
SELECT 'instruction' AS what, kind AS which, attempts, trouble, count(*)::int FROM instruction WHERE done_at IS NULL GROUP BY kind, attempts, trouble
UNION ALL SELECT 'message', status, attempts, trouble, count(*)::int FROM message WHERE status IN ('due', 'sending') GROUP BY status, attempts, trouble`;
