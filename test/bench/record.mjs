/**
 * How many events a second are recorded: through the door and over HTTP, beside the same work as plain SQL
 * and by pgbench. Medians of interleaved rounds; the ratio is the product's to pgbench in the same round.
 *
 *   npm run bench -- record [--seed 1] [--rounds 5] [--seconds 4] [--cases 10000]
 */
import { aCouncil } from './parts/council.mjs';
import { theDoor } from './parts/door.mjs';
import { manyCases } from './parts/many-cases.mjs';
import { numbers } from './parts/options.mjs';
import { overHttp } from './parts/over-http.mjs';
import { pgbench } from './parts/pgbench.mjs';
import { plainSql } from './parts/plain-sql.mjs';
import { openDatabase, Statements } from './parts/product.mjs';
import { randomFrom } from './parts/random.mjs';
import { inRounds, middleOf } from './parts/rounds.mjs';
import { table } from './parts/table.mjs';

const CALLERS = 8;
const GOALS = { http: 0.4, door: 0.6 };
const {
  DATABASE_URL: url,
  POSTGRES_DATA: dataDirectory,
  PGBENCH: program,
  DATA_DIR: folder,
} = process.env;
const { seed, rounds, seconds, cases } = numbers({
  seed: '1',
  rounds: '5',
  seconds: '4',
  cases: '10000',
});

const database = await openDatabase(url);
const statements = new Statements(database);
const run = (sql) => statements.run('', sql, []);
say(`Making ${2 * cases} cases …`);
const actor = await aCouncil(statements);
for (const name of ['send_case', 'case_event', 'clock', 'instruction'])
  await run(`ALTER TABLE ${name} SET (autovacuum_enabled = false)`);
await manyCases(statements, actor, cases);

const half = Math.floor(cases / 2);
const common = { url, actor, callers: CALLERS, seed, folder, program };
const ours = { ...common, cases: { from: 1, to: half }, random: randomFrom(seed) };
const theirs = { ...common, cases: { from: half + 1, to: cases }, random: randomFrom(seed + 1) };
const http = await overHttp(ours);
const door = await theDoor(ours);
const plain = await plainSql(theirs);
const reference = program ? pgbench(theirs) : undefined;
const contenders = [http, door, plain, ...(reference ? [reference] : [])];

try {
  for (const contender of contenders) await warmed(contender);
  say(
    `${rounds} rounds of ${seconds} seconds each, ${CALLERS} callers, fsync and synchronous_commit on`,
  );
  const results = await inRounds(contenders, {
    rounds,
    seconds,
    dataDirectory,
    beforeRound: () => run('VACUUM'),
    told: (round, { name }, { rate, neighbours }) =>
      say(
        `round ${round + 1}: ${name} ${rate.toFixed(0)} events/s, neighbours on ${neighbours.toFixed(1)} processors`,
      ),
  });
  process.stdout.write(`${table(results, reference)}\n`);
  process.exitCode = answer(results);
} finally {
  for (const contender of contenders) await contender.close();
  await database.destroy();
}

function answer(results) {
  const rateOf = (contender) =>
    contender && Math.round(middleOf(results.get(contender), ({ rate }) => rate));
  const part = (name, contender) => {
    const ratio =
      reference && middleOf(results.get(contender), ({ rate }) => rate, results.get(reference));
    return {
      name,
      product: rateOf(contender),
      reference: rateOf(reference) ?? null,
      ratio: ratio === undefined ? null : Math.round(ratio * 100) / 100,
      goal: GOALS[name],
      pass: ratio === undefined ? null : ratio >= GOALS[name],
    };
  };
  const parts = [part('http', http), part('door', door)];
  if (!reference)
    say(
      'pgbench is not installed (Debian: apt-get install postgresql-contrib), so there is no reference; plain SQL stands above.',
    );
  const pass = reference ? parts.every((each) => each.pass) : null;
  const { product, reference: beside, ratio, goal } = parts[0];
  process.stdout.write(
    `${JSON.stringify({ name: 'record', seed, rounds, product, reference: beside, ratio, goal, pass, parts })}\n`,
  );
  return pass === null ? 3 : pass ? 0 : 1;
}

/** Until the code is compiled and every connection has its plans. */
async function warmed(contender) {
  const until = performance.now() + 30_000;
  for (let events = 0; events < 8000 && performance.now() < until;)
    events += (await contender.run(1)).events;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
