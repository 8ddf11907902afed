/**
 * `npm run simulate -- --seeds N [--first S]`: plays N invented councils through three school years, in virtual time,
 * and checks every invariant each night. A seed that fails is named, with its step, and plays again exactly alike.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { ROOT } from './launch/project.mjs';
import { run } from './launch/process.mjs';
import { runCommand, say } from './launch/words.mjs';

const MANY = '1000';

async function simulate(args) {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string', default: MANY },
      first: { type: 'string', default: '1' },
    },
  });
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const only = ['--selectProjects', 'pure', '--testPathPatterns', 'test/simulation/simulate.spec'];
  const answer = await run(process.execPath, [jest, ...only], {
    cwd: ROOT,
    env: { ...process.env, SIMULATE_SEEDS: values.seeds, SIMULATE_FIRST: values.first },
  });
  say(`${answer.stdout}${answer.stderr}`.trimEnd());
  return answer.code === 0 ? 0 : 1;
}

await runCommand(simulate);
