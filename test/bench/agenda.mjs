/**
 * How long the agenda of a sitting takes to build from many candidates, each with its reasons, beside reading the same
 * rows plainly. Medians over rounds; in each round both are done in turn.
 *
 *   npm run bench -- agenda [--seed 1] [--rounds 15] [--candidates 250]
 */
import { aCouncil, AUTHORITY } from './parts/council.mjs';
import { copiesOf, TODAY } from './parts/many-cases.mjs';
import { numbers } from './parts/options.mjs';
import {
  Agendas,
  AtRiskReader,
  Calendars,
  FixedClock,
  londonInstant,
  openDatabase,
  Statements,
} from './parts/product.mjs';
import { randomFrom } from './parts/random.mjs';
import { median } from './parts/rounds.mjs';
import { aTatsSitting } from './parts/tats-panel.mjs';

const GOAL = 20;
const TIMES = 10;
const FROM = '2026-03-01';
const UNTIL = '2026-05-31';
const KIND = {
  pathway: 'tats_case',
  prefix: 'TA-9',
  steps: [
    ['2026-03-09', 'CHILD_IDENTIFIED'],
    ['2026-03-10', 'TRIAGE_STARTED'],
  ],
};
const { seed, rounds, candidates } = numbers({ seed: '1', rounds: '15', candidates: '250' });
const random = randomFrom(seed);

const HOUSEHOLDS = `INSERT INTO household (id, authority, name) SELECT md5(n::text)::uuid, $1, 'Household ' || n FROM generate_series(1, 30) n`;
const OF_CASE = `
UPDATE send_case SET stage = $3, state = jsonb_set(jsonb_set(state, '{context,priority}', to_jsonb($2::int)), '{value,work}', to_jsonb($3::text))
WHERE id = $1`;
const OF_CHILD = `
UPDATE child SET urn = $2, care_status = $3, sen_provision = $4, household_id = (SELECT id FROM household WHERE id = md5($5::text)::uuid)
WHERE id = $1`;
const PLAINLY = `
SELECT c.*, h.* FROM send_case c JOIN child h ON h.id = c.child_id
WHERE c.authority = $1 AND c.pathway = 'tats_case' AND c.stage IN ('triage', 'review_listed') ORDER BY c.id`;

/** A term and a half of registers, three suspensions and a rule's hit for each child. */
const REGISTERS = [
  `INSERT INTO feed_pupil (authority, key, urn, match, why, child_id, seen_at)
   SELECT $1, id::text, urn, 'auto', 'Same UPN', id, clock_timestamp() FROM child WHERE authority = $1`,
  `INSERT INTO attendance_session (pupil_id, day, session, urn, authority, code, updated_at)
   SELECT p.id, d, half, p.urn, $1, CASE WHEN hashtext(p.key || d || half) % 7 = 0 THEN 'O' ELSE '/' END, clock_timestamp()
   FROM feed_pupil p, generate_series('2025-11-03'::date, '2026-03-19', '1 day') d, unnest(ARRAY['AM', 'PM']) half
   WHERE p.authority = $1 AND extract(isodow FROM d) < 6`,
  `INSERT INTO suspension (authority, pupil_id, urn, category, start_on, end_on, half_days, loaded_at)
   SELECT $1, p.id, p.urn, 'SUSP', d, d, 2, clock_timestamp() FROM feed_pupil p, unnest(ARRAY['2026-01-20', '2026-02-10', '2026-03-03']::date[]) d`,
  `INSERT INTO rule_hit (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on)
   SELECT $1, id, 'T5', '2026', 'list', '{}', 'Persistent absence and a suspension this term', '2026-01-05', '2026-03-19', '2026-03-19' FROM child`,
  `INSERT INTO child_priority (child_id, authority, on_day, points, answers) SELECT id, $1, '2026-03-19', 40, '{"lastFourWeeks":2}' FROM child`,
];

const database = await openDatabase(process.env.DATABASE_URL);
try {
  const statements = new Statements(database);
  const run = (sql, values = []) => statements.run('', sql, values);
  const clock = new FixedClock(londonInstant(TODAY, '09:00'));
  const actor = await aCouncil(statements);
  const panel = { chair: actor.id, from: FROM, until: UNTIL };
  const { id: sittingId } = await aTatsSitting(statements, clock, panel);
  await copiesOf(statements, actor, KIND, candidates - 1);
  await varied(run);
  for (const sql of REGISTERS) await run(sql, [AUTHORITY]);
  await run('VACUUM ANALYZE');

  const agendas = new Agendas(
    statements,
    clock,
    new AtRiskReader(statements, new Calendars(statements)),
  );
  const product = () => agendas.of(actor, sittingId);
  const reference = () => statements.run('plainly', PLAINLY, [AUTHORITY]);
  const { lines, left } = await product();
  const found = [lines.length + left.length, (await reference()).length];
  if (found.some((count) => count !== candidates))
    throw new Error(`There are ${found} of ${candidates}`);
  const each = [];
  await timed(product);
  await timed(reference);
  for (let round = 0; round < rounds; round += 1) {
    const built = await timed(product);
    const read = await timed(reference);
    each.push({ built, read, ratio: built / read });
  }
  answer(each, lines.length);
} finally {
  await database.destroy();
}

/** Scores, siblings, schools, flags and reviews: enough that every rule of the order has work. */
async function varied(run) {
  await run(HOUSEHOLDS, [AUTHORITY]);
  const rows = await run('SELECT id, child_id FROM send_case ORDER BY reference');
  for (const { id, child_id } of rows) {
    await run(OF_CASE, [id, random.upTo(100), random.upTo(3) === 0 ? 'review_listed' : 'triage']);
    await run(OF_CHILD, [
      child_id,
      random.of(['199001', '199020']),
      random.of(['none', 'none', 'cin', 'cp']),
      random.of(['N', 'K', 'E']),
      random.upTo(60),
    ]);
  }
}

async function timed(work) {
  const since = performance.now();
  for (let n = 0; n < TIMES; n += 1) await work();
  return (performance.now() - since) / TIMES;
}

function answer(each, lines) {
  const two = (number) => Math.round(number * 100) / 100;
  const product = two(median(each.map(({ built }) => built)));
  const reference = two(median(each.map(({ read }) => read)));
  const ratio = two(median(each.map((round) => round.ratio)));
  const pass = ratio <= GOAL;
  process.stderr.write(
    `${candidates} candidates, ${lines} of them on: built in ${product} ms, read plainly in ${reference} ms\n`,
  );
  const result = { name: 'agenda', seed, rounds, product, reference, ratio, goal: GOAL, pass };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = pass ? 0 : 1;
}
