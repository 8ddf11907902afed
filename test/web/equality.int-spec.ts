import { aWebsite, type Person, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';

const TODAY = '2026-10-26';

let db: TestDatabase;
let room: PanelRoom;
let site: Awaited<ReturnType<typeof aWebsite>>;
let chair: Person;

const rows = (sql: string, values: unknown[] = []) => db.statements.run('', sql, values);

/** A child who was found and stood on an agenda, with that decision. */
async function came(n: number, sex: string, event: string): Promise<void> {
  const sitting = await room.sittingOn('2026-10-21');
  const child = await aChild(db.statements, { forename: `Child${n}`, urn: '199020' });
  await rows('UPDATE child SET sex = $2 WHERE id = $1', [child, sex]);
  const { caseId } = await aCaseAt(room, room.chair, 'tats_case', child, [
    ['2026-10-12', 'CHILD_IDENTIFIED'],
  ]);
  await rows(
    `INSERT INTO rule_hit (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on)
     SELECT $1, $2, r, 'x', 'list', '{}', 'x', '2026-09-01', '2026-10-12', '2026-10-12' FROM unnest(ARRAY['T3', 'T6']) r`,
    [WENDMOOR, child],
  );
  await rows(
    `INSERT INTO sitting_item (authority, sitting_id, position, kind, case_id, minutes, because, score, status, quorate, outcome)
     VALUES ($1, $2, $3, 'fresh', $4, 12, '[]', 0, 'decided', true, $5)`,
    [WENDMOOR, sitting, n, caseId, JSON.stringify({ kind: 'decided', event })],
  );
}

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  room = await aPanelRoom(db.statements, '2026-10-12');
  for (let n = 1; n <= 14; n++)
    await came(
      n,
      n <= 6 ? 'F' : n <= 12 ? 'M' : 'U',
      n <= 7 ? 'DECISION_ACTIONS' : 'DECISION_SIGNPOST',
    );
  site = await aWebsite(db.url, TODAY);
  chair = await site.signedIn(room.chair);
});
afterAll(async () => {
  await site.close();
  await db.drop();
});

it('counts each child once in a column, and hides small numbers with those that would tell them', async () => {
  const { text, status } = await chair.get('/panels/equality/download?panel=tats');
  expect(status).toBe(200);
  const lines = text.replace('\uFEFF', '').trim().split('\r\n');
  expect(lines.slice(0, 5)).toEqual([
    'By,Group,Found by rules,On an agenda,Support agreed,Not agreed',
    'All,All children,14,14,7,7',
    '"Sex, as the school recorded it",Female,Not shown,Not shown,Not shown,Not shown',
    '"Sex, as the school recorded it",Male,6,6,Not shown,Not shown',
    '"Sex, as the school recorded it",Not known,Not shown,Not shown,Not shown,Not shown',
  ]);
});

it('says on the page which term and panel it is, and that it knows nothing of ethnicity', async () => {
  const { text } = await chair.get('/panels/equality');
  const words = wordsOf(text);
  expect(words).toContain('Team Around the School, Autumn term 2026');
  expect(words).toContain('does not hold ethnicity');
  expect(text).not.toContain('Child1');
});

it('is for managers and chairs only', async () => {
  const coordinator = await site.signedIn(room.coordinator);
  expect((await coordinator.get('/panels/equality')).status).toBe(403);
  const officer = await site.signedIn(await anOfficer(db.statements, 'Piers Holt', ['ep']));
  expect((await officer.get('/panels/equality/download')).status).toBe(403);
});
