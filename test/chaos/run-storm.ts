import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const TOOL = join(__dirname, '../../tools/chaos.mjs');

/** Runs a storm as `npm run chaos -- NAME` does: in processes of its own, on a PostgreSQL of its own. */
export async function runStorm<Outcome>(
  name: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  const run = spawn(process.execPath, [TOOL, name, ...options], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => run.kill());
  let said = '';
  run.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(run, 'close');
  const last = said.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error('The storm ended without a result: see above');
  process.stdout.write(`${last}\n`);
  return JSON.parse(last) as Outcome;
}
