import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  WENDMOOR,
} from '../../../../test/support/given';
import {
  brokenAt,
  Calendars,
  historyOf,
  PlanRefused,
  PolicyPacks,
  PolicyProposals,
  VersionPlans,
} from '..';

let db: TestDatabase;
let lead: Actor;
let second: Actor;
const TODAY = '2025-11-17';
const PATHWAY = 'y6_transition';

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', ['transition_lead', 'send_manager']);
  second = await anOfficer(db.statements, 'Tobias Grey', ['send_manager']);
});
afterAll(() => db.drop());

async function approved(numbers: Record<string, number>, reason: string): Promise<number> {
  const { clock } = aDoor(db.statements, TODAY);
  const proposals = new PolicyProposals(db.statements, clock, new PolicyPacks(db.statements));
  await proposals.propose(lead, { pathway: PATHWAY, validFrom: TODAY, numbers, words: {}, reason });
  const [{ id, version } = { id: '', version: 0 }] = await proposals.versions(WENDMOOR, PATHWAY);
  await proposals.decide(second, id, 'approved');
  return version;
}

const standsAt = async (reference: string) => {
  const [row] = await db.statements.run<{ due: string; policy: number | null; version: number }>(
    '',
    `SELECT k.due_on AS due, (c.state #>> '{context,policy,version}')::int AS policy, c.version FROM send_case c JOIN clock k ON k.case_id = c.id
     WHERE c.reference = $1 AND k.code = 'screen_sla'`,
    [reference],
  );
  return row!;
};

it('takes open cases over to other settings by a plan that a second person approved, and back', async () => {
  const door = aDoor(db.statements, TODAY);
  const child = await aChild(db.statements);
  const { reference, caseId } = await aCaseAt(door, lead, PATHWAY, child, [
    [TODAY, 'NOMINATION_SUBMITTED'],
  ]);
  const plans = new VersionPlans(db.statements, door.clock, new Calendars(db.statements));
  await expect(plans.planSettings(WENDMOOR, PATHWAY, 1, 'planner@example.org')).rejects.toThrow(
    PlanRefused,
  );
  const wanted = await approved({ 'clock.screen_sla': 4 }, 'The panel starts sooner');
  const plan = await plans.planSettings(WENDMOOR, PATHWAY, wanted, 'planner@example.org');
  expect(await plans.moves(plan)).toMatchObject([
    {
      reference,
      decision: 'moves',
      dates: [
        {
          code: 'screen_sla',
          from: '2025-12-01',
          to: '2025-11-21',
          because: 'Council settings, version 1: The panel starts sooner',
        },
      ],
    },
  ]);
  expect(await standsAt(reference)).toEqual({ due: '2025-12-01', policy: null, version: 1 });
  await expect(plans.run(plan)).rejects.toThrow('Nobody has approved the plan yet');

  await plans.approve(plan, `${second.id}@example.org`);
  expect(await plans.run(plan)).toBe(1);
  expect(await standsAt(reference)).toEqual({ due: '2025-11-21', policy: 1, version: 2 });
  expect(await plans.run(plan)).toBe(0);
  const again = await plans.planSettings(WENDMOOR, PATHWAY, wanted, 'planner@example.org');
  expect(await plans.moves(again)).toEqual([]);

  expect(await plans.takeBack(plan)).toBe(1);
  expect(await standsAt(reference)).toEqual({ due: '2025-12-01', policy: null, version: 3 });
  const rows = await historyOf(db.statements, caseId);
  expect(rows.map(({ type }) => type)).toEqual([
    'NOMINATION_SUBMITTED',
    'CASE_MIGRATED',
    'CASE_MIGRATED',
  ]);
  expect(brokenAt(rows)).toBeUndefined();
});

it('lets work go on under the new settings, and replays it so', async () => {
  const door = aDoor(db.statements, TODAY);
  const child = await aChild(db.statements);
  const { reference } = await aCaseAt(door, lead, PATHWAY, child, [
    [TODAY, 'NOMINATION_SUBMITTED'],
  ]);
  const wanted = await approved({ completeness: 90 }, 'A fuller score');
  const plans = new VersionPlans(db.statements, door.clock, new Calendars(db.statements));
  const plan = await plans.planSettings(WENDMOOR, PATHWAY, wanted, 'planner@example.org');
  await plans.approve(plan, `${second.id}@example.org`);
  await plans.run(plan);
  await door.casework.record(lead, reference, { type: 'SCREENING_STARTED', occurredOn: TODAY });
  const payload = { tvs: 60, completeness: 80 };
  const score = { type: 'SCORE_CONFIRMED', occurredOn: TODAY, payload };
  await expect(door.casework.record(lead, reference, score)).rejects.toThrow('completenessEnough');
  const back = await approved({}, 'The usual numbers again');
  const home = await plans.planSettings(WENDMOOR, PATHWAY, back, 'planner@example.org');
  await plans.approve(home, `${second.id}@example.org`);
  expect(await plans.run(home)).toBeGreaterThanOrEqual(1);
  expect((await standsAt(reference)).policy).toBeNull();
  const done = await door.casework.record(lead, reference, score);
  expect(done.stages['work']).toBe('moderation');
});
