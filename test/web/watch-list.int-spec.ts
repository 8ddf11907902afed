import { AccessLog, type Actor } from '@app/access';
import { Panels, SittingNotFound, WatchList } from '@app/panels';
import { type CalendarDay, londonInstant } from '@app/statutory-calendar';
import { aWebsite, type Person, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';

const TODAY = '2026-10-12';

let db: TestDatabase;
let room: PanelRoom;
let site: Awaited<ReturnType<typeof aWebsite>>;
let coordinator: Person;
let lead: Actor;
let watch: WatchList;
let child: string;
let reference: string;

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  db.statements.run<Row>('', sql, values);
const at = (day: CalendarDay) => room.clock.set(londonInstant(day, '12:00'));

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  room = await aPanelRoom(db.statements, TODAY, { code: 'vlg' });
  lead = await anOfficer(db.statements, 'Odile Marsh', ['saso']);
  child = await aChild(db.statements, { forename: 'Ines', surname: 'Quarrie' });
  ({ reference } = await aCaseAt(room, room.chair, 'tats_case', child, [
    [TODAY, 'CHILD_IDENTIFIED'],
  ]));
  await rows(
    `INSERT INTO rule_hit (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on)
     VALUES ($1, $2, 'T6', 'year', 'triage', '{}', '61% of sessions missed this year', '2026-09-01', $3, $3)`,
    [WENDMOOR, child, TODAY],
  );
  at(TODAY);
  watch = new WatchList(
    db.statements,
    new Panels(db.statements, room.clock),
    new AccessLog(db.statements, room.clock),
    room.clock,
  );
  site = await aWebsite(db.url, TODAY);
  coordinator = await site.signedIn(room.coordinator);
});
afterAll(async () => {
  await site.close();
  await db.drop();
});

const entered = { entryReason: 'Half of the term was missed', nextStep: 'Home visit' };
const names = async () =>
  (await watch.list(room.coordinator)).entries.map(
    ({ childName, level }) => `${childName} ${level}`,
  );

it('suggests a child whose records call for the list, with what was found, and a person puts them on', async () => {
  const list = await coordinator.get('/panels/watch-list');
  expect(wordsOf(list.text)).toContain('Ines Quarrie');
  expect(wordsOf(list.text)).toContain('61% of sessions missed this year');
  const url = `/panels/watch-list/suggested/${child}/severe_absence`;
  expect((await coordinator.post(url, { ...entered, leadId: '' })).status).toBe(422);
  const answer = await coordinator.post(url, { ...entered, leadId: lead.id, hours: '7.5' });
  expect(answer.status).toBe(303);
  expect(await names()).toEqual(['Ines Quarrie watched']);
  expect(await watch.suggested(room.coordinator)).toEqual([]);
  const [line] = await rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM access_log WHERE page = 'watch list'",
  );
  expect(line!.count).toBeGreaterThan(0);
});

it('is not there for somebody without a seat in the group, and a member only reads it', async () => {
  const stranger = await site.signedIn(lead);
  expect((await stranger.get('/panels/watch-list')).status).toBe(404);
  const member = room.officers['psychology']!;
  const { entries, runs } = await watch.list(member);
  expect(runs).toBe(false);
  const look = watch.look(member, entries[0]!.id, 'KEPT', {});
  await expect(look).rejects.toThrow(SittingNotFound);
});

it('puts on by the number of a case, once for one group, and not without a known case', async () => {
  const typed = { ...entered, reference, cohort: 'home_tuition', leadId: lead.id };
  expect((await coordinator.post('/panels/watch-list/add', typed)).status).toBe(303);
  expect((await coordinator.post('/panels/watch-list/add', typed)).status).toBe(422);
  const unknown = { ...typed, reference: 'TATS-999999' };
  expect((await coordinator.post('/panels/watch-list/add', unknown)).status).toBe(422);
  expect(await names()).toHaveLength(2);
});

it('turns red and is named to the head of service after two meetings without a look, until somebody looks', async () => {
  const meetings = await rows<{ day: CalendarDay }>(
    'SELECT sits_on AS day FROM sitting WHERE panel_id = $1 AND sits_on > $2 ORDER BY sits_on LIMIT 2',
    [room.panelId, TODAY],
  );
  const tasks = () =>
    rows("SELECT 1 FROM task WHERE source_key LIKE 'watch:%' AND done_on IS NULL");
  at(meetings[1]!.day);
  expect(await watch.nameRed()).toBe(0);
  room.clock.set(londonInstant(meetings[1]!.day, '23:59'));
  await rows('UPDATE sitting SET stage = $2 WHERE panel_id = $1 AND sits_on = $3', [
    room.panelId,
    'closed',
    meetings[1]!.day,
  ]);
  expect(await watch.nameRed()).toBe(2);
  expect(await watch.nameRed()).toBe(0);
  const { entries } = await watch.list(room.coordinator);
  expect(entries.every(({ isRed, missed }) => isRed && missed === 2)).toBe(true);
  expect(await tasks()).toHaveLength(2);

  const [first, second] = entries;
  await watch.look(room.coordinator, first!.id, 'STEPPED_UP', { reason: 'No lessons at all now' });
  await watch.look(room.coordinator, second!.id, 'REMOVED', {
    reason: 'Back at school for a month',
  });
  expect(await tasks()).toHaveLength(0);
  expect(await names()).toEqual(['Ines Quarrie stepped_up']);
  const { trail } = await watch.find(room.coordinator, first!.id);
  expect(trail.map(({ type }) => type)).toEqual(['STEPPED_UP', 'ADDED']);
});

it('asks again about a child who was not put on, after six weeks', async () => {
  const other = await aChild(db.statements, { forename: 'Teo', surname: 'Brandt' });
  await rows(
    `INSERT INTO rule_hit (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on)
     VALUES ($1, $2, 'T6', 'year', 'triage', '{}', 'Missed half', '2026-09-01', $3, $3)`,
    [WENDMOOR, other, TODAY],
  );
  const asked = { child: other, cohort: 'severe_absence' };
  at('2027-01-11');
  await watch.decline(room.coordinator, asked, 'Ill, and back next week');
  expect(await watch.suggested(room.coordinator, asked)).toEqual([]);
  at('2027-02-23');
  expect(await watch.suggested(room.coordinator, asked)).toHaveLength(1);
});
