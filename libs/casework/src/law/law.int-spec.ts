import { type Actor } from '@app/access';
import { BadRulePack } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  WENDMOOR,
} from '../../../../test/support/given';
import {
  brokenAt,
  Calendars,
  historyOf,
  LawPacks,
  LawProposals,
  LawRounds,
  PlanRefused,
  VersionPlans,
} from '..';

let db: TestDatabase;
let lead: Actor;
let second: Actor;
const PATHWAY = 'ehc_needs_assessment';
const TODAY = '2026-10-20';

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', ['ehc_officer', 'send_manager']);
  second = await anOfficer(db.statements, 'Tobias Grey', ['send_manager']);
});
afterEach(() => db.drop());

const pack = (appliesBy: string, more: object = {}) => ({
  name: 'ACT-2026',
  title: 'An invented Act',
  source: 'invented 2026 c. 1',
  effectiveFrom: '2026-10-12',
  appliesBy,
  changes: [{ rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 5 }],
  ...more,
});

async function council(...requested: string[]) {
  const door = aDoor(db.statements, TODAY);
  const made = [];
  for (const day of requested) {
    const story: [JourneyStep] = [[day, 'REQUEST_RECEIVED']];
    made.push(await aCaseAt(door, lead, PATHWAY, await aChild(db.statements), story));
  }
  door.clock.set(new Date(`${TODAY}T09:00:00Z`));
  const plans = new VersionPlans(db.statements, door.clock, new Calendars(db.statements));
  const laws = new LawPacks(db.statements);
  const proposals = new LawProposals(db.statements, door.clock, laws, plans);
  const rounds = new LawRounds(db.statements, door.clock, plans);
  /** Loaded, and every open case judged. */
  const load = async (file: object) => {
    const id = await proposals.propose(lead, file);
    await rounds.goOn(id);
    return id;
  };
  return {
    door,
    laws,
    load,
    proposals,
    rounds,
    references: made.map(({ reference }) => reference),
  };
}

const stands = async (reference: string) => {
  const [row] = await db.statements.run<{ due: string; law: string[] | null; version: number }>(
    '',
    `SELECT k.due_on AS due, c.state #> '{context,law,packs}' AS law, c.version, c.id FROM send_case c JOIN clock k ON k.case_id = c.id
     WHERE c.reference = $1 AND k.code = 'w6'`,
    [reference],
  );
  return row!;
};

it('shows which open cases a pack changes and writes to none, until a second person approves it', async () => {
  const { load, proposals, rounds, references } = await council('2026-10-11', '2026-10-12');
  const [before, after] = references as [string, string];
  const id = await load(pack('trigger'));
  expect(await proposals.differences(id)).toMatchObject([
    {
      reference: after,
      decision: 'moves',
      why: null,
      moved: false,
      dates: [
        {
          code: 'w6',
          from: '2026-11-23',
          to: '2026-11-16',
          because: 'An invented Act (invented 2026 c. 1)',
        },
      ],
    },
  ]);
  expect(await proposals.progress(id)).toMatchObject({ judged: 2, moved: 0, waiting: 2, left: 0 });
  expect(await stands(after)).toMatchObject({ due: '2026-11-23', law: null, version: 1 });
  await expect(proposals.decide(lead, id, 'approved')).rejects.toThrow('Ask a second person');
  await expect(proposals.propose(lead, pack('due', { name: 'ACT-2' }))).rejects.toBeInstanceOf(
    PlanRefused,
  );

  await proposals.decide(second, id, 'approved');
  expect(await rounds.goOn(id)).toEqual({ cases: 2, isDone: true });
  expect(await stands(before)).toMatchObject({ due: '2026-11-22', law: ['ACT-2026'], version: 2 });
  expect(await stands(after)).toMatchObject({ due: '2026-11-16', law: ['ACT-2026'], version: 2 });
  expect(await rounds.goOn(id)).toEqual({ cases: 0, isDone: true });
  expect(await proposals.progress(id)).toMatchObject({ moved: 2, dates: 1, person: 0, left: 0 });
  await expect(proposals.decide(second, id, 'refused')).rejects.toThrow('decided already');
});

it('leaves a line of history with both days and the reason, and work goes on by the new law', async () => {
  const { door, load, proposals, rounds, references } = await council('2026-10-12');
  const [reference] = references as [string];
  const id = await load(pack('trigger'));
  await proposals.decide(second, id, 'approved');
  await rounds.goOn(id);
  await door.casework.record(lead, reference, {
    type: 'PANEL_LISTED',
    occurredOn: TODAY,
  });
  const [row] = await db.statements.run<{ id: string }>(
    '',
    'SELECT id FROM send_case WHERE reference = $1',
    [reference],
  );
  const rows = await historyOf(db.statements, row!.id);
  expect(rows.map(({ type }) => type)).toEqual([
    'REQUEST_RECEIVED',
    'CASE_MIGRATED',
    'PANEL_LISTED',
  ]);
  expect(rows[1]?.payload).toMatchObject({
    pack: 'An invented Act',
    dates: [{ code: 'w6', from: '2026-11-23', to: '2026-11-16' }],
  });
  expect(brokenAt(rows)).toBeUndefined();
});

it('reaches a case that runs already only where the pack says so', async () => {
  const { load, proposals, references } = await council('2026-09-20');
  const [reference] = references as [string];
  const byTrigger = await load(pack('trigger'));
  expect(await proposals.differences(byTrigger)).toEqual([]);
  await proposals.decide(second, byTrigger, 'refused');
  const byDue = await load(pack('due'));
  expect(await proposals.differences(byDue)).toMatchObject([
    { reference, dates: [{ code: 'w6', from: '2026-11-01', to: '2026-10-25' }] },
  ]);
});

it('counts what begins after the approval by it, and what was opened in between', async () => {
  const { door, load, proposals, rounds } = await council();
  const id = await load(pack('trigger'));
  const open = async (occurredOn: string) =>
    (
      await aCaseAt(door, lead, PATHWAY, await aChild(db.statements), [
        [occurredOn, 'REQUEST_RECEIVED'],
      ])
    ).reference;
  const between = await open('2026-10-19');
  expect((await stands(between)).due).toBe('2026-11-30');
  await proposals.decide(second, id, 'approved');
  await rounds.goOn(id);
  expect(await stands(between)).toMatchObject({ due: '2026-11-23', law: ['ACT-2026'] });
  const later = aDoor(db.statements, TODAY);
  const child = await aChild(db.statements);
  const after = await aCaseAt(later, lead, PATHWAY, child, [['2026-10-20', 'REQUEST_RECEIVED']]);
  expect(await stands(after.reference)).toMatchObject({ due: '2026-11-24', version: 1 });
});

it('says what may be excused, though no date moves', async () => {
  const { load, proposals, references } = await council('2026-10-12');
  const grounds = [{ rule: 'EHCNA-DECIDE-6W', grounds: ['coronavirus'] }];
  const id = await load(pack('due', { changes: grounds }));
  const [found] = await proposals.differences(id);
  expect(found).toMatchObject({ reference: references[0], dates: [] });
  expect(found?.why).toMatch(/due 23 November 2026: may be excused\. .*coronavirus/);
});

it('goes on where it was cut off, and takes no case over twice', async () => {
  const { load, proposals, rounds } = await council('2026-10-12', '2026-10-13', '2026-10-14');
  const half = await proposals.propose(lead, pack('trigger'));
  expect(await rounds.goOn(half, 2)).toEqual({ cases: 2, isDone: false });
  expect(await rounds.unfinished()).toMatchObject([{ id: half }]);
  await expect(proposals.decide(second, half, 'approved')).rejects.toThrow('still to be judged');
  expect(await rounds.goOn(half, 2)).toEqual({ cases: 1, isDone: true });
  expect(await rounds.unfinished()).toEqual([]);
  await proposals.decide(second, half, 'approved');
  expect(await rounds.goOn(half, 2)).toEqual({ cases: 2, isDone: false });
  await expect(load(pack('trigger', { name: 'ACT-D' }))).rejects.toThrow('from the same day');
  await Promise.all([rounds.goOn(half, 2), rounds.goOn(half, 2)]);
  expect(await proposals.progress(half)).toMatchObject({ moved: 3, waiting: 0, left: 0 });
  const lines = await db.statements.run(
    '',
    "SELECT count(*)::int AS lines FROM case_event WHERE type = 'CASE_MIGRATED' GROUP BY case_id",
    [],
  );
  expect(lines).toEqual([{ lines: 1 }, { lines: 1 }, { lines: 1 }]);
});

it('takes a case over by the dates it has by then, and waits for the pack before it', async () => {
  const { door, load, proposals, rounds, references } = await council('2026-10-12');
  const id = await load(pack('trigger'));
  await door.casework.record(lead, references[0]!, { type: 'PANEL_LISTED', occurredOn: TODAY });
  await proposals.decide(second, id, 'approved');
  const other = [{ rule: 'EHCNA-NOPLAN-16W', operator: 'withinWeeks', number: 12 }];
  const next = await load(pack('trigger', { name: 'ACT-E', changes: other }));
  await expect(proposals.decide(second, next, 'approved')).rejects.toThrow('ACT-2026');
  await rounds.goOn(id);
  await proposals.decide(second, next, 'approved');
  await rounds.goOn(next);
  expect((await stands(references[0]!)).law).toEqual(['ACT-2026', 'ACT-E']);
});

it('refuses what no clock could follow, and what contradicts a pack that stands', async () => {
  const { load, proposals, rounds } = await council();
  const longer = [
    { rule: 'TRIB-LA-RESPONSE-30WD', operator: 'workingDays', number: 20 },
    { rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 5 },
  ];
  await expect(proposals.propose(lead, pack('trigger', { changes: longer }))).rejects.toThrow(
    /changes 1: TRIB-LA-RESPONSE-30WD: this product works out .* needs a newer version/,
  );
  await expect(proposals.propose(lead, { name: 'ACT' })).rejects.toBeInstanceOf(BadRulePack);
  const id = await load(pack('trigger'));
  await proposals.decide(second, id, 'approved');
  await rounds.goOn(id);
  await expect(proposals.propose(lead, pack('due', { name: 'ACT-B' }))).rejects.toThrow(
    'EHCNA-DECIDE-6W: ACT-2026 changes it from the same day',
  );
  const final = [{ rule: 'EHCNA-FINAL-20W', operator: 'withinWeeks', number: 16 }];
  const named = async (name: string) =>
    (await proposals.all(WENDMOOR)).find(({ pack: { name: its } }) => its === name)!.pack;
  expect(proposals.leftBehind(await named('ACT-2026'))).toEqual([]);
  await proposals.propose(lead, pack('trigger', { name: 'ACT-C', changes: final }));
  expect(proposals.leftBehind(await named('ACT-C'))).toEqual(['Last safe day for the draft']);
});
