import { type Actor } from '@app/access';
import { asCorrected, brokenAt, Calendars, CaseStanding, historyOf, replayed } from '@app/casework';
import { type Clock, pathways, type Role, ROLES } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aDoor, anAuthority, anOfficer, places } from '../support/given';
import { walk, type Walked } from './random-walk';
import { randomFrom } from '../../libs/pathways/testing/random';

const everyRole = Object.keys(ROLES) as Role[];
const SEEDS = [1, 2, 3];
const CASES = 12;
const STEPS = 40;

let db: TestDatabase;
let lead: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(
    db.statements,
    'Marguerite Osei',
    everyRole.filter((role) => role !== 'system'),
    { caseloadMax: 900 },
  );
  for (const cohort of ['2026', '2027']) await places(db.statements, 20, cohort);
});
afterAll(() => db.drop());

const walks = pathways.flatMap(({ name }) => SEEDS.map((seed) => ({ name, seed })));

it.each(walks)(
  'finds each case of $name as its history says, after a random walk (seed $seed)',
  async ({ name, seed }) => {
    const door = aDoor(db.statements, '2025-09-01');
    const walked: Walked = { recorded: new Map(), refused: 0 };
    const given = { statements: db.statements, door, actor: lead, random: randomFrom(seed) };
    const references = [];
    for (let at = 0; at < CASES; at++) references.push(await walk(given, name, STEPS, walked));
    for (const reference of references) await expectAsHistorySays(door.clock, reference);
    const recorded = [...walked.recorded.values()].reduce((sum, times) => sum + times, 0);
    process.stdout.write(
      `${name}, seed ${seed}: ${CASES} cases, ${recorded} events of ${walked.recorded.size} kinds, ${walked.refused} refused\n`,
    );
    expect(recorded).toBeGreaterThan(CASES * 5);
  },
  60_000,
);

/** I1 state = replay, I2 versions gapless, I3 clocks recomputed from history = clocks kept; and the chain holds. */
async function expectAsHistorySays(
  clock: ConstructorParameters<typeof CaseStanding>[1],
  reference: string,
) {
  const { subject, pathway } = await new CaseStanding(
    db.statements,
    clock,
    new Calendars(db.statements),
  ).of(lead, reference);
  const rows = await historyOf(db.statements, subject.id);
  const calendar = await new Calendars(db.statements).forSchool(lead.authority, subject.childUrn);
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1));
  expect(subject.version).toBe(rows.length);
  expect(brokenAt(rows)).toBeUndefined();
  expect(rows.at(-1)!.hash).toEqual(subject.headHash);
  const again = replayed(pathway, asCorrected(rows), calendar);
  expect(again.state).toEqual(subject.state);
  expect(inOrder(again.clocks)).toEqual(inOrder(subject.clocks));
}

const keyOf = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;
const inOrder = (clocks: readonly Clock[]) =>
  [...clocks].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
