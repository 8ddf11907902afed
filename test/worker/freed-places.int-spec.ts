import { type Actor } from '@app/access';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';
import { SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';

describe('a place that is free while children wait', () => {
  let db: TestDatabase;
  let lead: Actor;
  let worker: AWorker;
  const clock = new FixedClock('2025-12-10T09:00:00Z');

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    await db.statements.run('', 'UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
    const roles = ['transition_lead', 'send_manager', 'y6_worker'] as const;
    lead = await anOfficer(db.statements, 'Marguerite Osei', roles);
    await places(db.statements, 1, '2026');
    worker = await aWorker(db, clock);
  });
  afterAll(async () => {
    await worker.stop();
    await db.drop();
  });

  const tasks = () =>
    db.statements.run(
      '',
      `SELECT case_id, for_role, due_on, done_on FROM task WHERE source_key LIKE 'place-to-offer:%'`,
      [],
    );

  it('becomes a task of the transition lead, once, about the first on the list, until it is offered', async () => {
    const door = aDoor(db.statements, '2025-12-10');
    const record = (reference: string, day: CalendarDay, type: string) => {
      door.clock.set(londonInstant(day, '09:00'));
      const payload = pathwayNamed('y6_transition').events[type]!.example;
      return door.casework.record(lead, reference, { type, occurredOn: day, payload });
    };
    const accepted = async () =>
      aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
        ['2025-11-17', 'NOMINATION_SUBMITTED'],
        ['2025-11-24', 'SCREENING_STARTED'],
        ['2025-11-28', 'SCORE_CONFIRMED'],
        ['2025-12-10', 'PANEL_ACCEPTED'],
      ]);
    const morning = async (day: CalendarDay) => {
      clock.set(londonInstant(day, '08:31'));
      await worker.settle();
      await worker.settle();
    };
    const holds = await accepted();
    const waits = await accepted();
    expect(waits.stages).toMatchObject({ work: 'waitlisted' });

    await morning('2025-12-11');
    expect(await tasks()).toEqual([]);

    await record(holds.reference, '2025-12-11', 'AGREEMENT_REFUSED');
    await morning('2025-12-12');
    await morning('2025-12-15');
    const task = { case_id: waits.caseId, for_role: 'transition_lead', due_on: '2025-12-16' };
    expect(await tasks()).toEqual([{ ...task, done_on: null }]);

    await record(waits.reference, '2025-12-15', 'PLACE_RELEASED');
    await morning('2025-12-16');
    expect(await tasks()).toEqual([{ ...task, done_on: '2025-12-15' }]);
  });
});
