/** `npm run check`: formatter, linter, types, module boundaries, unused code. Two at a time, longest first. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { install } from './install.mjs';
import { run } from './launch/process.mjs';
import { ROOT } from './launch/project.mjs';
import { runCommand, say, seconds } from './launch/words.mjs';

const STEPS = [
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['boundaries', 'dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs', 'test'],
  ['unused code', 'knip/bin/knip.js'],
];

async function check() {
  await install();
  const waiting = [...STEPS];
  const failures = [];
  const lanes = Math.max(1, Math.min(2, availableParallelism()));
  await Promise.all(Array.from({ length: lanes }, () => workThrough(waiting, failures)));
  if (failures.length > 0) say(`\nNot in order: ${failures.join(', ')}.`);
  else say('All in order.');
  return failures.length > 0 ? 1 : 0;
}

async function workThrough(waiting, failures) {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, program, ...args] = step;
    const since = performance.now();
    const answer = await run(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
    });
    if (answer.code === 0) {
      say(`ok      ${name} (${seconds(since)})`);
      continue;
    }
    failures.push(name);
    say(`FAILED  ${name} (${seconds(since)})\n${answer.stdout}${answer.stderr}`.trimEnd());
  }
}

await runCommand(check);
