import { type Actor } from '@app/access';
import { Calendars, type Recorded } from '@app/casework';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { ClockSweep } from '../../apps/worker/src/clocks/clock-sweep.service';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';
import { aWorker, type AWorker } from './a-worker';

let db: TestDatabase;
let lead: Actor;
let clock: FixedClock;
let workers: AWorker[];

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', [
    'transition_lead',
    'send_manager',
    'y6_worker',
    'ehc_officer',
  ]);
  await places(db.statements, 32, '2026');
  clock = new FixedClock('2026-01-01T09:00:00Z');
  workers = [await aWorker(db, clock), await aWorker(db, clock)];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await db.drop();
});

/** One of the workers is elected; which one does not matter. */
const settle = () => Promise.all(workers.map((worker) => worker.settle()));
const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
const at = (day: CalendarDay, time = '09:00') => clock.set(londonInstant(day, time));
const events = async ({ caseId }: Recorded) =>
  (
    await rows<{ said: string }>(
      "SELECT type || ' ' || occurred_on AS said FROM case_event WHERE case_id = $1 ORDER BY version",
      [caseId],
    )
  ).map(({ said }) => said);

async function accepted(): Promise<Recorded> {
  const door = aDoor(db.statements, '2025-11-20');
  return aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
    ['2025-11-20', 'NOMINATION_SUBMITTED'],
    ['2025-11-27', 'SCREENING_STARTED'],
    ['2025-12-02', 'SCORE_CONFIRMED'],
    ['2025-12-10', 'PANEL_ACCEPTED'],
  ]);
}

describe('a clock that runs out', () => {
  it('sends its event once, though two workers look at the same moment (Y6-4)', async () => {
    const subject = await accepted();
    at('2026-01-16', '00:06');
    await Promise.all(workers.map((worker) => worker.rounds.look('clocks')));
    await settle();

    expect((await events(subject)).slice(4)).toEqual(['AGREEMENT_TIMEOUT 2026-01-16']);
    const [open] = await rows(
      "SELECT due_on FROM clock WHERE case_id = $1 AND code = 'accept_timeout' AND status = 'open'",
      [subject.caseId],
    );
    expect(open).toEqual({ due_on: '2026-01-30' });
  });

  it('is sent once even when both sweep past the lease', async () => {
    const subject = await accepted();
    at('2026-01-16', '00:06');
    const sweeps = workers.map((worker) => worker.app.get(ClockSweep));
    await Promise.all(sweeps.map((sweep) => sweep.run()));
    expect((await events(subject)).slice(4)).toEqual(['AGREEMENT_TIMEOUT 2026-01-16']);
  });

  it('waits for 00:05 of the day after', async () => {
    const subject = await accepted();
    at('2026-01-16', '00:04');
    await settle();
    expect(await events(subject)).toHaveLength(4);
  });
});

describe('a demo clock moved three months ahead', () => {
  it('works the days in order, and clocks that start on the way join in on their own day', async () => {
    await rows('DELETE FROM daily_tick');
    const subject = await accepted();
    at('2025-12-15');
    await settle();
    at('2026-03-16');
    await settle();

    expect((await events(subject)).slice(4)).toEqual([
      'AGREEMENT_TIMEOUT 2026-01-16',
      'AGREEMENT_TIMEOUT 2026-01-31',
    ]);
    const ticks = await rows<{ day: string; fired: number }>(
      "SELECT day, (result->>'fired')::int AS fired FROM daily_tick WHERE name = 'clocks' ORDER BY day",
    );
    expect(ticks).toHaveLength(92); // 15 December to 16 March, none left out
    expect(ticks.filter(({ fired }) => fired > 0).map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2026-01-16', '2026-01-31']),
    );
    const [{ stage, reason } = {}] = await rows<{ stage: string; reason: string }>(
      "SELECT stage, state->'context'->>'reasonCode' AS reason FROM send_case WHERE id = $1",
      [subject.caseId],
    );
    expect({ stage, reason }).toEqual({ stage: 'declined_by_family', reason: 'NO_RESPONSE' });
  });

  it('changes nothing when it is moved back and forth', async () => {
    const before = await rows('SELECT count(*) FROM case_event');
    at('2026-02-01');
    await settle();
    at('2026-03-16');
    await settle();
    expect(await rows('SELECT count(*) FROM case_event')).toEqual(before);
  });
});

describe('a timer that cannot act', () => {
  it('is refused once, leaves a task with the reason, and does not come again', async () => {
    at('2026-01-05');
    const subject = await accepted();
    await rows(
      "UPDATE clock SET sends = 'SUMMER_BREAK_STARTED' WHERE case_id = $1 AND code = 'accept_timeout'",
      [subject.caseId],
    );
    at('2026-01-16');
    await settle();
    await settle();

    expect(await events(subject)).toHaveLength(4);
    const tasks = await rows<{ text: string; why: string; for_role: string }>(
      "SELECT text, why, for_role FROM task WHERE case_id = $1 AND source_key LIKE 'refused:%'",
      [subject.caseId],
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]!.text).toContain('Family’s agreement to the place');
    expect(tasks[0]!.why).toMatch(/cannot be recorded while the case is at/);
    expect(
      await rows(
        "SELECT status, fires_at FROM clock WHERE case_id = $1 AND code = 'accept_timeout'",
        [subject.caseId],
      ),
    ).toEqual([{ status: 'open', fires_at: null }]);
  });

  it('waits, and asks the administrator, where the term dates are missing', async () => {
    at('2026-01-05');
    const subject = await accepted();
    const [calendar] = await rows<{ id: string; terms: unknown }>(
      'SELECT id, terms FROM school_calendar',
    );
    await rows('UPDATE school_calendar SET terms = \'[["2025-09-01","2026-01-20"]]\'');
    forgetCalendars();
    at('2026-01-16');
    await settle();
    expect(await events(subject)).toHaveLength(4);
    expect(
      await rows("SELECT for_role, case_id FROM task WHERE source_key LIKE 'terms-missing:%'"),
    ).toEqual([{ for_role: 'administrator', case_id: null }]);

    await rows('UPDATE school_calendar SET terms = $2 WHERE id = $1', [
      calendar!.id,
      JSON.stringify(calendar!.terms),
    ]);
    forgetCalendars();
    await settle();
    expect((await events(subject)).slice(4)).toEqual(['AGREEMENT_TIMEOUT 2026-01-16']);
  });
});

function forgetCalendars(): void {
  for (const worker of workers) worker.app.get(Calendars).forget();
}
