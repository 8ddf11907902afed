import { type Actor, systemActor } from '@app/access';
import { brokenAt, Calendars, CaseStanding, historyOf } from '@app/casework';
import { type Clock, type Role, ROLES } from '@app/pathways';
import { londonInstant } from '@app/statutory-calendar';
import { manyTerms } from '../../libs/pathways/testing/school-years';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { simulate, type Simulated } from '../../libs/pathways/testing/simulation/simulate';
import {
  type Done,
  PLACES,
  type SimulatedCase,
  WORKER_ID,
} from '../../libs/pathways/testing/simulation/world';

const SEEDS = Array.from({ length: 20 }, (_, n) => n + 1);
/** Two of each pathway, for a school year and a half. */
const SIZE = { cases: 26, days: 540 };
const everyRole = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');

const NAMES = [
  'Tamsin Adeyemi',
  'Petra Lindqvist',
  'Ida Marsh',
  'Rhys Calder',
  'Ewa Holt',
  'Marguerite Osei',
];

let db: TestDatabase;
beforeAll(async () => {
  db = await aTestDatabase();
});
afterAll(() => db.drop());

it.each(SEEDS)('tells the same histories on PostgreSQL as purely (seed %i)', async (seed) => {
  const run = simulate(seed, SIZE);
  expect(run.broken).toBeUndefined();
  const council = await RealCouncil.of(`${100 + seed}`, run);
  for (const done of run.world.done) await council.again(done);
  for (const it of run.world.cases) await council.expectSame(it);
  process.stdout.write(
    `seed ${seed}: ${run.world.cases.length} cases, ${run.world.done.length} steps, equal\n`,
  );
});

/** The same council with real records: everything is done again through the door. */
class RealCouncil {
  private readonly references = new Map<number, string>();
  private readonly door = aDoor(db.statements, '2025-09-08');

  private constructor(
    private readonly authority: string,
    private readonly run: Simulated,
    private readonly officers: readonly Actor[],
    private readonly workerId: string,
  ) {}

  static async of(authority: string, run: Simulated): Promise<RealCouncil> {
    const { statements } = db;
    await anAuthority(statements, authority);
    const terms = JSON.stringify(manyTerms);
    const calendar = "UPDATE school_calendar SET terms = $1, inset = '[]' WHERE authority = $2";
    await statements.run('', calendar, [terms, authority]);
    const options = { caseloadMax: 900, authority };
    const officer = (name: string) => anOfficer(statements, name, everyRole, options);
    for (const key of run.world.places.all.keys()) {
      const [programme, cohort] = key.split('|');
      await statements.run('', SOME_PLACES, [authority, programme, cohort, PLACES]);
    }
    const officers: Actor[] = [];
    for (const name of NAMES) officers.push(await officer(name));
    return new RealCouncil(authority, run, officers, officers[0]!.id);
  }

  /** One thing that was done purely, done again. @throws what the door says against it */
  async again(done: Done): Promise<void> {
    const it = this.run.world.cases[done.number]!;
    const now = londonInstant(done.on, '09:00');
    if (now > this.door.clock.now()) this.door.clock.set(now);
    if (done.by === 'school') {
      const sql =
        'UPDATE child SET urn = $2 WHERE id = (SELECT child_id FROM send_case WHERE authority = $3 AND reference = $1)';
      await db.statements.run('', sql, [this.referenceOf(it), done.urn, this.authority]);
      return;
    }
    const { type, occurredOn } = done.event;
    const payload = this.named(done.event.payload);
    if (!this.references.has(it.number)) return this.open(it, occurredOn, payload);
    await db.statements.run('', ALL_DONE, [this.authority, this.referenceOf(it)]);
    const actor = done.by === 'clock' ? systemActor(this.authority) : this.whoDoes(it, type);
    await this.door.casework.record(actor, this.referenceOf(it), { type, occurredOn, payload });
  }

  private async open(it: SimulatedCase, occurredOn: string, payload: object): Promise<void> {
    const { authority } = this;
    const childId = await aChild(db.statements, { dob: it.dob, authority });
    const opened = await this.door.casework.open(this.officers.at(-1)!, {
      pathway: it.pathway.name,
      childId,
      occurredOn,
      payload,
    });
    this.references.set(it.number, opened.reference);
  }

  /** Each step of a proposal has somebody of its own, and the last word somebody else. */
  private whoDoes({ pathway }: SimulatedCase, type: string): Actor {
    return this.officers[1 + (pathway.proposals ?? []).indexOf(type)]!;
  }

  /** The history, the state and the clocks are those of the pure run, and the chain of the history holds. */
  async expectSame(it: SimulatedCase): Promise<void> {
    const standing = new CaseStanding(db.statements, this.door.clock, new Calendars(db.statements));
    const { subject } = await standing.of(this.officers[0]!, this.referenceOf(it));
    const rows = await historyOf(db.statements, subject.id);
    expect(brokenAt(rows)).toBeUndefined();
    expect(rows.map(({ type, occurredOn, payload }) => ({ type, occurredOn, payload }))).toEqual(
      it.history.map(({ type, occurredOn, payload }) => ({
        type,
        occurredOn,
        payload: this.named(payload),
      })),
    );
    expect(subject.state).toEqual(this.named(it.spot.state));
    expect(inOrder(subject.clocks)).toEqual(inOrder(it.spot.clocks));
  }

  private referenceOf({ number }: SimulatedCase): string {
    return this.references.get(number)!;
  }

  /** With the real officer in place of the invented one. */
  private named<T extends object>(value: T): T {
    return JSON.parse(JSON.stringify(value).replaceAll(WORKER_ID, this.workerId)) as T;
  }
}

/** In the pure run, whoever owns an action has done it before the next step. */
const ALL_DONE = `
UPDATE action SET state = 'done'
WHERE case_id = (SELECT id FROM send_case WHERE authority = $1 AND reference = $2) AND state <> 'done'`;

const SOME_PLACES = `
INSERT INTO place (authority, programme, cohort, number) SELECT $1, $2, $3, n FROM generate_series(1, $4::int) n`;

const inOrder = (clocks: readonly Clock[]) =>
  clocks
    .map(({ code, subject, occurrence, dueOn, anchor, status, endedOn }) => [
      `${code}|${subject}|${occurrence}`,
      anchor,
      dueOn,
      status,
      endedOn,
    ])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
