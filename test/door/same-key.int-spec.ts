import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';

let db: TestDatabase;
let manager: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
});
afterAll(() => db.drop());

it.each([
  ['an ordinary event', 'PANEL_LISTED'],
  ['a death, which closes every case of the child', 'DECEASED'],
])('gives one answer to a command sent four times at once: %s', async (_, type) => {
  const door = aDoor(db.statements, '2026-01-05');
  const child = await aChild(db.statements);
  const opened = await aCaseAt(door, manager, 'ehc_needs_assessment', child, [
    ['2026-01-05', 'REQUEST_RECEIVED'],
  ]);
  const payload = type === 'DECEASED' ? { date: '2026-01-05', source: 'Social care' } : {};
  const command = {
    type,
    payload,
    occurredOn: '2026-01-05',
    expectedVersion: 1,
    commandKey: randomUUID(),
  };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => door.casework.record(manager, opened.reference, command)),
  );
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const [first, ...others] = answers.map(({ repeated: _repeated, ...answer }) => answer);
  for (const other of others) expect(other).toEqual(first);
});
