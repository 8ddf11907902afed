import { AccessDenied, type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../../test/support/given';
import { BadPayload, Calendars, CorrectionsService, EhcPlans, UndoService } from '..';

let db: TestDatabase;
let manager: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', [
    'send_manager',
    'ehc_officer',
    'review_officer',
  ]);
});
afterAll(() => db.drop());

const doorOn = (today: string) => aDoor(db.statements, today);
const plansOn = (today: string) => new EhcPlans(db.statements, doorOn(today).clock);
const planOf = (child: string) => plansOn('2027-01-21').ofChild(manager.authority, child);
const logOf = async (child: string) =>
  (
    await db.statements.run<{ what: string; reason: string | null }>(
      '',
      `SELECT c.what, c.reason FROM ehc_plan_change c JOIN ehc_plan p ON p.id = c.plan_id WHERE p.child_id = $1 ORDER BY c.number`,
      [child],
    )
  ).map(({ what }) => what);

const REQUEST_TO_PLAN = [
  ['2026-01-05', 'REQUEST_RECEIVED'],
  ['2026-01-26', 'PANEL_LISTED'],
  ['2026-02-02', 'AGREED_TO_ASSESS'],
  ['2026-03-16', 'ADVICE_COMPLETE'],
  ['2026-03-23', 'AGREED_TO_ISSUE'],
  ['2026-04-01', 'DRAFT_ISSUED'],
  ['2026-04-02', 'CONSULTATION_SENT'],
  ['2026-04-16', 'REPRESENTATIONS_RECEIVED'],
  ['2026-04-20', 'CONSULTATION_REPLY'],
  ['2026-04-21', 'CONSULTATIONS_COMPLETE'],
  ['2026-05-20', 'FINAL_ISSUED', { named: 'school', urn: '199020' }],
] as const;

const assessed = (child: string) =>
  aCaseAt(doorOn('2026-06-01'), manager, 'ehc_needs_assessment', child, [...REQUEST_TO_PLAN]);

it('makes the plan with the step that sends it, and ends it with the step that ends it', async () => {
  const child = await aChild(db.statements);
  await assessed(child);
  expect(await planOf(child)).toMatchObject({
    madeOn: '2026-05-20',
    namedUrn: '199020',
    ceasedOn: null,
    lastConcludedOn: null,
    personalBudget: false,
  });
  const review = await aCaseAt(doorOn('2027-01-21'), manager, 'annual_review', child, [
    ['2026-09-07', 'REVIEW_OPENED', { reviewKind: 'first', planFinalOn: '2026-05-20' }],
    ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-11-03' }],
    ['2026-11-03', 'MEETING_HELD'],
    ['2026-11-16', 'REPORT_RECEIVED'],
    ['2026-11-27', 'DECISION_AMEND'],
  ]);
  expect(await planOf(child)).toMatchObject({
    lastMetOn: '2026-11-03',
    lastConcludedOn: '2026-11-27',
    lastOutcome: 'amend',
  });
  await doorOn('2027-01-21').casework.record(manager, review.reference, {
    type: 'CHILD_MOVED_LA',
    occurredOn: '2027-01-20',
    payload: { newLaCode: '937', moveDate: '2027-01-18' },
  });
  expect(await planOf(child)).toMatchObject({
    ceasedOn: '2027-01-18',
    ceaseReason: '5',
    movedTo: '937',
  });
  expect(await logOf(child)).toEqual(['made', 'reviewed', 'ceased']);
});

it('takes the plan back with the step that made it, and follows a correction of its day', async () => {
  const child = await aChild(db.statements);
  const { reference } = await assessed(child);
  const { clock } = doorOn('2026-06-01');
  const calendars = new Calendars(db.statements);
  const [row] = await db.statements.run<{ version: number }>(
    '',
    'SELECT version FROM send_case WHERE reference = $1',
    [reference],
  );
  const version = row!.version;
  await new CorrectionsService(db.statements, clock, calendars).correct(manager, reference, {
    version,
    occurredOn: '2026-05-22',
    payload: undefined,
    reason: 'It went out two days later',
    expectedVersion: version,
  });
  expect(await planOf(child)).toMatchObject({ madeOn: '2026-05-22' });
  expect(await logOf(child)).toEqual(['made', 'made']);
  const other = await aChild(db.statements);
  const second = await assessed(other);
  await new UndoService(db.statements, clock, calendars).undo(manager, second.reference, {
    reason: 'The wrong version was sent',
    tellThem: false,
    expectedVersion: version,
  });
  expect(await planOf(other)).toBeUndefined();
});

it('takes a plan over that another council made, with the first review that is opened for it', async () => {
  const child = await aChild(db.statements);
  await aCaseAt(doorOn('2026-09-21'), manager, 'annual_review', child, [
    [
      '2026-09-21',
      'REVIEW_OPENED',
      { lastConcludedOn: '2025-10-10', transferredInOn: '2026-09-14', transferredFrom: '937' },
    ],
  ]);
  expect(await planOf(child)).toMatchObject({
    madeOn: '2025-10-10',
    transferredInOn: '2026-09-14',
    transferredFrom: '937',
    fromCase: null,
  });
  expect(await logOf(child)).toEqual(['moved_in']);
});

it('follows the child of a plan to a new school, and back when the change is taken back', async () => {
  const child = await aChild(db.statements);
  await plansOn('2026-06-01').load(manager, [
    {
      childId: child,
      madeOn: '2024-03-01',
      placements: [{ urn: '199001', entryOn: '2022-09-01' }],
    },
  ]);
  const { reference } = await aCaseAt(doorOn('2026-11-03'), manager, 'annual_review', child, [
    ['2026-09-21', 'REVIEW_OPENED'],
    [
      '2026-11-03',
      'SCHOOL_CHANGED',
      { toUrn: '199020', changedOn: '2026-11-02', registrationType: 'single' },
    ],
  ]);
  expect((await planOf(child))!.placements).toMatchObject([
    { rank: 1, urn: '199020', entryOn: '2026-11-02', leftOn: null },
    { rank: 1, urn: '199001', leftOn: '2026-11-02' },
  ]);
  const { clock } = doorOn('2026-11-03');
  const [row] = await db.statements.run<{ version: number }>(
    '',
    'SELECT version FROM send_case WHERE reference = $1',
    [reference],
  );
  await new UndoService(db.statements, clock, new Calendars(db.statements)).undo(
    manager,
    reference,
    {
      reason: 'The child stayed',
      tellThem: false,
      expectedVersion: row!.version,
    },
  );
  expect((await planOf(child))!.placements).toMatchObject([{ urn: '199001', leftOn: null }]);
});

describe('plans from before the product', () => {
  it('are loaded with where the child attends, and a child who has a plan keeps it', async () => {
    const child = await aChild(db.statements);
    const plans = plansOn('2026-06-01');
    const plan = {
      childId: child,
      madeOn: '2021-03-01',
      lastConcludedOn: '2025-02-10',
      lastMetOn: '2025-01-20',
      primaryNeed: 'ASD',
      placements: [{ urn: '199020', entryOn: '2021-09-01', senUnit: true }],
    };
    expect(await plans.load(manager, [plan])).toHaveLength(1);
    expect(await plans.load(manager, [{ ...plan, madeOn: '2022-01-01' }])).toEqual([]);
    expect(await planOf(child)).toMatchObject({
      madeOn: '2021-03-01',
      primaryNeed: 'ASD',
      directPayments: false,
      placements: [{ rank: 1, urn: '199020', entryOn: '2021-09-01', senUnit: true, leftOn: null }],
    });
  });

  it('are put right with a reason by those who answer for them, and by nobody else', async () => {
    const child = await aChild(db.statements);
    const plans = plansOn('2026-06-01');
    const [id] = await plans.load(manager, [{ childId: child, madeOn: '2021-03-01' }]);
    await plans.mend(
      manager,
      id!,
      { primaryNeed: 'SEMH', placements: [{ setting: 'EHE' }] },
      'As the plan says',
    );
    expect(await planOf(child)).toMatchObject({
      primaryNeed: 'SEMH',
      placements: [{ setting: 'EHE' }],
    });
    expect(await logOf(child)).toEqual(['loaded', 'mended']);
    await expect(plans.mend(manager, id!, { primaryNeed: 'ASD' }, ' ')).rejects.toThrow(BadPayload);
    await expect(
      plans.mend(manager, id!, { madeOn: '2024-01-01', ceasedOn: '2023-01-01' }, 'Moved'),
    ).rejects.toThrow('cannot end before');
    const worker = await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker']);
    await expect(plans.mend(worker, id!, { primaryNeed: 'ASD' }, 'Typo')).rejects.toThrow(
      AccessDenied,
    );
    expect(await planOf(child)).toMatchObject({ primaryNeed: 'SEMH' });
  });
});
