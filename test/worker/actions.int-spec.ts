import { Actions, Calendars } from '@app/casework';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';
import { aWorker, type AWorker } from './a-worker';

const clock = new FixedClock('2027-01-12T09:00:00Z');
let db: TestDatabase;
let worker: AWorker;
let reference: string;
let ownerId: string;
let managerId: string;

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
async function on(day: CalendarDay, time = '08:31') {
  clock.set(londonInstant(day, time));
  await worker.settle();
  await worker.settle();
}
const states = async () =>
  (
    await rows<{ line: string }>("SELECT text || ' ' || state AS line FROM action ORDER BY text")
  ).map(({ line }) => line);
const told = (subject: string) =>
  rows<{ to: string; body: string }>(
    `SELECT replace(recipient, ':' || (SELECT id FROM action WHERE owner_id IS NULL), '') AS to, body
     FROM message WHERE notice = 'N-24' AND subject LIKE '%' || $1 || '%' ORDER BY recipient`,
    [subject],
  );

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await places(db.statements, 32, '2027');
  const lead = await anOfficer(db.statements, 'Lowri Penn', ['transition_lead', 'y6_worker']);
  const manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
  const rhys = await anOfficer(db.statements, 'Rhys Calder', ['y6_worker']);
  [ownerId, managerId] = [rhys.id, manager.id];
  const opened = await aCaseAt(
    aDoor(db.statements, '2027-01-12'),
    lead,
    'y6_transition',
    await aChild(db.statements, { forename: 'Rafi' }),
    [
      ['2026-11-10', 'NOMINATION_SUBMITTED'],
      ['2026-11-26', 'ALLOCATED', { workerId: rhys.id }],
    ],
  );
  reference = opened.reference;
  const [file] = await rows<{ id: string }>('SELECT id FROM send_case WHERE reference = $1', [
    reference,
  ]);
  const subject = {
    file: {
      id: file!.id,
      pathway: 'y6_transition',
      ownerId: rhys.id,
      coverId: null,
      teamId: null,
      restricted: false,
      childUrn: '199001',
      openerId: null,
      state: { value: {}, context: {} },
      open: true,
      openedOn: '2026-11-10',
    },
    calendar: await new Calendars(db.statements).forAuthority('899'),
    today: '2027-01-12',
  };
  const actions = new Actions(db.statements, clock);
  await actions.add(lead, subject, { text: 'A', ownerId: rhys.id, dueOn: '2027-01-13' });
  await actions.add(lead, subject, {
    text: 'Ring Rafi’s new school',
    ownerName: 'Jo Lark',
    ownerEmail: 'jo@example.org',
    dueOn: '2027-01-13',
  });
  await actions.add(lead, subject, { text: 'Z', ownerId: rhys.id, dueOn: '2027-03-01' });
  worker = await aWorker(db, clock);
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await db?.drop();
});

it('brings the owner a line 3 working days before its day, once, without a word of the child', async () => {
  await on('2027-01-12', '10:00');
  await on('2027-01-13');
  const soon = await told('due soon');
  expect(soon.map(({ to }) => to)).toEqual(['action_owner', `officer:${ownerId}`]);
  for (const { body } of soon) {
    expect(body).toContain(
      `${reference}: an action that was agreed, Wed 13 January 2027, 1 working day left`,
    );
    expect(body).not.toContain('Rafi');
  }
});

it('is overdue on the day after its last one, once, with a line in its trail', async () => {
  expect(await states()).toEqual(['A open', 'Ring Rafi’s new school open', 'Z open']);
  await on('2027-01-14', '00:06');
  await on('2027-01-14', '00:07');
  expect(await states()).toEqual(['A overdue', 'Ring Rafi’s new school overdue', 'Z open']);
  expect(
    await rows("SELECT owner FROM action_event WHERE type = 'DUE_PASSED' ORDER BY owner"),
  ).toEqual([{ owner: 'Jo Lark' }, { owner: 'Rhys Calder' }]);
  expect(await told('is late')).toEqual([]);
});

it('tells the owner the same morning, once', async () => {
  await on('2027-01-14');
  await on('2027-01-14', '15:00');
  const late = await told('is late');
  expect(late.map(({ to }) => to)).toEqual(['action_owner', `officer:${ownerId}`]);
  for (const { body } of late) {
    expect(body).toContain('1 working day late');
    expect(body).not.toContain('Rafi');
  }
});

it('tells a manager 5 working days after the date, once', async () => {
  await on('2027-01-19');
  expect(await told('for a week')).toEqual([]);
  await on('2027-01-20');
  await on('2027-01-21');
  const managers = await told('for a week');
  expect(managers.map(({ to }) => to)).toEqual([`officer:${managerId}`]);
  expect(managers[0]!.body.match(/an action that was agreed/g)).toHaveLength(2);
  expect(await told('')).toHaveLength(5);
});

it('is given up with a case that ends', async () => {
  await rows('UPDATE send_case SET open = false WHERE reference = $1', [reference]);
  await on('2027-01-22', '00:06');
  expect(await states()).toEqual([
    'A cancelled',
    'Ring Rafi’s new school cancelled',
    'Z cancelled',
  ]);
  expect(await rows("SELECT DISTINCT words FROM action_event WHERE type = 'CANCELLED'")).toEqual([
    { words: 'PATHWAY_CLOSED' },
  ]);
});
