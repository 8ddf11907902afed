import { type Actor, visibleCases } from '@app/access';
import { Calendars, UndoService } from '@app/casework';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { aWorker, type AWorker } from './a-worker';

const OLD = '199001';
const NEW = '199020';

let db: TestDatabase;
let manager: Actor;
let clock: FixedClock;
let workers: AWorker[];

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
  clock = new FixedClock('2026-11-02T09:00:00Z');
  workers = [await aWorker(db, clock), await aWorker(db, clock)];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await db.drop();
});

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
const at = async (day: CalendarDay) => {
  clock.set(londonInstant(day, '09:00'));
  await Promise.all(workers.map((worker) => worker.settle()));
};

async function moved(changedOn: CalendarDay, more: Record<string, unknown> = {}) {
  const childId = await aChild(db.statements);
  const door = aDoor(db.statements, '2026-11-02');
  const opened = await aCaseAt(door, manager, 'ehc_needs_assessment', childId, [
    ['2026-10-05', 'REQUEST_RECEIVED'],
  ]);
  door.clock.set(londonInstant('2026-11-02', '09:00'));
  await door.casework.record(manager, opened.reference, {
    type: 'SCHOOL_CHANGED',
    occurredOn: '2026-11-02',
    payload: { toUrn: NEW, changedOn, registrationType: 'single', ...more },
  });
  return { ...opened, childId, door };
}
const childOf = async (id: string) =>
  (await rows('SELECT urn, second_urn, registration FROM child WHERE id = $1', [id]))[0];
const sees = async (schoolUrn: string, day: CalendarDay, caseId: string) => {
  const id = '11111111-1111-4111-8111-111111111111';
  const visible = visibleCases({
    ...{ id, authority: '899', name: 'Ira Bell', roles: ['school_senco'], teamId: null },
    ...{ schoolUrn, day },
  });
  const sql = `SELECT 1 FROM send_case c JOIN child k ON k.id = c.child_id WHERE c.id = $1 AND ${visible.sql(2)}`;
  return (await rows(sql, [caseId, ...visible.values])).length === 1;
};

describe('a child who changes school', () => {
  it('is on record at the new school at once, and the old one sees the case 5 working days more', async () => {
    const { childId, caseId } = await moved('2026-11-02');
    expect(await childOf(childId)).toEqual({ urn: NEW, second_urn: null, registration: 'single' });
    expect(await sees(NEW, '2026-11-02', caseId)).toBe(true);
    expect(await sees(OLD, '2026-11-09', caseId)).toBe(true);
    expect(await sees(OLD, '2026-11-10', caseId)).toBe(false);
  });

  it('stays at the main school where the new one is a second school', async () => {
    const { childId, caseId } = await moved('2026-11-02', { registrationType: 'dual_subsidiary' });
    const record = { urn: OLD, second_urn: NEW, registration: 'dual_subsidiary' };
    expect(await childOf(childId)).toEqual(record);
    expect(await sees(OLD, '2027-06-01', caseId)).toBe(true);
    expect(await sees(NEW, '2027-06-01', caseId)).toBe(true);
  });

  it('moves on the day that was announced, once, and not before', async () => {
    const { childId, caseId } = await moved('2026-11-05');
    expect(await childOf(childId)).toMatchObject({ urn: OLD, registration: null });
    await at('2026-11-04');
    expect(await childOf(childId)).toMatchObject({ urn: OLD });
    await at('2026-11-06');
    expect(await childOf(childId)).toMatchObject({ urn: NEW, registration: 'single' });
    await at('2026-11-06');
    expect(await rows('SELECT seen_until FROM former_school')).toEqual([
      { seen_until: '2026-11-12' },
    ]);
    expect(await sees(OLD, '2026-11-12', caseId)).toBe(true);
  });

  it('is at the old school again when the step is taken back', async () => {
    const { childId, reference, door } = await moved('2026-11-02');
    const undo = new UndoService(db.statements, door.clock, new Calendars(db.statements));
    await undo.undo(manager, reference, {
      expectedVersion: 2,
      reason: 'Another child',
      tellThem: false,
    });
    expect(await childOf(childId)).toMatchObject({ urn: OLD, registration: null });
    expect(await rows('SELECT 1 FROM former_school')).toEqual([]);
  });

  it('stays where the new school is not in the register', async () => {
    const { childId } = await moved('2026-11-02', { toUrn: '155555' });
    expect(await childOf(childId)).toMatchObject({ urn: OLD, registration: null });
    expect(await rows('SELECT 1 FROM former_school')).toEqual([]);
  });
});

describe('1 September', () => {
  const years = async () =>
    (await rows<{ nc_year: string }>('SELECT nc_year FROM child ORDER BY legal_surname')).map(
      (row) => row.nc_year,
    );
  const aPupil = async (surname: string, year: string | null, flags: string[] = []) => {
    const id = await aChild(db.statements, { surname });
    await rows('UPDATE child SET nc_year = $2, flags = $3, created_at = $4 WHERE id = $1', [
      ...[id, year, JSON.stringify(flags), new Date('2026-11-01T09:00:00Z')],
    ]);
    return id;
  };
  const ticks = () =>
    rows("SELECT day, result FROM daily_tick WHERE name = 'school-year' ORDER BY day");

  it('moves each child up a year, once, except those who stay, and counts them', async () => {
    await aPupil('A', 'N2');
    await aPupil('B', 'R');
    await aPupil('C', '6');
    await aPupil('D', '6', ['held_back', 'medical']);
    await aPupil('E', '14');
    await aPupil('F', null);
    await at('2026-11-02');
    await at('2027-08-31');
    expect(await years()).toEqual(['N2', 'R', '6', '6', '14', null]);
    await at('2027-09-01');
    await at('2027-09-02');
    expect(await years()).toEqual(['R', '1', '7', '6', '14', null]);
    expect(await ticks()).toEqual([
      { day: '2026-09-01', result: { movedUp: 0, heldBack: 0 } },
      { day: '2027-09-01', result: { movedUp: 3, heldBack: 1 } },
    ]);
    expect(await rows("SELECT flags FROM child WHERE legal_surname = 'D'")).toEqual([
      { flags: ['medical'] },
    ]);
  });

  it('is made up for after a day on which nothing ran, and leaves who came since alone', async () => {
    await aPupil('A', '6');
    await at('2026-11-02');
    const late = await aPupil('B', '7');
    await rows('UPDATE child SET created_at = $2 WHERE id = $1', [
      ...[late, new Date('2027-09-03T09:00:00Z')],
    ]);
    await at('2027-09-20');
    expect(await years()).toEqual(['7', '7']);
  });
});
