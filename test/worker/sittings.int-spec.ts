import { SchoolPart, SittingNotFound } from '@app/panels';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { type CalendarDay, londonInstant } from '@app/statutory-calendar';
import { Feedback } from '../../libs/panels/src/around/feedback.service';
import { panelsAt } from '../panels/a-panel';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, anAuthority } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';
import { partsOfWord, wordsIn } from '../support/papers/read-word';
import { type LedgerLine, SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';

const WEDNESDAY = '2026-10-21';
const EHC = { answer: 'not_now', parentTold: true, reason: 'The plan at school is new' };

let db: TestDatabase;
let room: PanelRoom;
let workers: AWorker[];
let sitting: string;
let reference: string;

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
const lines = (notice: string) =>
  rows<LedgerLine>('SELECT * FROM message WHERE notice = $1 ORDER BY recipient, key', [notice]);
async function settle(day: CalendarDay, time = '10:00'): Promise<void> {
  room.clock.set(londonInstant(day, time));
  await Promise.all(workers.map((worker) => worker.settle()));
  await Promise.all(workers.map((worker) => worker.settle()));
}

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await rows('UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  room = await aPanelRoom(db.statements, '2026-10-12');
  sitting = await room.sittingOn(WEDNESDAY);
  const child = await aChild(db.statements, { forename: 'Ava', dob: '2014-03-09', urn: '199020' });
  ({ reference } = await aCaseAt(room, room.chair, 'tats_case', child, [
    ['2026-10-12', 'CHILD_IDENTIFIED'],
    ['2026-10-13', 'TRIAGE_STARTED'],
  ]));
  workers = [await aWorker(db, room.clock), await aWorker(db, room.clock)];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await db.drop();
});

async function papersOut(): Promise<void> {
  room.at('2026-10-14');
  await room.steps.openAgenda(room.coordinator, sitting);
  room.at('2026-10-16');
  await room.steps.lock(room.coordinator, sitting);
  await rows(
    `INSERT INTO sitting_item (authority, sitting_id, position, kind, school_urn, concern, minutes, because, score, invited, status)
     VALUES ('899', $1, 2, 'school', '199001', 'Lunch times', 12, '[]', 0, ARRAY['school_lead'], 'listed')`,
    [sitting],
  );
}

async function inSession(): Promise<void> {
  await papersOut();
  room.at(WEDNESDAY);
  await room.here(sitting, 'chair', 'psychology', 'attendance', 'mental_health');
  await room.steps.start(room.coordinator, sitting);
}

const itemOf = async (kind: 'fresh' | 'school') =>
  (
    await rows<{ id: string }>('SELECT id FROM sitting_item WHERE sitting_id = $1 AND kind = $2', [
      sitting,
      kind,
    ])
  )[0]!.id;

it('writes to members and schools once when the papers are out, with times and no child', async () => {
  await papersOut();
  await settle('2026-10-16');
  await settle('2026-10-19');
  const all = (await lines('N-17')).filter(({ case_id: about }) => !about);
  const members = all.filter(({ recipient }) => recipient.startsWith('member:'));
  expect(members).toHaveLength(7); // the police and the social worker are asked to no item
  expect(members[0]).toMatchObject({ channel: 'email', address: 'member@example.org' });
  const schools = all.filter(({ recipient }) => recipient.startsWith('school:'));
  expect(schools.map(({ address }) => address)).toEqual([
    'office@199001.example.org',
    'office@199020.example.org',
  ]);
  expect(schools[1]!.body).toContain(`- ${reference}: 1:45pm to 1:57pm`);
  expect(schools[0]!.body).toContain('- Fernhollow Primary: 1:57pm to 2:09pm');
  expect(schools[0]!.body).not.toContain(reference);
  for (const { subject, body } of all) expect(`${subject} ${body}`).not.toMatch(/Ava|Ashby/);
});

it('tells members of a sitting that is called off, and gives the day of the next one', async () => {
  await papersOut();
  await settle('2026-10-16');
  room.at('2026-10-19');
  await room.steps.cancel(room.coordinator, sitting, 'Ava’s worker and the chair are ill');
  await settle('2026-10-19', '15:00');
  await settle('2026-10-20');
  const all = (await lines('N-18')).filter(({ case_id: about }) => !about);
  expect(all.map(({ recipient }) => recipient.split(':')[0])).toEqual([
    ...Array<string>(7).fill('member'),
    'school',
  ]);
  for (const { body } of all) {
    expect(body).toContain('Not on Wednesday 21 October 2026: the sitting is called off');
    expect(body).not.toContain('Ava');
  }
});

it('tells a school what was agreed with it, and of its child what the panel decided, without a name', async () => {
  await inSession();
  const school = await itemOf('school');
  await room.items.open(room.coordinator, sitting, school);
  await room.items.decide(room.chair, {
    sittingId: sitting,
    itemId: school,
    event: 'SCHOOL_AGREED',
    payload: {
      reasons: 'Three services see the same thing',
      support: ['A team at lunch'],
      actions: [{ what: 'Plan the weeks', owner: 'Outreach' }],
    },
  });
  const child = await itemOf('fresh');
  await room.items.open(room.coordinator, sitting, child);
  await room.items.decide(room.chair, {
    sittingId: sitting,
    itemId: child,
    event: 'DECISION_ACTIONS',
    payload: {
      reasons: 'The quiet start helped before',
      ehcQuestion: EHC,
      actions: [
        { what: 'Outreach for Ava three mornings a week', owner: 'Specialist teacher' },
        { what: 'Ring the police liaison', owner: 'Early help' },
      ],
      leadPractitioner: 'Pastoral lead',
    },
  });
  await settle(WEDNESDAY, '15:00');
  await settle('2026-10-22');
  const told = (await lines('N-16')).filter(({ recipient }) => recipient.startsWith('school:'));
  expect(told.map(({ recipient }) => recipient)).toEqual(['school:199001', 'school:199020']);
  expect(told[0]!.body).toContain('- A team at lunch');
  expect(told[0]!.body).toContain('- Plan the weeks. Who: Outreach. By ');
  expect(told[1]!.body).toContain(
    '- Outreach for the child three mornings a week. Who: Specialist teacher. By ',
  );
  expect(told[1]!.body).toContain('We look again on');
  expect(told[1]!.body).not.toMatch(/Ava|police|quiet start|lunch/);
});

it('tells members once of all sittings that moved, each as it stands', async () => {
  const { days, panels, sittings } = panelsAt(db.statements, '2026-10-13');
  const seat = (await panels.find(room.coordinator, 'tats'))!;
  for (const [from, to] of [
    [WEDNESDAY, '2026-10-22'],
    ['2026-11-04', '2026-11-05'],
  ] as const) {
    const moving = (await sittings.find(seat, await room.sittingOn(from)))!;
    await days.move(room.coordinator, seat.panel, moving, { to, because: 'The hall is shut' });
  }
  await settle('2026-10-13', '11:00');
  await settle('2026-10-14');
  const all = await lines('N-18');
  expect(all).toHaveLength(7);
  expect(all[0]!.subject).toBe('Team Around the School: sittings have moved');
  expect(all[0]!.body).toContain(
    'Not on Wednesday 21 October 2026, but on Thursday 22 October 2026, 1:30pm to 3:30pm.',
  );
  expect(all[0]!.body).toContain(
    'Not on Wednesday 4 November 2026, but on Thursday 5 November 2026',
  );
});

describe('a school that did not come', () => {
  const part = () => new SchoolPart(db.statements, room.clock);

  it('is asked for its part by a person, once, and managers see that it was', async () => {
    await inSession();
    const itemId = await itemOf('fresh');
    await part().ask(room.coordinator, sitting, { itemId, lacks: 'person' });
    await part().ask(room.coordinator, sitting, { itemId, lacks: 'person' });
    await settle(WEDNESDAY, '15:00');
    await settle('2026-10-22');
    const all = await lines('N-45');
    expect(all.map(({ channel, address }) => address ?? channel)).toEqual([
      'in_app',
      'office@199020.example.org',
    ]);
    expect(all[1]!.subject).toBe(`${reference}: we need your school’s part`);
    expect(await part().asked(room.coordinator, sitting)).toMatchObject([{ lacks: 'person' }]);
  });

  it('is not asked before it could have come, nor by a member who does not run the sitting', async () => {
    await papersOut();
    const itemId = await itemOf('fresh');
    const ask = { itemId, lacks: 'person' } as const;
    await expect(part().ask(room.coordinator, sitting, ask)).rejects.toThrow(NotAllowedNow);
    room.at(WEDNESDAY);
    await expect(part().ask(room.officers['psychology']!, sitting, ask)).rejects.toThrow(
      SittingNotFound,
    );
    expect(await rows('SELECT 1 FROM school_asked')).toEqual([]);
  });
});

describe('papers after a decision', () => {
  it('give the school its own item, and the family a summary once they have agreed', async () => {
    await inSession();
    const itemId = await itemOf('fresh');
    await room.items.open(room.coordinator, sitting, itemId);
    await room.items.decide(room.chair, {
      sittingId: sitting,
      itemId,
      event: 'DECISION_ACTIONS',
      payload: {
        reasons: 'Mornings are hard. The police were there.',
        ehcQuestion: EHC,
        actions: [{ what: 'Outreach for Ava', owner: 'Specialist teacher' }],
        leadPractitioner: 'Pastoral lead',
      },
    });
    const feedback = new Feedback(db.statements, room.clock);
    const file = (name: string, actor = room.coordinator) =>
      feedback.file(actor, sitting, { itemId, name });
    expect(await file('feedback.pdf')).toMatchObject({ type: 'application/pdf' });
    await expect(file('family.docx')).rejects.toThrow(NotAllowedNow);
    await expect(file('feedback.pdf', room.officers['psychology'])).rejects.toThrow(
      SittingNotFound,
    );
    await room.casework.record(room.chair, reference, {
      type: 'CONSENT_GIVEN',
      occurredOn: WEDNESDAY,
      payload: pathwayNamed('tats_case').events['CONSENT_GIVEN']!.example,
    });
    const { bytes } = await file('family.docx');
    const text = wordsIn((await partsOfWord(bytes)).get('word/document.xml')!);
    expect(text).toContain('Outreach for Ava');
    expect(text).toContain('Mornings are hard.');
    expect(text).not.toMatch(/police/i);
  });
});

it('reminds whoever has an action for a school before its day and once it is late', async () => {
  await inSession();
  const itemId = await itemOf('school');
  const { id, name } = room.officers['psychology']!;
  await room.items.open(room.coordinator, sitting, itemId);
  await room.items.decide(room.chair, {
    sittingId: sitting,
    itemId,
    event: 'SCHOOL_AGREED',
    payload: {
      reasons: 'Three services see the same thing',
      support: ['A team at lunch'],
      actions: [{ what: 'Plan the weeks', owner: name, due: '2026-11-06' }],
    },
  });
  await settle('2026-11-03', '08:31');
  await settle('2026-11-09', '08:31');
  await settle('2026-11-09', '12:00');
  const told = (await lines('N-24')).filter(({ recipient }) => recipient === `officer:${id}`);
  expect(told.map(({ subject }) => subject)).toEqual([
    'An action of yours is late',
    'An action of yours is due soon',
  ]);
  expect(told[0]!.body).toContain('- Fernhollow Primary: an action that was agreed');
  expect(await rows('SELECT state FROM school_action')).toEqual([{ state: 'overdue' }]);
});
