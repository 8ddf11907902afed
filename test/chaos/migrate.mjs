/**
 * Takes live cases of three versions of a pathway over to the newest, and kills the run again and again while people go
 * on with some of the cases. Then it compares: no case lost, none moved twice, no date changed without a reason (R8).
 * At last it takes the plan back, killed as well, and compares with before.
 *
 *   npm run chaos -- migrate [--seed 1] [--cases 5000] [--kills 10]
 */
import { startGuard } from '../../tools/launch/guard.mjs';
import { aCouncil } from '../bench/parts/council.mjs';
import { numbers } from '../bench/parts/options.mjs';
import {
  openDatabase,
  pathwayNamed,
  Statements,
  twoNewerVersions,
} from '../bench/parts/product.mjs';
import { randomFrom } from '../bench/parts/random.mjs';
import { picture } from './parts/before-and-after.mjs';
import { faultPlan } from './parts/fault-plan.mjs';
import { commands } from './parts/killed-command.mjs';
import { aDesk, livingCases, PATHWAY, TODAY } from './parts/living-cases.mjs';
import { checkBack, checkMoved } from './parts/migration-oracle.mjs';
import { checkCases } from './parts/oracle.mjs';
import { peopleMeanwhile } from './parts/people-meanwhile.mjs';

const { seed, cases: count, kills } = numbers({ seed: '1', cases: '5000', kills: '10' });
const { DATABASE_URL: url } = process.env;
const PLANNER = 'planner@wendmoor.example';
const WITHIN_30_DAYS = '2026-02-26';
const KILLS_ON_THE_WAY_BACK = 2;

const WAITING =
  "SELECT count(*)::int AS n FROM version_move WHERE plan_id = $1 AND decision = 'moves' AND moved_at IS NULL";
const BACK =
  'SELECT count(*)::int AS n FROM version_move WHERE plan_id = $1 AND taken_back_at IS NOT NULL';
const MOVES =
  'SELECT c.reference, m.decision, m.why, m.dates FROM version_move m JOIN send_case c ON c.id = m.case_id WHERE m.plan_id = $1';
/** Lists read the next date from the case: it must be that of its clocks. */
const OTHER_LISTS = `
SELECT count(*)::int AS n FROM send_case c, LATERAL (SELECT min(k.due_on) AS due_on FROM clock k WHERE k.case_id = c.id AND k.status = 'open') k
WHERE (c.next_due_at AT TIME ZONE 'Europe/London')::date IS DISTINCT FROM k.due_on`;

/** The run is so slow that it can be killed, and gone on beside, wherever it is: ten seconds in all, however many cases. */
const SLOWLY = [
  `CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${10 / count}); RETURN NEW; END $$`,
  'CREATE TRIGGER take_time BEFORE UPDATE ON version_move FOR EACH ROW EXECUTE FUNCTION take_time()',
];

const since = performance.now();
const guard = startGuard();
const random = randomFrom(seed);
const source = await openDatabase(url, { poolSize: 10 });
const statements = new Statements(source);
const run = (sql, values = []) => statements.run('', sql, values);
const command = (today) =>
  commands({ guard, env: { NODE_ENV: 'development', DATABASE_URL: url, CAUSEWAY_TODAY: today } });
try {
  const result = await storm();
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.pass ? 0 : 1;
} finally {
  await source.destroy();
  guard.dismiss();
}

async function storm() {
  const { second, third } = twoNewerVersions();
  const actor = await aCouncil(statements, { places: count });
  const desk = aDesk(statements, actor);
  const versions = [pathwayNamed(PATHWAY, 1), second, third];
  const cases = await livingCases({ desk, random, count, versions });
  await run('VACUUM ANALYZE');
  say(`Seed ${seed}: ${cases.length} cases stand`);
  const before = await picture(run);

  const { plan, refusals } = await approvedPlan(actor);
  for (const sql of SLOWLY) await run(sql);
  say(`Planned and approved`);
  const { killed, people } = await movedThoughKilled(plan, { desk, cases });
  const moves = await movesOf(plan);
  const after = await picture(run);
  say(`Killed ${killed} times; comparing`);
  const moved = await checkMoved(statements, {
    before,
    after,
    moves,
    acknowledged: people.acknowledged,
  });
  const history = await checkCases(statements);

  const again = command(WITHIN_30_DAYS);
  const killedBack = await again.doneThoughKilled(
    ['migrate-cases', PATHWAY, '--undo', plan],
    killing(KILLS_ON_THE_WAY_BACK, moved.moved, () => numberOf(BACK, plan)),
  );
  const back = checkBack({ before, moved: after, after: await picture(run) });
  const historyAfter = await checkCases(statements);
  const wrong = [
    ...[moved.lost, moved.twice, moved.unexplained, moved.otherwise, back.different],
    ...[history, historyAfter].flatMap((it) => [it.gaps, it.broken, it.otherState, it.otherClocks]),
    ...[kills - killed, KILLS_ON_THE_WAY_BACK - killedBack, 2 - refusals, cases.length - count],
    await numberOf(OTHER_LISTS),
  ];
  return {
    name: 'migrate',
    seed,
    seconds: Math.round((performance.now() - since) / 1000),
    cases: cases.length,
    begunOn: countBy([...before.values()], ({ pathwayVersion }) => pathwayVersion),
    refusedWithoutSecondPerson: refusals,
    killed: { run: killed, back: killedBack },
    people: people.counts,
    ...moved,
    history,
    back: { ...back, history: historyAfter },
    goal: 0,
    pass: wrong.every((each) => each === 0) && moved.moved > 0 && people.counts.recorded > 0,
  };
}

/** Planned by one person; whoever planned it can neither run nor approve it. */
async function approvedPlan(actor) {
  const causeway = command(TODAY);
  const planned = ['migrate-cases', PATHWAY, '--to', '3', '--plan', '--as', PLANNER];
  const plan = (await causeway.done(...planned)).trim();
  const early = await causeway.run('migrate-cases', PATHWAY, '--run', plan);
  const alone = await causeway.run('migrate-cases', PATHWAY, '--approve', plan, '--as', PLANNER);
  const refusals = [early, alone].filter(({ code }) => code === 1).length;
  const [{ email }] = await run('SELECT email FROM officer WHERE id = $1', [actor.id]);
  await causeway.done('migrate-cases', PATHWAY, '--approve', plan, '--as', email);
  return { plan, refusals };
}

async function movedThoughKilled(plan, { desk, cases }) {
  const all = await numberOf(WAITING, plan);
  let done = 0;
  const progress = async () => (done = all - (await numberOf(WAITING, plan)));
  const share = () => done / all;
  const people = peopleMeanwhile({ desk, cases, share, random: randomFrom(seed + 1) });
  const killed = await command(TODAY).doneThoughKilled(['migrate-cases', PATHWAY, '--run', plan], {
    ...killing(kills, all, progress),
    atLast: 2,
  });
  await people.stop();
  return { killed, people };
}

/** At random moments all over the work; never when all is done. */
function killing(times, all, progress) {
  const plan = faultPlan({ random, kills: times, events: all, targets: ['run'] });
  return { moments: plan.map(({ after }) => Math.min(after, all - 1)), progress, random };
}

async function movesOf(plan) {
  const rows = await run(MOVES, [plan]);
  return new Map(rows.map((row) => [row.reference, row]));
}

async function numberOf(sql, ...values) {
  const [{ n }] = await run(sql, values);
  return n;
}

function countBy(list, of) {
  const counts = {};
  for (const each of list) counts[of(each)] = (counts[of(each)] ?? 0) + 1;
  return counts;
}

function say(text) {
  process.stderr.write(`${((performance.now() - since) / 1000).toFixed(0)} s: ${text}\n`);
}
