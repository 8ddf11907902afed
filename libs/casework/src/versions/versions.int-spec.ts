import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
  WENDMOOR,
} from '../../../../test/support/given';
import { twoNewerVersions } from '../../../pathways/testing/newer-versions';
import { brokenAt, Calendars, historyOf, PlanRefused, VersionPlans } from '..';

let db: TestDatabase;
let lead: Actor;
const TODAY = '2025-11-28';

beforeAll(async () => {
  twoNewerVersions();
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', ['transition_lead', 'send_manager']);
  await places(db.statements, 5, '2026');
});
afterAll(() => db.drop());

const nominated: JourneyStep = ['2025-11-17', 'NOMINATION_SUBMITTED'];
const screening: JourneyStep = ['2025-11-24', 'SCREENING_STARTED'];
const scored: JourneyStep = ['2025-11-28', 'SCORE_CONFIRMED'];

async function cases(...stories: [JourneyStep, ...JourneyStep[]][]) {
  const door = aDoor(db.statements, TODAY);
  const made = [];
  for (const story of stories)
    made.push(await aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), story));
  door.clock.set(new Date(`${TODAY}T09:00:00Z`));
  const plans = new VersionPlans(db.statements, door.clock, new Calendars(db.statements));
  return { made, door, plans };
}

async function approved(plans: VersionPlans, to: number): Promise<string> {
  const id = await plans.plan(WENDMOOR, 'y6_transition', to, 'planner@example.org');
  await plans.approve(id, `${lead.id}@example.org`);
  return id;
}

const stored = async (reference: string) => {
  const [row] = await db.statements.run(
    '',
    'SELECT id, version, pathway_version, state, stage, next_due_at FROM send_case WHERE reference = $1',
    [reference],
  );
  const clocks = await db.statements.run(
    '',
    `SELECT code, subject, occurrence, due_on, status FROM clock k JOIN send_case c ON c.id = k.case_id
     WHERE c.reference = $1 ORDER BY 1, 2, 3`,
    [reference],
  );
  return { row, clocks };
};

it('plans without touching a case, and says for each which dates change and why', async () => {
  const { made, plans } = await cases([nominated], [nominated, screening, scored]);
  const [fresh, atPanel] = made.map(({ reference }) => reference);
  const before = await stored(fresh!);
  const id = await plans.plan(WENDMOOR, 'y6_transition', 3, 'planner@example.org');
  const moves = await plans.moves(id);
  expect(moves.find(({ reference }) => reference === fresh)).toEqual({
    reference: fresh,
    fromVersion: 1,
    decision: 'moves',
    why: null,
    dates: [
      {
        code: 'screen_sla',
        subject: '',
        from: '2025-12-01',
        to: '2025-11-25',
        because: 'The council now aims to start screening sooner',
      },
    ],
  });
  expect(moves.find(({ reference }) => reference === atPanel)).toMatchObject({
    decision: 'person',
    why: 'The panel works by other rules now',
  });
  expect(await stored(fresh!)).toEqual(before);
});

it('needs a second person, and a real one', async () => {
  const { plans } = await cases([nominated]);
  const id = await plans.plan(WENDMOOR, 'y6_transition', 2, `${lead.id}@example.org`);
  await expect(plans.run(id)).rejects.toThrow('Nobody has approved the plan yet.');
  await expect(plans.approve(id, `${lead.id}@example.org`)).rejects.toBeInstanceOf(PlanRefused);
  await expect(plans.approve(id, 'nobody@example.org')).rejects.toBeInstanceOf(PlanRefused);
  await expect(plans.run('no-such-plan')).rejects.toBeInstanceOf(PlanRefused);
});

it('moves each case once, lets work go on, and takes the rest back', async () => {
  const { made, plans, door } = await cases(
    [nominated],
    [nominated],
    [nominated, screening, scored],
  );
  const [one, two, atPanel] = made.map(({ reference }) => reference);
  const before = await stored(two!);
  const id = await approved(plans, 3);
  expect(await plans.run(id)).toBeGreaterThanOrEqual(2);
  expect(await plans.run(id)).toBe(0);
  const moved = await stored(one!);
  expect(moved.row).toMatchObject({ pathway_version: 3, version: 2 });
  expect(moved.clocks).toContainEqual(
    expect.objectContaining({ code: 'screen_sla', due_on: '2025-11-25', status: 'open' }),
  );
  expect((await stored(atPanel!)).row).toMatchObject({ pathway_version: 1 });

  const went = await door.casework.record(lead, one!, {
    type: 'SCREENING_STARTED',
    occurredOn: TODAY,
  });
  expect(went.stages['work']).toBe('screening');
  const rows = await historyOf(db.statements, went.caseId);
  expect(rows.map(({ type }) => type)).toEqual([
    'NOMINATION_SUBMITTED',
    'CASE_MIGRATED',
    'SCREENING_STARTED',
  ]);
  expect(brokenAt(rows)).toBeUndefined();

  await plans.takeBack(id);
  const back = await stored(two!);
  expect(back.clocks).toEqual(before.clocks);
  expect(back.row).toMatchObject({ ...before.row, version: 3 });
  expect((await stored(one!)).row).toMatchObject({ pathway_version: 3 });
  await expect(plans.takeBack(id)).rejects.toBeInstanceOf(PlanRefused);
});

it('leaves the dates of what is over as they were', async () => {
  const { made, plans } = await cases([nominated, screening]);
  const [{ reference } = { reference: '' }] = made;
  const before = await stored(reference);
  expect(before.clocks).toContainEqual(
    expect.objectContaining({ code: 'screen_sla', due_on: '2025-12-01', status: 'met' }),
  );
  await plans.run(await approved(plans, 3));
  const after = await stored(reference);
  expect(after.row).toMatchObject({ pathway_version: 3 });
  expect(after.clocks).toEqual(before.clocks);
});

it('leaves a case to a person when its dates have changed since the plan', async () => {
  const { made, plans, door } = await cases([nominated]);
  const [{ reference } = { reference: '' }] = made;
  const id = await approved(plans, 3);
  await door.casework.record(lead, reference, { type: 'SCREENING_STARTED', occurredOn: TODAY });
  await plans.run(id);
  expect((await plans.moves(id)).find((it) => it.reference === reference)).toMatchObject({
    decision: 'person',
    why: 'Its dates have changed since the plan was made',
  });
  expect((await stored(reference)).row).toMatchObject({ pathway_version: 1, version: 2 });
});

it('does not take back what ran more than 30 days ago', async () => {
  const { plans, door } = await cases([nominated]);
  const id = await approved(plans, 2);
  await plans.run(id);
  door.clock.set(new Date('2025-12-29T09:00:00Z'));
  await expect(plans.takeBack(id)).rejects.toThrow('more than 30 days ago');
});
