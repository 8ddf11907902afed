/**
 * How long the pages of the register of annual reviews take, from asking to the last byte, today and as at a past day.
 *
 *   npm run bench -- reviews [--seed 1] [--rounds 6] [--plans 20000] [--open 5000]
 */
import { AUTHORITY, aCouncil } from './parts/council.mjs';
import { manyReviews } from './parts/many-reviews.mjs';
import { numbers } from './parts/options.mjs';
import { pageTimes } from './parts/page-times.mjs';
import { openDatabase, Statements } from './parts/product.mjs';
import { median } from './parts/rounds.mjs';
import { signedIn, webProcess } from './parts/web-process.mjs';

const TODAY = '2026-11-18';
const HOME = '/boards/annual-reviews';
const [PAGE, AS_AT] = [200, 1000];
const PAGES = [
  ['register by month', HOME, PAGE],
  ['register by school', `${HOME}?by=school`, PAGE],
  ['plans never held', `${HOME}/plans?stage=never_held`, PAGE],
  ['all plans', `${HOME}/plans`, PAGE],
  ['dates met', `${HOME}/dates-met`, PAGE],
  ['phase transfers', '/boards/phase-transfers', PAGE],
  ['Year 11', `${HOME}/year-11`, PAGE],
  ['register as at a past day', `${HOME}?on=2026-06-30`, AS_AT],
];
const { seed, rounds, plans, open } = numbers({
  seed: '1',
  rounds: '6',
  plans: '20000',
  open: '5000',
});

const url = process.env.DATABASE_URL;
const database = await openDatabase(url);
const statements = new Statements(database);
let web;
try {
  say(`Making ${plans} plans with ${open} open reviews …`);
  await aCouncil(statements);
  await manyReviews(statements, AUTHORITY, { today: TODAY, plans, open, seed });
  await statements.run('', 'VACUUM ANALYZE', []);
  web = await webProcess({ DATABASE_URL: url, CAUSEWAY_TODAY: TODAY });
  const headers = await signedIn(web.address);
  const parts = [];
  for (const [name, path, goal] of PAGES) {
    const times = await pageTimes(`${web.address}${path}`, headers, rounds * 5);
    const product = Math.round(times[Math.floor(times.length * 0.95)]);
    say(`${name}: half within ${Math.round(median(times))} ms, 95 % within ${product} ms`);
    parts.push({ name, product, goal, pass: product <= goal });
  }
  const pass = parts.every((part) => part.pass);
  const answer = { name: 'reviews', seed, rounds, product: parts[0].product, reference: null };
  process.stdout.write(`${JSON.stringify({ ...answer, ratio: null, goal: PAGE, pass, parts })}\n`);
  process.exitCode = pass ? 0 : 1;
} finally {
  await web?.stop();
  await database.destroy();
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
