import {
  addDays,
  englandBankHolidays,
  FixedClock,
  londonInstant,
  makeCalendar,
} from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { anAuthority, anOfficer } from '../../../../test/support/given';
import {
  Assessments,
  countsOf,
  judged,
  judgedStanding,
  worstFirst,
  legFigures,
  type StandingAssessment,
  Tallies,
} from '..';
import { manyAssessments } from '../../../../test/support/many-assessments';

const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });
/** An ordinary day, the day before Christmas, and a bank holiday. */
const DAYS = [
  ['2026-11-18', '891'],
  ['2026-12-24', '892'],
  ['2027-03-26', '893'],
] as const;

let db: TestDatabase;
beforeAll(async () => {
  db = await aTestDatabase();
}, 60_000);
afterAll(() => db.drop());

describe.each(DAYS)('a board of %s counted by the database', (today, authority) => {
  const clock = new FixedClock(londonInstant(today, '09:00'));
  const read = () => ({
    assessments: new Assessments(db.statements, clock),
    tallies: new Tallies(db.statements),
  });

  beforeAll(async () => {
    await anAuthority(db.statements, authority);
    await manyAssessments(db.statements, authority, { today, open: 400, seed: 7, sent: 40 });
  });

  it('has the counts, columns and order that the one judgement gives, case by case', async () => {
    const manager = await anOfficer(db.statements, 'Alex Doe', ['send_manager'], { authority });
    const { assessments, tallies } = read();
    const one = judged(await assessments.openOn(manager, today), today, calendar);
    const lean = worstFirst(
      judgedStanding(await assessments.standingOn(manager, today), today, calendar),
    );
    const { usual, odd } = await tallies.today(manager, today, calendar);
    expect(
      lean.map(({ reference, status, week, waitsFor }) => [reference, status, week, waitsFor]),
    ).toEqual(
      one.map(({ reference, status, week, waitsFor }) => [reference, status, week, waitsFor]),
    );
    expect(odd).toBe(0);
    expect(new Set(one.map(({ status }) => status)).size).toBe(3);
    expect(countsOf(usual)).toEqual(countsOf(one));
    expect(legFigures(usual)).toEqual(legFigures(one));
  });

  it('leaves a date that is not the usual one to be judged by itself', async () => {
    const manager = await anOfficer(db.statements, 'Alex Doe', ['send_manager'], { authority });
    await db.statements.run(
      '',
      `UPDATE clock SET due_on = due_on + 30 WHERE code = 'w20' AND case_id IN (SELECT id FROM send_case WHERE stage = 'drafting' AND authority = '${authority}')`,
      [],
    );
    await db.statements.run(
      '',
      `UPDATE send_case SET due_day = due_day + 30 WHERE stage = 'drafting' AND authority = '${authority}'`,
      [],
    );
    const { assessments, tallies } = read();
    const one = judged(await assessments.openOn(manager, today), today, calendar);
    const drafting = one.filter(({ stage }) => stage === 'drafting').length;
    expect((await tallies.today(manager, today, calendar)).odd).toBe(drafting);
    const lean = worstFirst(
      judgedStanding(await assessments.standingOn(manager, today), today, calendar),
    );
    expect(lean.map(({ reference, status }) => [reference, status])).toEqual(
      one.map(({ reference, status }) => [reference, status]),
    );
  });

  it('is judged alike from lean and from whole rows on a day gone by', async () => {
    const manager = await anOfficer(db.statements, 'Alex Doe', ['send_manager'], { authority });
    const { assessments } = read();
    const day = addDays(today, -60);
    const one = judged(await assessments.openOn(manager, day), day, calendar);
    const lean = worstFirst(
      judgedStanding(await assessments.standingOn(manager, day), day, calendar),
    );
    const seen = ({
      reference,
      stage,
      status,
      dueOn,
      waitsFor,
      ownerId,
      area,
    }: StandingAssessment) => [reference, stage, status, dueOn, waitsFor, ownerId, area];
    expect(one.length).toBeGreaterThan(50);
    expect(lean.map(seen)).toEqual(one.map(seen));
  });

  it('shows whoever sees less no more than they may open', async () => {
    await db.statements.run(
      '',
      `UPDATE send_case SET restricted = true WHERE stage = 'advice'`,
      [],
    );
    const chair = await anOfficer(db.statements, 'Alex Doe', ['panel_chair'], { authority });
    const officer = await anOfficer(db.statements, 'Alex Doe', ['ehc_officer'], { authority });
    await db.statements.run(
      '',
      `UPDATE send_case SET owner_id = $1 WHERE stage IN ('requested', 'advice') AND reference LIKE '%3'`,
      [officer.id],
    );
    const { assessments, tallies } = read();
    for (const actor of [chair, officer]) {
      const one = judged(await assessments.openOn(actor, today), today, calendar);
      const { usual, odd } = await tallies.today(actor, today, calendar);
      expect(countsOf(usual).open + odd).toBe(one.length);
      expect(one.length).toBeGreaterThan(0);
    }
  });
});
