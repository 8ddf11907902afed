import { type Actor } from '@app/access';
import { addDays, type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { aDoor, anAuthority, anOfficer } from '../../../../test/support/given';
import {
  plansInReview,
  type PlansGiven,
  REGISTER_DAY,
} from '../../../../test/support/plans-in-review';
import {
  type PlanInReview,
  PlanRegister,
  type RegisterFilter,
  RestatedRegisters,
  ReviewTimes,
  transferOutlook,
} from '..';

let db: TestDatabase;
let given: PlansGiven;
const clock = new FixedClock(londonInstant(REGISTER_DAY, '09:00'));

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  given = await plansInReview(db.statements);
  clock.set(londonInstant(REGISTER_DAY, '09:00'));
}, 60_000);
afterAll(() => db.drop());

const register = () => new PlanRegister(db.statements, clock);
async function listed(
  filter: RegisterFilter = {},
  day: CalendarDay = REGISTER_DAY,
  actor: Actor = given.manager,
) {
  const { rows, total } = await register().list(actor, { day, filter });
  expect(total).toBe(rows.length);
  return rows;
}
const names = (rows: readonly PlanInReview[]) => rows.map(({ name }) => name.split(' ')[1]).sort();
const plan = async (surname: string, day?: CalendarDay) =>
  (await listed({}, day)).find(({ name }) => name.endsWith(surname));

it('puts every plan in force in one stage', async () => {
  const rows = await listed();
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  expect(
    Object.fromEntries(
      stages.map((each) => [each, names(rows.filter(({ stage }) => stage === each))]),
    ),
  ).toEqual({
    not_yet: ['Early', 'Larch', 'Nettle'],
    due: ['Ash'],
    never_held: ['Birch', 'Cedar', 'Dogwood', 'Elder'],
    invited: ['Fir'],
    held: ['Gorse', 'Hazel', 'Maple'],
    report: ['Ivy'],
    amending: ['Juniper'],
  });
});

it('counts the year from the last conclusion, that day included, and else from the plan', async () => {
  expect(await plan('Ash')).toMatchObject({ dueBy: '2027-02-09', status: 'at_risk' });
  expect(await plan('Early')).toMatchObject({ dueBy: '2027-11-01', status: 'on_time' });
  expect(await plan('Larch')).toMatchObject({ lastConcludedOn: '2026-12-23', dueBy: '2027-12-22' });
});

it('knows how far a review has come that was never held', async () => {
  const rows = await listed({ stage: 'never_held' });
  expect(Object.fromEntries(rows.map(({ name, step }) => [name.split(' ')[1], step]))).toEqual({
    Birch: 'none',
    Cedar: 'none',
    Dogwood: 'asked',
    Elder: 'dated',
  });
  expect(names(await listed({ stage: 'never_held', long: 'yes' }))).toEqual(['Cedar']);
});

it('dates what comes after the meeting as the clocks of the cases do', async () => {
  const rows = await listed();
  const codes = { held: 'decision', report: 'decision', amending: 'final' } as const;
  const after = rows.filter(({ stage }) => stage in codes);
  expect(after).toHaveLength(5);
  for (const { caseId, stage, nextDue } of after) {
    const [clockRow] = await db.statements.run<{ due: string }>(
      '',
      `SELECT due_on AS due FROM clock WHERE case_id = $1 AND code = $2`,
      [caseId, codes[stage as keyof typeof codes]],
    );
    expect([stage, nextDue]).toEqual([stage, clockRow?.due]);
  }
  expect(await plan('Hazel')).toMatchObject({ status: 'late', nextDue: '2026-12-31' });
});

it.each(['month', 'school', 'officer', 'year'] as const)(
  'has figures by %s that are its lists',
  async (by) => {
    for (const filter of [{}, { stage: 'never_held' }, { group: 'year9' }] as RegisterFilter[]) {
      const counts = await register().figures(given.manager, { day: REGISTER_DAY, filter }, by);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe((await listed(filter)).length);
      for (const { key, stage, status, count } of counts)
        expect([key, stage, count]).toEqual([
          key,
          stage,
          (await listed({ ...filter, [by]: key, stage, status })).length,
        ]);
    }
  },
);

describe('as at a day gone by', () => {
  it('is today’s register when the day is read from history', async () => {
    const today = await listed();
    clock.set(londonInstant('2027-01-13', '09:00'));
    const tomorrow = await listed({}, REGISTER_DAY);
    clock.set(londonInstant(REGISTER_DAY, '09:00'));
    expect(tomorrow).toEqual(today);
  });

  it('knows plans that have ended since, and reviews as they stood', async () => {
    expect(names(await listed({}, '2026-12-01'))).toContain('Oak');
    expect(await plan('Gorse', '2026-12-20')).toMatchObject({ stage: 'invited', heldOn: null });
    expect(await plan('Juniper', '2026-11-24')).toMatchObject({ stage: 'held', noticeOn: null });
  });

  it('takes the conclusion before the last one for a day before it', async () => {
    expect(await plan('Larch', '2026-12-01')).toMatchObject({
      stage: 'held',
      lastConcludedOn: '2026-03-20',
      dueBy: '2027-03-19',
    });
  });
});

it('finds who moves to the next phase, and by when the plan must name the next place', async () => {
  const february = await listed({ transfer: 'february' });
  expect(names(february)).toEqual(['Cedar', 'Maple', 'Nettle']);
  expect((await plan('Maple'))?.nextPlaceBy).toBe('2027-02-15');
  const outlook = transferOutlook((await plan('Maple'))!, REGISTER_DAY);
  expect(outlook).toEqual({
    outlook: 'short',
    by: '2027-02-15',
    strictBy: '2027-02-14',
    lastSafeMeeting: '2026-11-23',
    fullPeriodsEnd: '2027-03-17',
  });
  const march = await listed({ transfer: 'march' });
  expect(names(march)).toEqual(names(await listed({ group: 'year11' })));
  expect(march[0]?.nextPlaceBy).toBe('2027-03-31');
});

it('counts decisions within four weeks by the meetings whose four weeks are over', async () => {
  const times = new ReviewTimes(db.statements, register());
  const counts = await times.inYearTo(given.manager, REGISTER_DAY);
  const of = (time: string) =>
    counts.filter((it) => it.time === time).map(({ outcome, count }) => [outcome, count]);
  expect(of('decision').sort()).toEqual(
    [
      ['late', 1],
      ['waiting', 1],
      ['in', 1],
    ].sort(),
  );
  for (const { time, outcome, count } of counts) {
    const rows = await times.list(given.manager, REGISTER_DAY, time);
    expect(rows.filter((row) => row.outcome === outcome)).toHaveLength(count);
  }
});

it('counts a review that nobody opened as not concluded within its 12 months', async () => {
  const times = new ReviewTimes(db.statements, register());
  const rows = await times.list(given.manager, REGISTER_DAY, 'concluded');
  const of = (surname: string) =>
    rows
      .filter(({ name }) => name.endsWith(surname))
      .map(({ reference, dueOn, outcome }) => [reference !== null, dueOn, outcome]);
  expect(of('Birch')).toEqual([[false, '2026-11-19', 'waiting']]);
  expect(of('Dogwood')).toEqual([[true, '2026-12-14', 'waiting']]);
  expect(of('Cedar')).toEqual([]);
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(
    rows
      .map(({ dueOn }) => dueOn)
      .sort()
      .reverse(),
  );
  expect(rows.every(({ dueOn }) => dueOn > '2026-01-12' && dueOn < REGISTER_DAY)).toBe(true);
});

it('shows restricted records to managers and to who works on them only', async () => {
  await db.statements.run(
    '',
    `UPDATE child SET restricted = true WHERE legal_surname IN ('Ash', 'Gorse')`,
    [],
  );
  const other = await anOfficer(db.statements, 'Cormac Bright', ['review_officer']);
  expect(names(await listed({}, REGISTER_DAY, other))).not.toEqual(expect.arrayContaining(['Ash']));
  expect(names(await listed({}, REGISTER_DAY, given.officer))).toContain('Gorse');
  expect(names(await listed({}, REGISTER_DAY, given.officer))).not.toContain('Ash');
  expect(names(await listed())).toEqual(expect.arrayContaining(['Ash', 'Gorse']));
});

describe('the register of a day as it was shown at its end', () => {
  const compared = () =>
    new RestatedRegisters(db.statements, clock).of(given.manager, REGISTER_DAY);
  beforeAll(() => clock.set(londonInstant(addDays(REGISTER_DAY, 10), '09:00')));

  it('is the register known now where nothing was written afterwards', async () => {
    const { then, now, plans, loaded } = await compared();
    expect(plans).toEqual([]);
    expect(loaded).toBe(0);
    expect(then).toEqual(now);
    expect(now).toHaveLength((await listed({}, REGISTER_DAY)).length);
  });

  it('names the plans that count otherwise, by what was recorded or put right since', async () => {
    const { casework } = aDoor(db.statements, addDays(REGISTER_DAY, 5));
    await casework.record(given.manager, given.cases['Hazel'] ?? '', {
      type: 'REPORT_RECEIVED',
      occurredOn: addDays(REGISTER_DAY, -2),
      payload: {},
    });
    await db.statements.run(
      '',
      `WITH was AS (SELECT id, authority, to_jsonb(p) AS before FROM ehc_plan p WHERE id = $1),
        log AS (INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, at, reason, before)
          SELECT id, authority, 'mended', $2, $2::date + 4, 'A wrong year', before FROM was)
       UPDATE ehc_plan SET last_concluded_on = last_concluded_on + 366 WHERE id = $1`,
      [given.plans['Birch'], REGISTER_DAY],
    );
    const { plans } = await compared();
    const stages = plans.map(({ name, then, now }) => [name, then?.stage, now?.stage]);
    expect(stages.sort()).toEqual([
      ['Alex Birch', 'never_held', 'not_yet'],
      ['Alex Hazel', 'held', 'report'],
    ]);
  });
});
