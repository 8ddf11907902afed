/**
 * `npm run mutate [-- --only PATH]`: changes the guards and the date operators a little at a time, and says
 * which changes no test notices. What was tried before and has not changed since is not tried again.
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { CACHE, ROOT } from './launch/project.mjs';
import { runCommand, say, Stop } from './launch/words.mjs';
import { subjects } from './mutation/subjects.mjs';

const WANTED = 85;
const FOLDER = join(CACHE, 'mutation');
const plugin = (name) => fileURLToPath(new URL(`./mutation/${name}.mjs`, import.meta.url));

async function mutate(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
  const wanted = subjects(values.only);
  if (wanted.length === 0) throw new Stop(`Nothing under ${values.only} is mutated.`);
  mkdirSync(FOLDER, { recursive: true });
  const tried = [];
  for (const subject of wanted) {
    const results = await tryMutants(subject);
    tried.push({ ...subject, results });
    tellSurvivors(results);
    say(line(subject.folder, results));
  }
  return conclude(tried);
}

function tryMutants({ folder, files, specs }) {
  return new Stryker({
    mutate: files,
    specs,
    testRunner: 'pure',
    plugins: [plugin('runner'), plugin('words')],
    ignorers: ['words'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 20_000, // a busy machine is not an endless loop
    incremental: true,
    incrementalFile: join(FOLDER, `${basename(folder)}.json`),
    tempDirName: join(FOLDER, 'sandbox'),
    ignorePatterns: ['**', '!libs/**', '!test/vectors/**', '!docs/pathways/**', '!jest.config.cjs'],
    reporters: [],
    logLevel: 'error',
    warnings: false,
  }).runMutationTest();
}

function conclude(tried) {
  let code = 0;
  for (const group of new Set(tried.map((each) => each.group))) {
    const results = tried.filter((each) => each.group === group).flatMap((each) => each.results);
    process.stdout.write(`${line(group, results)}\n`);
    if (score(results) < WANTED) code = 1;
  }
  if (code > 0) say(`At least ${WANTED} % are wanted.`);
  return code;
}

const noticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const missed = ({ status }) => status === 'Survived' || status === 'NoCoverage';

function score(results) {
  const [yes, no] = [results.filter(noticed).length, results.filter(missed).length];
  return (100 * yes) / Math.max(1, yes + no);
}

function line(name, results) {
  const [yes, no] = [results.filter(noticed).length, results.filter(missed).length];
  return `${score(results).toFixed(1)} % noticed, ${no} of ${yes + no} not: ${name}`;
}

function tellSurvivors(results) {
  for (const { fileName, location, mutatorName, replacement, status } of results.filter(missed)) {
    const path = fileName.slice(ROOT.length + 1);
    const unseen = status === 'NoCoverage' ? ' (no test comes here)' : '';
    say(`${path}:${location.start.line}:${location.start.column} ${mutatorName}${unseen}`);
    say(`  ${replacement.replace(/\s+/g, ' ').slice(0, 120)}`);
  }
}

await runCommand(mutate);
