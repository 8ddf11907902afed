/**
 * How long the actions of a sitting take while twelve people follow it on their screens, beside the same with one: a box
 * that is typed in, and the page of the open item. Every screen asks for what was typed, as it does in the room.
 *
 *   npm run bench -- sitting [--seed 1] [--rounds 5] [--actions 40] [--people 12]
 */
import { aCouncil } from './parts/council.mjs';
import { copiesOf } from './parts/many-cases.mjs';
import { numbers } from './parts/options.mjs';
import {
  Agendas,
  AtRiskReader,
  Calendars,
  CaseworkService,
  FixedClock,
  ItemSteps,
  londonInstant,
  openDatabase,
  Register,
  SittingSteps,
  Statements,
} from './parts/product.mjs';
import { median } from './parts/rounds.mjs';
import { aTatsSitting } from './parts/tats-panel.mjs';
import { signedIn, webProcess } from './parts/web-process.mjs';

const GOAL = 3;
const KIND = {
  pathway: 'tats_case',
  prefix: 'TA-9',
  steps: [
    ['2026-03-09', 'CHILD_IDENTIFIED'],
    ['2026-03-10', 'TRIAGE_STARTED'],
  ],
};
const { seed, rounds, actions, people } = numbers({
  seed: '1',
  rounds: '5',
  actions: '40',
  people: '12',
});

const url = process.env.DATABASE_URL;
const database = await openDatabase(url);
let web;
try {
  const statements = new Statements(database);
  const { sitting, item } = await inTheRoom(statements);
  web = await webProcess({ DATABASE_URL: url, CAUSEWAY_TODAY: sitting.on });
  const at = `${web.address}/sittings/${sitting.id}`;
  const sessions = [];
  for (let n = 0; n < people; n += 1) sessions.push(await signedIn(web.address));
  const each = [];
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await measured(at, item, sessions.slice(0, 1));
    const together = await measured(at, item, sessions);
    if (round > 0) each.push({ alone, together }); // the first warms both
  }
  answer(each);
} finally {
  await web?.stop();
  await database.destroy();
}

/** Twelve children on an agenda, the sitting begun and its first item open. */
async function inTheRoom(statements) {
  const clock = new FixedClock(londonInstant('2026-03-11', '09:00'));
  const actor = await aCouncil(statements);
  const [from, until, on] = ['2026-03-01', '2026-04-30', '2026-03-25'];
  const sitting = await aTatsSitting(statements, clock, {
    officerIds: [actor.id],
    from,
    until,
    on,
  });
  await copiesOf(statements, actor, KIND, 12);
  const calendars = new Calendars(statements);
  const casework = new CaseworkService(statements, clock, calendars);
  const agendas = new Agendas(statements, clock, new AtRiskReader(statements, calendars));
  const steps = new SittingSteps(statements, agendas, casework, calendars, clock);
  clock.set(londonInstant('2026-03-20', '09:00'));
  await steps.openAgenda(actor, sitting.id);
  await steps.lock(actor, sitting.id);
  clock.set(londonInstant(sitting.on, '14:00'));
  const register = new Register(statements, clock);
  for (const member of sitting.members)
    await register.answer(actor, sitting.id, member, { answer: 'here' });
  await steps.start(actor, sitting.id);
  const [item] = await statements.run(
    '',
    "SELECT id FROM sitting_item WHERE sitting_id = $1 AND status = 'listed' ORDER BY position LIMIT 1",
    [sitting.id],
  );
  await new ItemSteps(statements, casework, calendars, clock).open(actor, sitting.id, item.id);
  return { sitting, item: item.id };
}

/** The slow end of both actions, in milliseconds, while these sessions follow the sitting. */
async function measured(at, item, sessions) {
  const screens = await Promise.all(sessions.map((headers) => screen(at, item, headers)));
  const [headers] = sessions;
  const [writes, reads] = [[], []];
  for (let n = 0; n < actions; n += 1) {
    writes.push(await timed(() => write(at, item, headers, n)));
    reads.push(await timed(() => page(`${at}/items/${item}`, headers)));
  }
  screens.forEach((leave) => leave());
  return { write: slow(writes), read: slow(reads) };
}

/** A screen that follows the sitting and asks for what was typed whenever it hears of it. */
async function screen(at, item, headers) {
  const gone = new globalThis.AbortController();
  const answer = await fetch(`${at}/changes`, { headers, signal: gone.signal });
  if (answer.status !== 200) throw new Error(`The stream was answered with ${answer.status}`);
  void follow(answer.body, async () => {
    const entries = await fetch(`${at}/entries/${item}`, { headers, signal: gone.signal });
    await entries.text();
  }).catch(() => undefined);
  return () => gone.abort();
}

async function follow(body, look) {
  for await (const chunk of body) if (Buffer.from(chunk).includes('data:')) await look();
}

async function write(at, item, headers, n) {
  const answer = await fetch(`${at}/entries/${item}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ field: 'reasons', value: `Typed ${n} times`, seen: 0 }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.text();
}

async function page(address, headers) {
  const answer = await fetch(address, { headers });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.text();
}

async function timed(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

function slow(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

function answer(each) {
  const two = (number) => Math.round(number * 100) / 100;
  const middle = (pick) => two(median(each.map(pick)));
  const product = middle(({ together }) => together.read);
  const reference = middle(({ alone }) => alone.read);
  const ratio = middle(({ together, alone }) => together.read / alone.read);
  const writing = middle(({ together, alone }) => together.write / alone.write);
  process.stderr.write(
    `The page of an item, slow end: ${product} ms with ${people} people, ${reference} ms with one (${ratio}).\n` +
      `A box that is kept: ${middle(({ together }) => together.write)} ms with ${people}, ${middle(({ alone }) => alone.write)} ms with one (${writing}).\n`,
  );
  const pass = Math.max(ratio, writing) <= GOAL;
  const result = { name: 'sitting', seed, rounds, product, reference, ratio, goal: GOAL, pass };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = pass ? 0 : 1;
}
