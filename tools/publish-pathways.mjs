/**
 * `npm run pathways:publish`: writes test/histories for every version that has none yet, and never again, so that each
 * build can show that a published version still does what it did. `-- --again NAME` writes the newest version of a
 * pathway once more: only while nobody has a case on it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ROOT } from './launch/project.mjs';
import { runCommand, say, Stop } from './launch/words.mjs';

const FOLDER = join(ROOT, 'test/histories');

async function publish(args) {
  const { again } = optionsFrom(args);
  await build();
  const { pathways, pathwayVersions, goldenOf, definitionHash, ...days } = product();
  const unknown = again.filter((name) => !pathways.some((it) => it.name === name));
  if (unknown.length) throw new Stop(`There is no pathway ${unknown.join(', ')}.`, { code: 2 });
  mkdirSync(FOLDER, { recursive: true });
  const calendar = calendarOf(days);
  for (const pathway of pathwayVersions) {
    const file = join(FOLDER, `${pathway.name}-v${pathway.version}.json`);
    const isWanted = again.includes(pathway.name) && pathways.includes(pathway);
    if (existsSync(file) && !isWanted) continue;
    const golden = goldenOf(pathway, calendar, definitionHash(pathway).toString('hex'));
    writeFileSync(file, lines(golden));
    say(`${pathway.name} version ${pathway.version}: ${golden.steps.length} steps written.`);
  }
}

function optionsFrom(args) {
  const again = { type: 'string', multiple: true, default: [] };
  try {
    return parseArgs({ args, options: { again } }).values;
  } catch (error) {
    throw new Stop(error.message, { code: 2 });
  }
}

function product() {
  const require = createRequire(join(ROOT, 'dist/apps/'));
  require('reflect-metadata');
  return {
    ...require('../libs/pathways/src'),
    ...require('../libs/pathways/testing/golden'),
    ...require('../libs/pathways/testing/school-years'),
    ...require('../libs/casework/src/history-hash'),
    ...require('../libs/statutory-calendar/src'),
  };
}

/** Bank holidays and terms are kept too: a new year in the product's own calendar must not move a date here. */
function calendarOf({ makeCalendar, englandBankHolidays, manyTerms }) {
  const file = join(FOLDER, 'calendar.json');
  if (!existsSync(file)) {
    const terms = { name: 'Wendmoor', terms: manyTerms, inset: [] };
    writeFileSync(file, `${JSON.stringify({ bankHolidays: englandBankHolidays.days, terms })}\n`);
  }
  return makeCalendar(JSON.parse(readFileSync(file, 'utf8')));
}

/** One step a line: a change is read at a glance. */
function lines({ steps, ...head }) {
  const rows = steps.map((step) => JSON.stringify(step)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"steps":[\n${rows}\n]}\n`;
}

await runCommand(publish);
