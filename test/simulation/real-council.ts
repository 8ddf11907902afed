import { type Actor, systemActor } from '@app/access';
import { brokenAt, Calendars, CaseStanding, historyOf } from '@app/casework';
import { type Statements } from '@app/database';
import { type Clock, clocksInForce, type Role, ROLES } from '@app/pathways';
import { londonInstant } from '@app/statutory-calendar';
import { asCounted, dueAgain } from '../../libs/casework/src/derivation';
import { manySchoolYears, manyTerms } from '../../libs/pathways/testing/school-years';
import { type Simulated } from '../../libs/pathways/testing/simulation/simulate';
import {
  type Done,
  PLACES,
  type SimulatedCase,
  WORKER_ID,
} from '../../libs/pathways/testing/simulation/world';
import { aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { SETTINGS } from '../worker/a-message';

const everyRole = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');

const NAMES = [
  'Tamsin Adeyemi',
  'Petra Lindqvist',
  'Ida Marsh',
  'Rhys Calder',
  'Ewa Holt',
  'Marguerite Osei',
];

/** The same council with real records: everything is done again through the door. */
export class RealCouncil {
  /** What the invented council did. */
  readonly run: Simulated;
  private readonly references = new Map<number, string>();
  private readonly door: ReturnType<typeof aDoor>;

  private constructor(
    private readonly statements: Statements,
    readonly authority: string,
    run: Simulated,
    private readonly officers: readonly Actor[],
    private readonly workerId: string,
  ) {
    this.run = run;
    this.door = aDoor(statements, '2025-09-08');
  }

  static async of(statements: Statements, authority: string, run: Simulated): Promise<RealCouncil> {
    await anAuthority(statements, authority);
    const settings = 'UPDATE authority SET settings = $1 WHERE code = $2';
    await statements.run('', settings, [JSON.stringify(SETTINGS), authority]);
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
    return new RealCouncil(statements, authority, run, officers, officers[0]!.id);
  }

  /** Now, as the council has come to it. */
  get now(): Date {
    return this.door.clock.now();
  }

  /** One thing that was done purely, done again. @throws what the door says against it */
  async again(done: Done): Promise<void> {
    const it = this.run.world.cases[done.number]!;
    const now = londonInstant(done.on, '09:00');
    if (now > this.door.clock.now()) this.door.clock.set(now);
    if (done.by === 'school') {
      await this.statements.run('', THAT_SCHOOL, [this.authority, done.urn]);
      const sql =
        'UPDATE child SET urn = $2 WHERE id = (SELECT child_id FROM send_case WHERE authority = $3 AND reference = $1)';
      await this.statements.run('', sql, [this.referenceOf(it), done.urn, this.authority]);
      return;
    }
    const { type, occurredOn } = done.event;
    const payload = this.named(done.event.payload);
    if (!this.references.has(it.number)) return this.open(it, occurredOn, payload);
    await this.statements.run('', ALL_DONE, [this.authority, this.referenceOf(it)]);
    const actor = done.by === 'clock' ? systemActor(this.authority) : this.whoDoes(it, type);
    await this.door.casework.record(actor, this.referenceOf(it), { type, occurredOn, payload });
  }

  private async open(it: SimulatedCase, occurredOn: string, payload: object): Promise<void> {
    const { authority } = this;
    const childId = await aChild(this.statements, { dob: it.dob, authority });
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
    const standing = new CaseStanding(
      this.statements,
      this.door.clock,
      new Calendars(this.statements),
    );
    const { subject } = await standing.of(this.officers[0]!, this.referenceOf(it));
    const rows = await historyOf(this.statements, subject.id);
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
    await this.expectDerived(it, subject);
  }

  /** What is kept beside each date gives that date again. */
  private async expectDerived(it: SimulatedCase, { id }: { id: string }): Promise<void> {
    const stored = await this.statements.run<StoredDate>('', STORED_DATES, [id]);
    const rules = new Map(
      clocksInForce(it.pathway.clocks, it.spot.state.context).map((rule) => [rule.code, rule]),
    );
    const again = stored.map(({ code, counted, anchor }) =>
      dueAgain(rules.get(code)!, asCounted(counted), anchor, manySchoolYears),
    );
    expect(again).toEqual(stored.map(({ dueOn }) => dueOn));
    expect(stored.filter(({ workTo, dueOn }) => workTo > dueOn)).toEqual([]);
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

/** Examples of events name schools that the register of a test does not hold. */
const THAT_SCHOOL = `
INSERT INTO school (authority, urn, laestab, name, phase, type, status)
VALUES ($1, $2, $1 || substr($2, 3), 'Kelder Valley Academy', 'Secondary', 'Academy', 'Open')
ON CONFLICT DO NOTHING`;

const SOME_PLACES = `
INSERT INTO place (authority, programme, cohort, number) SELECT $1, $2, $3, n FROM generate_series(1, $4::int) n`;

interface StoredDate extends Record<string, unknown> {
  readonly code: string;
  readonly counted: string;
  readonly anchor: string;
  readonly dueOn: string;
  readonly workTo: string;
}

const STORED_DATES = `
SELECT code, counted, anchor, due_on AS "dueOn", work_to AS "workTo" FROM clock WHERE case_id = $1`;

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
