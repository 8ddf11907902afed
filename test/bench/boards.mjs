/**
 * What the boards cost beside the least that a database can do in the same round: the counts of the 20-week board beside
 * an index-only count of the same cases, a page of work beside SELECT 1; and what whole pages cost: processor time of web
 * process and database for a page, so that neighbours on the machine do not count, with how long it took beside it.
 *
 *   npm run bench -- boards [--seed 1] [--rounds 7] [--open 5000] [--plans 20000] [--most 150000]
 */
import { AUTHORITY, aCouncil } from './parts/council.mjs';
import { manyAssessments } from './parts/many-assessments.mjs';
import { numbers } from './parts/options.mjs';
import { pageTimes } from './parts/page-times.mjs';
import { Calendars, CaseLists, openDatabase, Statements, Tallies } from './parts/product.mjs';
import { usedBy, usedByServer } from './parts/processor-time.mjs';
import { median } from './parts/rounds.mjs';
import { signedIn, webProcess } from './parts/web-process.mjs';

const TODAY = '2026-11-18';
const PAST = '2026-11-04';
const LARGEST = '898';
const GOAL = { ratio: 4, page: 200, asAt: 1000 };
const PAGES = {
  'the board': '/boards',
  'the board, one team’s breached': '/boards?status=breached&area=WM3',
  'open assessments': '/boards/assessments',
  'advice to chase': '/boards/advice?when=late',
  'plans sent': '/boards/plans-sent',
  workload: '/boards/workload',
  'annual reviews': '/boards/annual-reviews',
  cases: '/cases',
  'my work': '/my-work',
};
const OF_A_DAY = {
  'the board as at a past day': `/boards?on=${PAST}`,
  'what was corrected of it': `/boards/what-was-corrected?on=${PAST}`,
};
const { seed, rounds, open, plans, most } = numbers({
  seed: '1',
  rounds: '7',
  open: '5000',
  plans: '20000',
  most: '150000',
});

const url = process.env.DATABASE_URL;
// helpers of the server start up slowly and flatter the bare count most: one process answers both
const alone = `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c max_parallel_workers_per_gather=0')}`;
const database = await openDatabase(alone);
const statements = new Statements(database);
let web;
try {
  say(
    `Making ${open} open assessments and ${plans} plans, and ${most} open assessments elsewhere …`,
  );
  const actor = await aCouncil(statements);
  await manyAssessments(statements, AUTHORITY, { today: TODAY, open, sent: plans, seed });
  const other = await anotherCouncil();
  await statements.run('', 'VACUUM ANALYZE', []);
  const parts = [
    await ratio('counts', open, counted(actor)),
    await ratio('counts', most, counted(other)),
    await ratio('work', 50, worked(actor)),
  ];
  web = await webProcess({ DATABASE_URL: url, CAUSEWAY_TODAY: TODAY });
  const headers = await signedIn(web.address);
  for (const [name, path] of Object.entries(PAGES))
    parts.push(await page(name, path, headers, GOAL.page));
  for (const [name, path] of Object.entries(OF_A_DAY))
    parts.push(await page(name, path, headers, GOAL.asAt));
  answer(parts);
} finally {
  await web?.stop();
  await database.destroy();
}

/** A council with all the cases of the country's largest, many times over; only what counts read. */
async function anotherCouncil() {
  await statements.run(
    '',
    "INSERT INTO authority (code, name, is_demo) VALUES ($1, 'Elsewhere', true)",
    [LARGEST],
  );
  await manyAssessments(statements, LARGEST, {
    today: TODAY,
    open: most,
    seed: seed + 1,
    history: false,
  });
  const [officer] = await statements.run(
    '',
    'SELECT id FROM officer WHERE authority = $1 LIMIT 1',
    [LARGEST],
  );
  return {
    id: officer.id,
    authority: LARGEST,
    name: '',
    roles: ['send_manager'],
    teamId: null,
    schoolUrn: null,
  };
}

/** The counts of the board by leg, week and status, and the bare count of the same cases. */
function counted(actor) {
  const tallies = new Tallies(statements);
  const calendar = new Calendars(statements).forAuthority(AUTHORITY);
  const bare =
    "SELECT count(*) FROM send_case WHERE authority = $1 AND pathway = 'ehc_needs_assessment' AND open";
  return {
    product: async () => tallies.today(actor, TODAY, await calendar),
    reference: () => statements.run('bench.count', bare, [actor.authority]),
  };
}

/** Which 50 cases of an officer are due next, and the shortest question of all; what they say is read by the page below. */
function worked(actor) {
  const lists = new CaseLists(statements);
  return {
    product: () => lists.page(actor, { owner: actor.id, status: 'open' }, { from: 0, limit: 50 }),
    reference: () => statements.run('bench.one', 'SELECT 1', []),
  };
}

async function ratio(name, size, { product, reference }) {
  const each = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b] = await quick(product, reference);
    if (round) each.push({ product: a, reference: b, ratio: a / b });
  }
  const of = (key) => Math.round(median(each.map((one) => one[key])) * 100) / 100;
  const part = {
    name: `${name}, ${size}`,
    product: of('product'),
    reference: of('reference'),
    ratio: of('ratio'),
    goal: GOAL.ratio,
  };
  say(`${part.name}: ${part.product} ms beside ${part.reference} ms, ratio ${part.ratio}`);
  return { ...part, pass: part.ratio <= GOAL.ratio };
}

/** How long both take in turn, in milliseconds: the lower quarter of the runs, since neighbours only ever add. */
async function quick(...works) {
  const times = works.map(() => []);
  for (let n = 0; n < 20; n += 1)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[at].push(performance.now() - start);
    }
  return times.map((some) => some.sort((a, b) => a - b)[Math.floor(some.length / 4)]);
}

/** What a page costs the processors of web process and database, and how long it took with neighbours on the machine. */
async function page(name, path, headers, goal) {
  const used = () => usedBy(web.pid) + usedByServer(process.env.POSTGRES_DATA);
  const measured = await pageTimes(`${web.address}${path}`, headers, { rounds, used });
  if (!measured) return { name, product: null, pass: null, goal };
  const { times, costs } = measured;
  const product = Math.round(costs[Math.floor(costs.length * 0.95)]);
  const p95 = Math.round(times[Math.floor(times.length * 0.95)]);
  say(`${name}: ${product} ms of processor time, ${Math.round(median(times))} to ${p95} ms waited`);
  return { name, product, waited: p95, goal, pass: Math.min(product, p95) <= goal };
}

function answer(parts) {
  const pass = parts.every((part) => part.pass !== false);
  const { product, reference, ratio: beside, goal } = parts[1];
  process.stdout.write(
    `${JSON.stringify({ name: 'boards', seed, rounds, product, reference, ratio: beside, goal, pass, parts })}\n`,
  );
  process.exitCode = pass ? 0 : 1;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
