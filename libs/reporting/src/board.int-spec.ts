import { type Actor } from '@app/access';
import { Calendars, CorrectionsService } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import {
  addDays,
  type CalendarDay,
  englandBankHolidays,
  FixedClock,
  londonInstant,
  makeCalendar,
} from '@app/statutory-calendar';
import { aBoard, type ABoard, BOARD_DAY } from '../../../test/support/an-assessment-board';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { aDoor, anAuthority, WENDMOOR } from '../../../test/support/given';
import {
  awaitedAdvice,
  Assessments,
  countsOf,
  judged,
  legFigures,
  mostHeldBy,
  type OpenAssessment,
  PlansSent,
  RestatedDays,
  Restatements,
  serviceFigures,
  timelinessOf,
} from '.';

let db: TestDatabase;
let board: ABoard;
const clock = new FixedClock(londonInstant(BOARD_DAY, '09:00'));
const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  board = await aBoard(db.statements);
}, 60_000);
afterAll(() => db.drop());

async function openOn(day: CalendarDay, actor: Actor = board.manager): Promise<OpenAssessment[]> {
  return judged(await new Assessments(db.statements, clock).openOn(actor, day), day, calendar);
}
const named = (open: readonly OpenAssessment[], surname: string) =>
  open.find(({ name }) => name.endsWith(surname));
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[]) =>
  db.statements.run<Row>('', text, values);

/** The same question asked of the tables by other means: the legal date by the law, working days one by one. */
const ORACLE = `
WITH days AS (
  SELECT d::date AS day FROM generate_series('2026-01-01'::date, '2027-12-31'::date, '1 day') d
  WHERE extract(isodow FROM d) < 6 AND d::date <> ALL ($3::date[])),
open AS (
  SELECT c.stage, CASE WHEN c.stage IN ('requested', 'decision_assess') THEN c.opened_on + 42 ELSE c.opened_on + 140 END AS due,
    greatest(1, ceil(($2::date - c.opened_on) / 7.0))::int AS week
  FROM send_case c WHERE c.authority = $1 AND c.pathway = 'ehc_needs_assessment' AND c.open
    AND c.stage IN ('requested', 'decision_assess', 'advice', 'decision_plan', 'drafting', 'draft_issued', 'finalising')),
judged AS (
  SELECT CASE WHEN due < $2::date THEN 'breached'
    WHEN (SELECT count(*) FROM days WHERE day > $2::date AND day <= due) < 5
      OR week > (CASE stage WHEN 'requested' THEN 5 WHEN 'decision_assess' THEN 5 WHEN 'advice' THEN 12 WHEN 'decision_plan' THEN 14 WHEN 'drafting' THEN 16 ELSE 18 END)
    THEN 'at_risk' ELSE 'on_time' END AS status
  FROM open)
SELECT status, count(*)::int AS count FROM judged GROUP BY status`;

describe('the open assessments of a day', () => {
  it('are counted as the tables count them by other means', async () => {
    const rows = await sql<{ status: string; count: number }>(ORACLE, [
      WENDMOOR,
      BOARD_DAY,
      englandBankHolidays.days,
    ]);
    const { open, ...counts } = countsOf(await openOn(BOARD_DAY));
    expect(counts).toEqual(Object.fromEntries(rows.map(({ status, count }) => [status, count])));
    expect(open).toBe(15);
    expect(counts).toEqual({ breached: 4, at_risk: 3, on_time: 8 });
  });

  it('stand in one leg and one column each', async () => {
    const open = await openOn(BOARD_DAY);
    const legs = legFigures(open);
    const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
    expect(sum(legs.map((leg) => leg.open))).toBe(open.length);
    for (const leg of legs) expect(sum(leg.weeks.map(({ count }) => count))).toBe(leg.open);
    expect(legs.map(({ key, open: count }) => [key, count])).toEqual([
      ['decide_assess', 4],
      ['advice', 4],
      ['decide_plan', 1],
      ['draft', 2],
      ['final', 4],
    ]);
  });

  it('come worst first: breached by the date that passed longest ago', async () => {
    const worst = (await openOn(BOARD_DAY)).filter(({ status }) => status === 'breached');
    expect(worst.map(({ name }) => name)).toEqual([
      'Alex Hale',
      'Alex Kerr',
      'Alex Dunn',
      'Alex Oram',
    ]);
    expect(worst[0]).toMatchObject({
      day: 230,
      week: 33,
      leg: 'advice',
      dueOn: addDays(BOARD_DAY, -90),
    });
  });

  it('count an excused delay as breached and name its ground', async () => {
    const oram = named(await openOn(BOARD_DAY), 'Oram');
    expect(oram?.status).toBe('breached');
    expect(oram?.state?.words).toContain('exceptional personal circumstances');
    const hale = named(await openOn(BOARD_DAY), 'Hale');
    expect(hale?.state).toMatchObject({ kind: 'breached' });
    expect(hale?.state?.words).not.toContain('exceptional');
  });

  it('say what holds each, by service and never by person', async () => {
    const open = await openOn(BOARD_DAY);
    const held = (surname: string) => named(open, surname)?.held;
    expect(held('Abel')).toBe('Not on the decision panel’s list yet');
    expect(held('Gale')).toBe('Psychology advice');
    expect(held('Frost')).toMatch(/^School advice, |^Paediatric advice, |^Psychology advice, /);
    expect(held('Kerr')).toBe('Nobody writes the draft: no officer');
    expect(held('Lowe')).toMatch(/^The family has until /);
    expect(held('Marr')).toMatch(/^A consulted school has not answered/);
    expect(held('Nash')).toBe('The final plan, ready to be sent');
    for (const { held: words } of open) expect(words).not.toMatch(/Larwood|Osei/);
    expect(mostHeldBy(open)).toBeDefined();
  });
});

describe('the board as at a day gone by', () => {
  it('shows a plan that was sent later as still open, in the leg it was in', async () => {
    const then = await openOn(addDays(BOARD_DAY, -300 + 100));
    expect(named(then, 'Pike')).toMatchObject({ leg: 'final', week: 15, ownerName: 'Kit Larwood' });
    expect(named(then, 'Abel')).toBeUndefined();
  });

  it('shows an assessment that was refused or withdrawn later as open, and not afterwards', async () => {
    const received = addDays(BOARD_DAY, -90);
    expect(named(await openOn(addDays(received, 39)), 'Usher')).toMatchObject({
      leg: 'decide_assess',
    });
    expect(named(await openOn(addDays(received, 40)), 'Usher')).toBeUndefined();
    expect(named(await openOn(addDays(BOARD_DAY, -31)), 'Vane')).toBeDefined();
    expect(named(await openOn(addDays(BOARD_DAY, -30)), 'Vane')).toBeUndefined();
  });

  it('takes the clocks as they stood: advice that came later was still awaited', async () => {
    const day = addDays(BOARD_DAY, -100 + 59);
    const gale = (await openOn(day)).filter(({ name }) => name === 'Alex Gale');
    expect(
      awaitedAdvice(gale, day, calendar)
        .map(({ adviser }) => adviser)
        .sort(),
    ).toEqual(['ep', 'health', 'school', 'social_care']);
    const later = (await openOn(addDays(day, 3))).filter(({ name }) => name === 'Alex Gale');
    expect(awaitedAdvice(later, addDays(day, 3), calendar).map(({ adviser }) => adviser)).toEqual([
      'ep',
    ]);
  });
});

describe('what is corrected later', () => {
  it('changes the figures of the days in between, and says so', async () => {
    const reference = board.cases['Birch'] ?? '';
    const listed = addDays(BOARD_DAY, -6);
    const between = addDays(BOARD_DAY, -5);
    expect(named(await openOn(between), 'Birch')?.stage).toBe('decision_assess');
    const calendars = new Calendars(db.statements);
    await new CorrectionsService(db.statements, clock, calendars).correct(
      board.manager,
      reference,
      {
        version: 3,
        occurredOn: addDays(BOARD_DAY, -4),
        reason: 'Mistyped',
        expectedVersion: 3,
      },
    );
    expect(named(await openOn(between), 'Birch')?.stage).toBe('requested');
    expect(named(await openOn(addDays(BOARD_DAY, -4)), 'Birch')?.stage).toBe('decision_assess');
    const [restated] = await new Restatements(db.statements).since(board.manager, BOARD_DAY);
    expect(restated).toMatchObject({
      reference,
      type: 'PANEL_LISTED',
      wasOn: listed,
      isOn: addDays(BOARD_DAY, -4),
      reason: 'Mistyped',
    });
  });
});

describe('advice to chase', () => {
  it('adds up by service, as the clocks that run', async () => {
    const advice = awaitedAdvice(await openOn(BOARD_DAY), BOARD_DAY, calendar);
    const [oracle] = await sql<{ all: number; late: number }>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE due_on < $2)::int AS late
       FROM clock WHERE authority = $1 AND code = 'advice_due' AND status = 'open'`,
      [WENDMOOR, BOARD_DAY],
    );
    const figures = serviceFigures(advice);
    expect(figures.reduce((all, { notIn }) => all + notIn, 0)).toBe(oracle?.all);
    expect(figures.reduce((all, { late }) => all + late, 0)).toBe(oracle?.late);
    expect(figures[0]).toMatchObject({
      adviser: 'ep',
      service: 'Educational psychology',
      notIn: 4,
      late: 3,
      shareLate: 75,
    });
  });
});

describe('plans sent in 12 months', () => {
  it('count late ones as late, with and without those that the law excuses', async () => {
    const plans = await new PlansSent(db.statements).inYearTo(board.manager, BOARD_DAY);
    expect(plans.map(({ name, inTime, exception }) => [name, inTime, exception])).toEqual([
      ['Alex Reed', false, null],
      ['Alex Shaw', false, 'exceptional personal circumstances'],
      ['Alex Quay', true, null],
      ['Alex Pike', true, null],
    ]);
    expect(timelinessOf(plans)).toEqual({ sent: 4, inTime: 2, share: 50 });
    expect(timelinessOf(plans.filter(({ exception }) => !exception))).toEqual({
      sent: 3,
      inTime: 2,
      share: 66.7,
    });
    expect(timelinessOf([])).toEqual({ sent: 0, inTime: 0, share: null });
  });

  it('are those of the year up to that day', async () => {
    const then = await new PlansSent(db.statements).inYearTo(
      board.manager,
      addDays(BOARD_DAY, -160),
    );
    expect(then.map(({ name }) => name)).toEqual(['Alex Quay', 'Alex Pike', 'Alex Tate']);
  });
});

describe('a figure that was shown and is put right later', () => {
  const shown = addDays(BOARD_DAY, -40);
  const days = () =>
    new RestatedDays(
      db.statements,
      new Assessments(db.statements, clock),
      new Calendars(db.statements),
    );

  it('is the same as now for a day about which nothing was written afterwards', async () => {
    const figures = await days().of(board.manager, shown);
    expect(figures?.cases).toEqual([]);
    expect(figures?.then).toEqual(figures?.now);
    expect(figures?.now).toEqual(countsOf(await openOn(shown)));
  });

  it('stands beside what is known now, case by case, with plans in force', async () => {
    const before = await days().of(board.manager, shown);
    const { casework } = aDoor(db.statements, BOARD_DAY);
    const withdrawn = board.cases['Ember'] ?? '';
    const [{ version } = { version: 0 }] = await sql<{ version: number }>(
      'SELECT version FROM send_case WHERE reference = $1',
      [withdrawn],
    );
    await casework.record(board.manager, withdrawn, {
      type: 'REQUEST_WITHDRAWN',
      occurredOn: addDays(shown, -1),
      payload: pathwayNamed('ehc_needs_assessment').events['REQUEST_WITHDRAWN']!.example,
      expectedVersion: version,
    });
    await sql(
      `WITH gone AS (UPDATE ehc_plan p SET ceased_on = $1 FROM (SELECT * FROM ehc_plan WHERE made_on < $1 LIMIT 1) was
         WHERE p.id = was.id RETURNING p.*, to_jsonb(was) AS before)
       INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, at, reason, before)
       SELECT id, authority, 'mended', $1, $2, 'Moved away long ago', before FROM gone`,
      [shown, londonInstant(BOARD_DAY, '10:00')],
    );
    const after = await days().of(board.manager, shown);
    expect(after?.then).toEqual(before?.then);
    expect(after?.now.open).toBe((before?.now.open ?? 0) - 1);
    expect(after?.cases).toMatchObject([{ reference: withdrawn, now: undefined }]);
    expect(after?.cases[0]?.then).toBeDefined();
    expect(after?.plans.then).toBe(before?.plans.then);
    expect(after?.plans.now).toBe((before?.plans.now ?? 0) - 1);
  });
});
