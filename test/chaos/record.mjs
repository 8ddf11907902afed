/**
 * Kills web, worker and database again and again while officers record events over HTTP, and then compares what was
 * acknowledged with what was kept (R1), that one command had one effect (R2), and that no message went twice (R6).
 *
 *   npm run chaos -- record [--seed 1] [--events 1000] [--kills 8] [--cases 96]
 *
 * CHAOS_WORDS=1 shows what web and worker say on standard error.
 */
import { join } from 'node:path';
import { startGuard } from '../../tools/launch/guard.mjs';
import { aChild, aCouncil } from '../bench/parts/council.mjs';
import { openDatabase, Statements } from '../bench/parts/product.mjs';
import { numbers } from '../bench/parts/options.mjs';
import { randomFrom } from '../bench/parts/random.mjs';
import { signedIn } from '../bench/parts/web-process.mjs';
import { clientLedger } from './parts/client-ledger.mjs';
import { databaseServer } from './parts/database-server.mjs';
import { faultPlan } from './parts/fault-plan.mjs';
import { officerAtWork } from './parts/officer-at-work.mjs';
import { checkCases, checkLedger, checkMessages } from './parts/oracle.mjs';
import { startPrograms } from './parts/programs.mjs';
import { provider } from './parts/provider.mjs';
import { stubbornClient } from './parts/stubborn-client.mjs';
import { settled, until } from './parts/waiting.mjs';

const TODAY = '2026-03-20';
const OFFICERS = 8;
const LEASE_SECONDS = 6;
const { seed, events, kills, cases } = numbers({
  seed: '1',
  events: '1000',
  kills: '8',
  cases: '96',
});
const {
  DATABASE_URL: url,
  POSTGRES_DATA: dataDirectory,
  TEST_REDIS_URL: redis,
  DATA_DIR: folder,
} = process.env;

/** Mail leaves in working hours; here it is always morning, so that a worker can be killed in the middle of a delivery. */
const MAIL_LEAVES_AT_ONCE = [
  "CREATE FUNCTION leave_at_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.due_at := '2000-01-01'; RETURN NEW; END $$",
  'CREATE TRIGGER leave_at_once BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION leave_at_once()',
];

const guard = startGuard();
const random = randomFrom(seed);
const ledger = clientLedger(join(folder, 'ledger.jsonl'));
const post = await provider({ random: randomFrom(seed + 1) });
const database = databaseServer({ url, dataDirectory });
const programs = await startPrograms({
  url,
  redis,
  guard,
  provider: post,
  today: TODAY,
  leaseSeconds: LEASE_SECONDS,
});
const watchdog = setTimeout(gaveUp, 600_000 + events * 200);
try {
  const result = await storm();
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.pass ? 0 : 1;
} finally {
  clearTimeout(watchdog);
  post.stop();
  await Promise.all(Object.values(programs).map((program) => program.stop()));
  guard.dismiss();
}

async function storm() {
  const since = performance.now();
  const { actor, children } = await prepared();
  await Promise.all([programs.web.ready(), programs.worker.ready()]);
  const headers = await signedIn(programs.web.address);
  const client = stubbornClient({ address: programs.web.address, headers, random });
  const officer = officerAtWork({ client, ledger, random, actor, today: TODAY });
  const references = await opened(officer, children);
  const plan = faultPlan({
    random: randomFrom(seed + 2),
    kills,
    events,
    targets: ['web', 'database', 'worker'],
  });
  say(
    `Seed ${seed}: ${references.length} cases; killing ${plan.map(({ victim, after }) => `${victim} after ${after}`).join(', ')}`,
  );

  const faults = { ...programs, database };
  const goOn = () => ledger.acknowledged < events;
  await Promise.all([
    inOrder(plan, async ({ victim, after }) => {
      await until(() => ledger.acknowledged >= after, `${after} events are recorded`);
      await faults[victim].kill();
    }),
    ...Array.from({ length: OFFICERS }, (_, number) => work(number, officer, references, goOn)),
  ]);
  say(`${ledger.acknowledged} acknowledged in ${seconds(since)}; waiting for the rest to be done`);
  return judged({ since, plan, client, officer });
}

/** Each officer has cases of their own, and now and then touches a colleague's. */
async function work(number, officer, references, goOn) {
  const own = references.filter((_, at) => at % OFFICERS === number);
  while (goOn()) await officer.step(random.of(random() < 0.9 ? own : references));
}

async function prepared() {
  return withStatements(async (statements) => {
    const actor = await aCouncil(statements, { places: 16 });
    for (const sql of MAIL_LEAVES_AT_ONCE) await statements.run('', sql, []);
    const children = [];
    for (let at = 0; at < cases; at += 1) children.push(await aChild(statements));
    return { actor, children };
  });
}

async function opened(officer, children) {
  const references = await Promise.all(
    children.map((childId, at) =>
      officer.open(at % 2 ? 'ehc_needs_assessment' : 'y6_transition', childId),
    ),
  );
  return references.filter(Boolean);
}

async function judged({ since, plan, client, officer }) {
  await database.ready();
  await Promise.all([programs.web.ready(), programs.worker.ready()]);
  return withStatements(async (statements) => {
    const run = (sql) => statements.run('', sql, []);
    await settled(run, 40 * LEASE_SECONDS);
    const commands = await checkLedger(run, ledger.lines());
    const history = await checkCases(statements);
    const messages = await checkMessages(run, post.taken);
    const crashed = { web: programs.web.crashes, worker: programs.worker.crashes };
    const wrong = [
      ...Object.values(crashed),
      ...[commands.lost, commands.doubled, client.counts.unequal],
      ...[history.gaps, history.broken, history.otherState, history.otherClocks],
      ...[messages.doubled, messages.lost, messages.unknown, messages.waiting],
    ];
    return {
      name: 'record',
      seed,
      seconds: Math.round((performance.now() - since) / 1000),
      acknowledged: ledger.acknowledged,
      killed: countBy(plan),
      crashed,
      commands: { ...commands, ...client.counts, ...officer.counts },
      history,
      messages: { ...messages, ...post.counts },
      goal: 0,
      pass: ledger.acknowledged >= events && wrong.every((count) => count === 0),
    };
  });
}

function countBy(plan) {
  const counts = {};
  for (const { victim } of plan) counts[victim] = (counts[victim] ?? 0) + 1;
  return counts;
}

async function withStatements(workWith) {
  const source = await openDatabase(url, { poolSize: 2 });
  try {
    return await workWith(new Statements(source));
  } finally {
    await source.destroy();
  }
}

async function inOrder(list, act) {
  for (const each of list) await act(each);
}

function gaveUp() {
  say('The run has taken far too long: it is ended here.');
  process.exit(1);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
