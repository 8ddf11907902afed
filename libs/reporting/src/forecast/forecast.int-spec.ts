import { type Actor } from '@app/access';
import { addDays, type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  assessment,
  finishedAssessments,
  FORECAST_DAY,
} from '../../../../test/support/finished-assessments';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  WENDMOOR,
} from '../../../../test/support/given';
import { type Ahead, type BackTest, Forecasts } from './forecasts.service';
import { Histories } from './histories.service';
import { KeptForecasts } from './kept-forecasts.service';
import { Lessons } from './lessons.service';
import { told } from './told';
import { WaysForward } from './ways-forward.service';

let db: TestDatabase;
let manager: Actor;
let cases: Readonly<Record<string, string>>;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
  cases = await finishedAssessments(db.statements, manager);
}, 180_000);
afterAll(() => db.drop());

/** A service that has kept nothing yet. */
const forecasts = () => new Forecasts(new Histories(db.statements), lessons());
const lessons = () =>
  new Lessons(
    new Histories(db.statements),
    new KeptForecasts(db.statements),
    new FixedClock(londonInstant(FORECAST_DAY, '09:00')),
  );

async function idOf(reference: string): Promise<string> {
  const [row] = await db.statements.run<{ id: string }>(
    '',
    'SELECT id FROM send_case WHERE authority = $1 AND reference = $2',
    [WENDMOOR, reference],
  );
  return row?.id ?? '';
}

async function ahead(surname: string, day: CalendarDay = FORECAST_DAY): Promise<Ahead> {
  const id = await idOf(cases[surname] ?? surname);
  const found = (await forecasts().assessments(WENDMOOR, day, [id])).get(id);
  if (!found) throw new Error(`Nothing lies ahead of ${surname}`);
  return found;
}
const detail = ({ open, dates: [{ dueOn }], learning }: Ahead) => told(open, dueOn, learning);

describe('how likely an assessment is to miss its 20 weeks', () => {
  it('is more likely the longer a service has kept it waiting', async () => {
    const [early, waiting, late] = [
      await ahead('Early'),
      await ahead('Waiting'),
      await ahead('Late'),
    ];
    expect(early.dates[0].chance).toBeLessThan(waiting.dates[0].chance ?? 0);
    expect(waiting.dates[0].chance).toBeGreaterThan(0.9);
    expect(late.dates[0]).toMatchObject({ isLate: true, chance: 1 });
  });

  it('has a range around it, and days between which it is likely to end', async () => {
    const early = await ahead('Early');
    const { low, high, expected } = detail(early);
    expect(low).toBeLessThanOrEqual(early.dates[0].chance ?? 0);
    expect(high).toBeGreaterThanOrEqual(early.dates[0].chance ?? 1);
    expect(high - low).toBeGreaterThan(0);
    expect(expected.early > FORECAST_DAY).toBe(true);
    expect(expected.early <= expected.middle && expected.middle <= expected.late).toBe(true);
  });

  it('names the service that is waited for and how long it has taken, and no person', async () => {
    expect(detail(await ahead('Waiting')).driver).toMatchObject({
      leg: 'advice',
      service: 'ep',
      sofar: 80,
    });
    expect(JSON.stringify(detail(await ahead('Late')))).not.toContain('Osei');
  });
});

describe('the cheapest action that helps most', () => {
  const actionFor = async (surname: string) => {
    const found = await ahead(surname);
    const ways = new WaysForward(db.statements);
    return (await ways.of(manager, [found], FORECAST_DAY)).get(found.caseId);
  };

  it('is one that the case can receive now', async () => {
    expect(await actionFor('Newly')).toMatchObject({ type: 'PANEL_LISTED', cost: 1 });
    expect(await actionFor('Early')).toMatchObject({ type: 'ADVICE_CHASED', service: 'ep' });
    expect(await actionFor('Answered')).toMatchObject({ type: 'ADVICE_COMPLETE', cost: 1 });
    expect(await actionFor('Drafting')).toMatchObject({
      type: 'DRAFT_ISSUED',
      roles: ['ehc_officer', 'send_manager'],
    });
  });

  it('is told by days where the date has passed', async () => {
    const action = await actionFor('Late');
    expect(action?.chance).toBe(1);
    expect(action?.days).toBeGreaterThan(0);
  });
});

const backTests = async (authority: string) =>
  (await forecasts().backTests(authority)) as [BackTest, ...BackTest[]];

describe('looking back', () => {
  it('makes past forecasts again and scores them against what happened', async () => {
    const [{ scores, lookedBack }] = await backTests(WENDMOOR);
    expect(scores.map(({ label }) => label)).toEqual(['In week 6', 'In week 10', 'In week 14']);
    const last = scores.at(-1);
    expect(last?.count).toBeGreaterThan(5);
    expect(last?.brier).toBeLessThan(last?.baseRate ?? 0);
    expect(last?.bands.reduce((sum, { count }) => sum + count, 0)).toBe(last?.count);
    for (const { month } of lookedBack) expect(month <= '2027-01').toBe(true);
  });

  it('is about reviews too: concluded, decided and the plan changed', async () => {
    const tests = await backTests(WENDMOOR);
    expect(tests.map(({ key, scores }) => [key, scores.length])).toEqual([
      ['assessments', 3],
      ['reviews', 2],
      ['decisions', 2],
      ['plans', 2],
    ]);
  });

  it('says nothing where too few have finished', async () => {
    await anAuthority(db.statements, '898');
    const [other] = [
      await anOfficer(db.statements, 'Ada Lund', ['send_manager', 'ehc_officer'], {
        authority: '898',
      }),
    ];
    const child = await aChild(db.statements, { authority: '898' });
    const { reference } = await aCaseAt(
      aDoor(db.statements, FORECAST_DAY),
      other,
      'ehc_needs_assessment',
      child,
      [[addDays(FORECAST_DAY, -20), 'REQUEST_RECEIVED']],
    );
    const [row] = await db.statements.run<{ id: string }>(
      '',
      `SELECT id FROM send_case WHERE authority = '898' AND reference = $1`,
      [reference],
    );
    const id = row?.id ?? '';
    const found = (await forecasts().assessments('898', FORECAST_DAY, [id])).get(id);
    expect(found?.dates[0].chance).toBeUndefined();
    const scores = (await backTests('898')).flatMap((each) => each.scores);
    expect(scores.every(({ count }) => count === 0)).toBe(true);
  });
});

describe('a forecast as at a day gone by', () => {
  it('learns from the past only: what happens later changes nothing', async () => {
    const day = addDays(FORECAST_DAY, -40);
    const before = await ahead('Waiting', day);
    const said = detail(before);
    const { casework } = aDoor(db.statements, FORECAST_DAY);
    const occurredOn = addDays(FORECAST_DAY, -2);
    const payload = { adviser: 'ep', quality: 'good' };
    for (const surname of ['Waiting', 'Early', 'Late'])
      await casework.record(manager, cases[surname] ?? '', {
        ...{ type: 'ADVICE_RECEIVED', occurredOn, payload },
      });
    await casework.record(manager, cases['Drafting'] ?? '', {
      ...{ type: 'DRAFT_ISSUED', occurredOn, payload: { qualityCheck: 'done' } },
    });
    await assessment(db.statements, manager, { surname: 'Newest', received: 5, steps: [] });
    const after = await ahead('Waiting', day);
    expect(after.learning.outlook.learned).toEqual(before.learning.outlook.learned);
    expect(after.dates).toEqual(before.dates);
    expect(detail(after)).toEqual(said);
    expect((await ahead('Waiting')).dates[0].chance).not.toBe(before.dates[0].chance);
  });
});

describe('what was made ready in the night', () => {
  it('says the same as what is learned on asking, and is asked for on its day alone', async () => {
    const [learned, tested] = [await ahead('Waiting'), await backTests(WENDMOOR)];
    await lessons().prepare(WENDMOOR);
    const [kept, again] = [await ahead('Waiting'), await backTests(WENDMOOR)];
    expect(kept.dates).toEqual(learned.dates);
    expect(detail(kept)).toEqual(detail(learned));
    expect(again).toEqual(tested);
    await db.statements.run('', "UPDATE forecast_kept SET body = ''", []);
    await expect(ahead('Waiting')).rejects.toThrow();
    await db.statements.run('', 'UPDATE forecast_kept SET day = day - 1', []);
    expect((await ahead('Waiting')).dates).toEqual(learned.dates);
  });
});
