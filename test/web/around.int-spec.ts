import { type Actor } from '@app/access';
import { LastActions, SchoolActions } from '@app/panels';
import { Calendars } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { aWebsite, type Person, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, anAuthority, anOfficer } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';

const WEDNESDAY = '2026-10-21';
const NEXT = '2026-11-04';

let db: TestDatabase;
let room: PanelRoom;
let site: Awaited<ReturnType<typeof aWebsite>>;
let outreach: Actor;
let owner: Person;
let chair: Person;
let coordinator: Person;
let sitting: string;
let school: string;
let action: string;

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  outreach = await anOfficer(db.statements, 'Odile Marsh', ['specialist_teacher']);
  room = await aPanelRoom(db.statements, '2026-10-12');
  sitting = await room.sittingOn(WEDNESDAY);
  const child = await aChild(db.statements, { forename: 'Ava', dob: '2014-03-09', urn: '199020' });
  await aCaseAt(room, room.chair, 'tats_case', child, [
    ['2026-10-12', 'CHILD_IDENTIFIED'],
    ['2026-10-13', 'TRIAGE_STARTED'],
  ]);
  room.at('2026-10-14');
  await room.steps.openAgenda(room.coordinator, sitting);
  await room.late.addSchool(room.coordinator, sitting, {
    urn: '199001',
    concern: 'Lunch times',
    reason: 'The head asked',
  });
  room.at('2026-10-16');
  await room.steps.lock(room.coordinator, sitting);
  room.at(WEDNESDAY);
  await room.here(sitting, 'chair', 'psychology', 'attendance', 'mental_health');
  await room.steps.start(room.coordinator, sitting);
  const items = await rows<{ id: string; kind: string }>(
    'SELECT id, kind FROM sitting_item WHERE sitting_id = $1 ORDER BY kind',
    [sitting],
  );
  school = items.find(({ kind }) => kind === 'school')!.id;
  for (const { id, kind } of items) {
    await room.items.open(room.coordinator, sitting, id);
    await room.items.decide(room.chair, {
      sittingId: sitting,
      itemId: id,
      event: kind === 'school' ? 'SCHOOL_AGREED' : 'DECISION_ACTIONS',
      payload: kind === 'school' ? AGREED : ACTIONS,
    });
  }
  [{ id: action }] = (await rows<{ id: string }>('SELECT id FROM school_action')) as [
    { id: string },
  ];
  site = await aWebsite(db.url, WEDNESDAY);
  owner = await site.signedIn(outreach);
  chair = await site.signedIn(room.chair);
  coordinator = await site.signedIn(room.coordinator);
});
afterAll(async () => {
  await site.close();
  await db.drop();
});

const AGREED = {
  reasons: 'Three services see the same thing',
  support: ['A team at lunch'],
  actions: [{ what: 'Plan the weeks', owner: 'odile marsh' }],
};
const ACTIONS = {
  reasons: 'The quiet start helped before',
  ehcQuestion: { answer: 'not_now', parentTold: true, reason: 'The plan at school is new' },
  actions: [{ what: 'Outreach three mornings a week', owner: 'Specialist teacher' }],
  leadPractitioner: 'Pastoral lead',
};
const stateOf = async () =>
  (await rows<{ state: string }>('SELECT state FROM school_action'))[0]!.state;

describe('an action for a school', () => {
  it('stands in My work of the officer whose name was given, who says that it is done', async () => {
    const mine = await owner.get('/my-work');
    expect(wordsOf(mine.text)).toContain('Plan the weeks');
    const url = `/panels/school-actions/${action}`;
    expect((await owner.get(url)).text).toContain(`${url}/mark-done`);
    expect((await owner.post(`${url}/mark-done`, { evidenceText: '' })).status).toBe(422);
    const told = await owner.post(`${url}/mark-done`, {
      evidenceText: 'The plan is with the head',
    });
    expect(told.status).toBe(303);
    expect(await stateOf()).toBe('done_unverified');
    expect((await owner.get(url)).text).not.toContain(`${url}/verified`);
  });

  it('is not checked by whoever did it, and is checked by somebody else', async () => {
    const actions = new SchoolActions(db.statements, new Calendars(db.statements), room.clock);
    const told = actions.tell(outreach, action, { type: 'VERIFIED', typed: {} });
    await expect(told).rejects.toThrow(NotAllowedNow);
    const last = new LastActions(db.statements, room.clock);
    const next = await room.sittingOn(NEXT);
    expect(await last.lastActions(room.chair, next)).toMatchObject([
      { kind: 'child', about: 'Ava Ashby' },
      { kind: 'school', about: 'Fernhollow Primary', owner: 'Odile Marsh' },
    ]);
    await expect(last.lastActions(room.officers['police']!, next)).resolves.toEqual([]);
    const url = `/panels/school-actions/${action}/verified`;
    expect((await coordinator.post(url, { note: 'Seen on a visit' })).status).toBe(303);
    expect(await stateOf()).toBe('done');
    expect(await last.lastActions(room.chair, next)).toHaveLength(1);
  });

  it('does not exist for somebody without a part in it', async () => {
    const stranger = await site.signedIn(
      await anOfficer(db.statements, 'Piers Holt', ['ehc_officer']),
    );
    expect((await stranger.get(`/panels/school-actions/${action}`)).status).toBe(404);
    expect(wordsOf((await stranger.get('/panels/school-actions')).text)).not.toContain('Plan');
  });
});

it('offers the papers for school and family after a decision, and asks a school for its part', async () => {
  const after = await chair.get(`/sittings/${sitting}/after`);
  expect(wordsOf(after.text)).toContain('For the school (PDF)');
  const url = `/sittings/${sitting}/items/${school}`;
  const { location } = await chair.post(`${url}/papers/feedback.docx`);
  expect((await chair.get(location!)).status).toBe(200);
  expect((await owner.get(location!)).status).toBe(404);
  expect((await owner.post(`${url}/papers/feedback.docx`)).status).toBe(404);
  expect(
    await db.statements.run('', 'SELECT what, format, items, item_id FROM pack_download', []),
  ).toEqual([{ what: 'school', format: 'docx', items: 1, item_id: school }]);
  expect((await chair.post(`${url}/school-part`, { lacks: 'papers' })).status).toBe(303);
  expect(wordsOf((await chair.get(`/sittings/${sitting}/after`)).text)).toContain(
    'Its papers did not come: asked on 21 October 2026',
  );
});
