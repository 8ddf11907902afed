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
import { brokenAt, historyOf, PolicyPacks, PolicyProposals } from '..';

let db: TestDatabase;
let lead: Actor;
let second: Actor;
const TODAY = '2025-11-17';
const PATHWAY = 'y6_transition';

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', ['transition_lead', 'send_manager']);
  second = await anOfficer(db.statements, 'Tobias Grey', ['send_manager']);
});
afterEach(() => db.drop());

function settings() {
  const door = aDoor(db.statements, TODAY);
  const packs = new PolicyPacks(db.statements);
  const proposals = new PolicyProposals(db.statements, door.clock, packs);
  const propose = (change: object = {}) =>
    proposals.propose(lead, {
      pathway: PATHWAY,
      validFrom: TODAY,
      numbers: { 'clock.screen_sla': 4 },
      words: {},
      reason: 'The panel agreed to start sooner',
      ...change,
    });
  const newest = async () => (await proposals.versions(WENDMOOR, PATHWAY))[0]!;
  const approved = async (change: object = {}) => {
    await propose(change);
    await proposals.decide(second, (await newest()).id, 'approved');
  };
  return { door, packs, proposals, propose, newest, approved };
}

const nominatedOn = async (day: string) => {
  const door = aDoor(db.statements, day);
  return aCaseAt(door, lead, PATHWAY, await aChild(db.statements), [[day, 'NOMINATION_SUBMITTED']]);
};
const screenBy = async (reference: string) => {
  const [row] = await db.statements.run<{ due: string; policy: unknown }>(
    '',
    `SELECT k.due_on AS due, c.state #> '{context,policy}' AS policy FROM send_case c JOIN clock k ON k.case_id = c.id
     WHERE c.reference = $1 AND k.code = 'screen_sla'`,
    [reference],
  );
  return row!;
};

it('counts for cases that begin from its day on, and for no other', async () => {
  const { approved, proposals } = settings();
  const before = await nominatedOn(TODAY);
  await approved({ validFrom: '2025-11-18' });
  const sameDay = await nominatedOn(TODAY);
  const after = await nominatedOn('2025-11-18');
  expect(await screenBy(before.reference)).toEqual({ due: '2025-12-01', policy: null });
  expect(await screenBy(sameDay.reference)).toEqual({ due: '2025-12-01', policy: null });
  expect(await screenBy(after.reference)).toEqual({
    due: '2025-11-24',
    policy: { version: 1, numbers: { 'clock.screen_sla': 4 } },
  });
  expect(await proposals.openCases(WENDMOOR, PATHWAY)).toEqual(
    new Map([
      [0, 2],
      [1, 1],
    ]),
  );
});

it('stays with a case when the council sets something else later', async () => {
  const { approved } = settings();
  await approved();
  const first = await nominatedOn(TODAY);
  await approved({ numbers: { 'clock.screen_sla': 6 }, validFrom: '2025-11-19' });
  const later = await nominatedOn('2025-11-19');
  expect((await screenBy(first.reference)).policy).toMatchObject({ version: 1 });
  expect((await screenBy(later.reference)).policy).toMatchObject({ version: 2 });
  const rows = await historyOf(db.statements, later.caseId);
  expect(rows[0]?.facts.policy).toEqual({ version: 2, numbers: { 'clock.screen_sla': 6 } });
  expect(brokenAt(rows)).toBeUndefined();
});

it('is judged by on a case that began under it, in the words of its number', async () => {
  const { approved } = settings();
  await approved({ numbers: { completeness: 90 } });
  const { reference } = await nominatedOn(TODAY);
  const { casework } = aDoor(db.statements, TODAY);
  await casework.record(lead, reference, { type: 'SCREENING_STARTED', occurredOn: TODAY });
  const refused = casework.record(lead, reference, {
    type: 'SCORE_CONFIRMED',
    occurredOn: TODAY,
    payload: { tvs: 60, completeness: 80 },
  });
  await expect(refused).rejects.toMatchObject({
    reasons: [
      expect.objectContaining({
        text: 'The score is 80 per cent complete. The panel needs at least 90 per cent',
      }),
    ],
  });
});

it('is not approved by whoever proposed it, at the service or at the database', async () => {
  const { propose, newest, proposals, packs } = settings();
  await propose();
  const { id } = await newest();
  await expect(proposals.decide(lead, id, 'approved')).rejects.toThrow('Ask a second person');
  await expect(
    db.statements.run(
      '',
      `UPDATE policy_pack SET decision = 'approved', decided_by = proposed_by, decided_at = now() WHERE id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ code: '23514' });
  expect(await packs.overlay(WENDMOOR, PATHWAY, TODAY)).toBeUndefined();
});

it('is decided once, one at a time, and refused ones never count', async () => {
  const { propose, newest, proposals, packs } = settings();
  await propose();
  await expect(propose()).rejects.toThrow('waits for a decision');
  const { id } = await newest();
  await proposals.decide(second, id, 'refused');
  await expect(proposals.decide(second, id, 'approved')).rejects.toThrow('decided already');
  expect(await packs.overlay(WENDMOOR, PATHWAY, TODAY)).toBeUndefined();
  await propose();
  expect((await newest()).version).toBe(2);
});

it('is not approved once its day has passed: nothing counts backwards', async () => {
  const { door, propose, newest, proposals } = settings();
  await propose();
  door.clock.set(new Date('2025-11-20T09:00:00Z'));
  await expect(proposals.decide(second, (await newest()).id, 'approved')).rejects.toThrow(
    'The day from which it would count has passed',
  );
});

it.each([
  ['a number out of its bounds', { numbers: { threshold: 400 } }, 'threshold'],
  ['half a school day', { numbers: { 'clock.screen_sla': 2.5 } }, 'clock.screen_sla'],
  ['a setting that there is not', { numbers: { 'clock.w6': 3 } }, 'clock.w6'],
  ['a day that has passed', { validFrom: '2025-11-16' }, 'validFrom'],
  ['a day that is none', { validFrom: '2025-02-30' }, 'validFrom'],
  ['no reason', { reason: ' ' }, 'reason'],
  ['a name with code in it', { words: { EBSNA: '<b>' } }, 'EBSNA'],
])('refuses %s and keeps nothing', async (_, change, field) => {
  const { propose, proposals } = settings();
  await expect(propose(change)).rejects.toMatchObject({
    problems: [expect.objectContaining({ path: [field] })],
  });
  expect(await proposals.versions(WENDMOOR, PATHWAY)).toEqual([]);
});

it('keeps only what differs from the usual numbers, and goes back to them', async () => {
  const { approved, packs, newest } = settings();
  await approved({ numbers: { threshold: 35, 'clock.screen_sla': 4 } });
  expect((await newest()).numbers).toEqual({ 'clock.screen_sla': 4 });
  await approved({ numbers: { 'clock.screen_sla': 10 } });
  expect(await packs.overlay(WENDMOOR, PATHWAY, TODAY)).toBeUndefined();
});
