import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../test/support/given';
import { Calendars, UndoService } from '.';

let db: TestDatabase;
let chair: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  chair = await anOfficer(db.statements, 'Petra Lyle', [
    'panel_chair',
    'panel_coordinator',
    'send_manager',
  ]);
});
afterAll(() => db.drop());

const actionsOf = (caseId: string) =>
  db.statements.run(
    '',
    `SELECT a.text, a.source, a.state, a.due_on, o.name AS owner, array_agg(e.type ORDER BY e.version) AS trail
     FROM action a JOIN officer o ON o.id = a.owner_id JOIN action_event e ON e.action_id = a.id
     WHERE a.case_id = $1 GROUP BY a.id, o.name ORDER BY a.due_on, a.text`,
    [caseId],
  );

it('puts what a meeting agrees on the list of actions in the same step, and cancels it when the step is taken back', async () => {
  const door = aDoor(db.statements, '2026-10-14');
  const { caseId, reference, version } = await aCaseAt(
    door,
    chair,
    'tats_case',
    await aChild(db.statements),
    [
      ['2026-10-01', 'CHILD_IDENTIFIED'],
      ['2026-10-02', 'TRIAGE_STARTED'],
      ['2026-10-05', 'LISTED_FOR_MEETING'],
      ['2026-10-14', 'ITEM_OPENED'],
      [
        '2026-10-14',
        'DECISION_ACTIONS',
        {
          actions: [
            { what: 'Outreach visit', owner: 'Specialist teacher' },
            { what: 'Ring the family', owner: 'Pastoral lead', due: '2026-10-16' },
          ],
        },
      ],
    ],
  );
  const agreed = { source: 'meeting', state: 'open', owner: 'Petra Lyle', trail: ['ADDED'] };
  expect(await actionsOf(caseId)).toEqual([
    { ...agreed, text: 'Ring the family (Pastoral lead)', due_on: '2026-10-16' },
    { ...agreed, text: 'Outreach visit (Specialist teacher)', due_on: '2026-11-05' },
  ]);
  const undo = new UndoService(db.statements, door.clock, new Calendars(db.statements));
  await undo.undo(chair, reference, {
    reason: 'The wrong child was minuted',
    tellThem: false,
    expectedVersion: version,
  });
  expect(await actionsOf(caseId)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ state: 'cancelled', trail: ['ADDED', 'CANCELLED'] }),
    ]) as unknown,
  );
});
