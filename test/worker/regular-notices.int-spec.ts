import { type Actor } from '@app/access';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, type JourneyStep } from '../support/given';
import { SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';

let db: TestDatabase;
let workers: AWorker[] = [];
let manager: Actor;
const clock = new FixedClock('2025-11-17T09:00:00Z');

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  const addresses = { ...SETTINGS.addresses, ep_manager: 'lead-ep@wendmoor.example' };
  const settings = JSON.stringify({ ...SETTINGS, addresses });
  await rows('UPDATE authority SET settings = $1', [settings]);
  const roles = ['send_manager', 'ehc_officer', 'transition_lead', 'y6_worker'] as const;
  manager = await anOfficer(db.statements, 'Ruth Abara', roles);
  workers = [await aWorker(db, clock), await aWorker(db, clock)];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await db.drop();
});

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);

/** Both workers look at that morning, and again in the afternoon. */
async function on(...days: CalendarDay[]): Promise<void> {
  for (const day of days)
    for (const time of ['08:31', '15:00']) {
      clock.set(londonInstant(day, time));
      await Promise.all(workers.map((worker) => worker.settle()));
      await Promise.all(workers.map((worker) => worker.settle()));
    }
}

const aCase = async (pathway: string, steps: readonly [JourneyStep, ...JourneyStep[]]) =>
  aCaseAt(aDoor(db.statements, steps[0][0]), manager, pathway, await aChild(db.statements), steps);
const told = (notice: string, like = '%') =>
  rows<{ recipient: string; address: string | null; subject: string; body: string }>(
    "SELECT recipient, address, subject, body FROM message WHERE notice = $1 AND key LIKE $2 AND status = 'sent' ORDER BY due_at, recipient",
    [notice, like],
  );

describe('a child who waits for a place', () => {
  const WAITING: readonly [JourneyStep, ...JourneyStep[]] = [
    ['2025-11-17', 'NOMINATION_SUBMITTED'],
    ['2025-11-24', 'SCREENING_STARTED'],
    ['2025-11-28', 'SCORE_CONFIRMED'],
    ['2025-12-10', 'PANEL_ACCEPTED'],
  ];
  const again = () => told('N-04', 'waiting:%');

  it('is written about each month, once, and once for all months of an outage', async () => {
    await aCase('y6_transition', WAITING);
    await on('2025-12-11', '2026-01-09');
    expect(await again()).toEqual([]);
    await on('2026-01-12', '2026-01-13');
    const [family, referrer] = await again();
    expect(await again()).toHaveLength(2);
    expect(family).toMatchObject({ subject: 'You are still on our waiting list' });
    expect(family!.body).toContain('since Wednesday 10 December 2025');
    expect(referrer!.recipient).toBe(`referrer:${manager.id}`);
    expect(referrer!.body).not.toMatch(/Rowan|Ashby/);
    await on('2026-03-20');
    expect(await again()).toHaveLength(4);
  });

  it('is not written about while the case is on hold, or once there is a place', async () => {
    const { reference } = await aCase('y6_transition', [
      ...WAITING,
      ['2025-12-11', 'CASE_HELD', {}],
    ]);
    await on('2026-01-12');
    expect(await again()).toEqual([]);
    const { casework, clock: doorClock } = aDoor(db.statements, '2026-01-12');
    doorClock.set(londonInstant('2026-01-13', '09:00'));
    await casework.record(manager, reference, {
      type: 'CASE_RESUMED',
      occurredOn: '2026-01-13',
      payload: {},
    });
    await rows(
      "INSERT INTO place (authority, programme, cohort, number) VALUES ('899', 'y6_transition', '2026', 1)",
    );
    await casework.record(manager, reference, {
      type: 'PLACE_RELEASED',
      occurredOn: '2026-01-13',
      payload: {},
    });
    await on('2026-01-14', '2026-02-12');
    expect(await again()).toEqual([]);
  });
});

describe('advice that is 5 working days late', () => {
  const ASSESSING: readonly [JourneyStep, ...JourneyStep[]] = [
    ['2026-10-05', 'REQUEST_RECEIVED'],
    ['2026-10-28', 'PANEL_LISTED'],
    ['2026-11-04', 'AGREED_TO_ASSESS', { advisers: ['ep', 'health'] }],
  ];
  const late = () => told('N-64', 'late-advice:%');

  it('is told to whoever leads the service, all of a morning in one message, and each once', async () => {
    const [one, two] = [
      await aCase('ehc_needs_assessment', ASSESSING),
      await aCase('ehc_needs_assessment', ASSESSING),
    ];
    clock.set(londonInstant('2026-12-16', '07:00'));
    await on('2026-12-17', '2026-12-22');
    expect(await late()).toEqual([]);
    await on('2026-12-23', '2026-12-24');
    const [lead, own] = await late();
    expect(await late()).toHaveLength(2);
    expect(lead).toMatchObject({ recipient: 'lead:ep', address: 'lead-ep@wendmoor.example' });
    for (const { reference } of [one, two]) {
      expect(lead!.body).toContain(`- ${reference}: Psychology advice, Wed 16 December 2026`);
      expect(own!.body).toContain(`- ${reference}: Paediatric advice`);
    }
    expect(lead!.body).not.toMatch(/Rowan|Ashby|Paediatric/);
    expect(own).toMatchObject({ recipient: `officer:${manager.id}`, address: null });
  });

  it('is made up for after an outage, and not told of what has come', async () => {
    const { reference } = await aCase('ehc_needs_assessment', ASSESSING);
    await on('2026-12-21');
    const { casework } = aDoor(db.statements, '2026-12-22');
    await casework.record(manager, reference, {
      type: 'ADVICE_RECEIVED',
      occurredOn: '2026-12-22',
      payload: { adviser: 'ep', quality: 'good' },
    });
    await on('2027-01-11', '2027-01-12');
    expect((await late()).map(({ recipient }) => recipient)).toEqual([`officer:${manager.id}`]);
  });
});

describe('the reviews of a term', () => {
  const reviewAfter = (lastConcludedOn: CalendarDay) =>
    aCase('annual_review', [['2026-10-12', 'REVIEW_OPENED', { lastConcludedOn }]]);
  const lists = () => told('N-55', 'termly-reviews:%');

  it('are one list for each school two weeks before it begins, with those not opened yet', async () => {
    const [first, later] = [await reviewAfter('2026-03-01'), await reviewAfter('2026-07-01')];
    const held = await aCase('s19_request', [['2026-10-12', 'REQUEST_RECEIVED']]);
    const answers = { reviewKind: 'ordinary', arrangedBy: 'school', lastConcludedOn: '2026-04-01' };
    await rows(
      `INSERT INTO referral (authority, child_id, from_case, from_version, number, pathway, reason, answers, made_on)
       SELECT authority, child_id, id, 1, 99, 'annual_review', 'The next review', $2, opened_on FROM send_case WHERE reference = $1`,
      [held.reference, JSON.stringify(answers)],
    );
    await on('2026-12-18');
    expect(await lists()).toEqual([]);
    await on('2026-12-21', '2026-12-22', '2027-01-04', '2027-01-05');
    const [list] = await lists();
    expect(await lists()).toHaveLength(1);
    expect(list).toMatchObject({
      recipient: 'school:199001',
      address: 'office@199001.example.org',
    });
    expect(list!.body).toContain(`- ${first.reference}: by Sun 31 January 2027`);
    expect(list!.body).toContain(`- ${held.reference}: by Wed 3 March 2027`);
    expect(list!.body).not.toContain(later.reference);
    expect(list!.body).not.toMatch(/Rowan|Ashby/);
  });

  it('become a task where nobody at the school can be reached', async () => {
    await rows('UPDATE school SET email = NULL');
    await reviewAfter('2026-03-01');
    await on('2026-12-21', '2026-12-22');
    expect(await lists()).toEqual([]);
    const sql = 'SELECT text, for_role FROM task WHERE source_key LIKE $1';
    expect(await rows(sql, ['termly-reviews:%'])).toEqual([
      {
        text: 'Send Fernhollow Primary its list of reviews for next term',
        for_role: 'send_manager',
      },
    ]);
  });
});
