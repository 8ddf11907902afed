import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  places,
} from '../../../test/support/given';
import { Calendars, UndoService } from '.';

const ASK = 'Ask the family for their agreement';

describe('a task whose step is recorded', () => {
  let db: TestDatabase;
  let lead: Actor;

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    const roles = ['transition_lead', 'send_manager', 'y6_worker'] as const;
    lead = await anOfficer(db.statements, 'Marguerite Osei', roles);
    await places(db.statements, 2, '2026');
  });
  afterAll(() => db.drop());

  const tasks = (caseId: string) =>
    db.statements.run(
      '',
      'SELECT text, done_on, done_by, done_version FROM task WHERE case_id = $1 ORDER BY text',
      [caseId],
    );

  it('is closed in the same step, and open again when the step is taken back', async () => {
    const door = aDoor(db.statements, '2025-12-11');
    const child = await aChild(db.statements);
    const { caseId, reference } = await aCaseAt(door, lead, 'y6_transition', child, [
      ['2025-11-17', 'NOMINATION_SUBMITTED'],
      ['2025-11-24', 'SCREENING_STARTED'],
      ['2025-11-28', 'SCORE_CONFIRMED'],
      ['2025-12-10', 'PANEL_ACCEPTED'],
    ]);
    const open = [{ text: ASK, done_on: null, done_by: null, done_version: null }];
    expect(await tasks(caseId)).toEqual(open);

    await door.casework.record(lead, reference, {
      type: 'DESTINATION_OFFERED',
      occurredOn: '2025-12-10',
      payload: { urn: '199020' },
    });
    expect(await tasks(caseId)).toEqual(open);

    const { version } = await door.casework.record(lead, reference, {
      type: 'CONSENT_REQUESTED',
      occurredOn: '2025-12-10',
      payload: { how: 'form' },
    });
    expect(await tasks(caseId)).toEqual([
      { text: ASK, done_on: '2025-12-10', done_by: lead.id, done_version: version },
    ]);

    const undo = new UndoService(db.statements, door.clock, new Calendars(db.statements));
    await undo.undo(lead, reference, {
      reason: 'Recorded for the wrong child',
      tellThem: false,
      expectedVersion: version,
    });
    expect(await tasks(caseId)).toEqual(open);
  });
});
