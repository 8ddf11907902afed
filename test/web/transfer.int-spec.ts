import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { aWebsite, type Person, wordsOf } from '../support/a-website';

const TODAY = '2026-11-03';

let db: TestDatabase;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Actor;
let person: Person;
let reader: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
  site = await aWebsite(db.url, TODAY);
  person = await site.signedIn(manager);
  reader = await site.signedIn(await anOfficer(db.statements, 'Dee Reader', ['dpo']));
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

async function aChildWhoMoves(provision: 'K' | 'E', moveDate: string, toldOn: string) {
  const id = await aChild(db.statements, { forename: 'Ines' });
  await db.statements.run('', 'UPDATE child SET sen_provision = $2 WHERE id = $1', [id, provision]);
  const door = aDoor(db.statements, TODAY);
  const { reference } = await aCaseAt(door, manager, 'ehc_needs_assessment', id, [
    ['2026-10-05', 'REQUEST_RECEIVED'],
    [toldOn, 'CHILD_MOVED_LA', { newLaCode: '937', moveDate }],
  ]);
  return { id, reference };
}

it('says what to hand over to which council, and by when a plan is there', async () => {
  const { id, reference } = await aChildWhoMoves('E', '2026-10-30', '2026-11-02');
  expect((await person.get(`/children/${id}`)).text).toContain(`/children/${id}/transfer-pack`);
  const { status, text } = await person.get(`/children/${id}/transfer-pack`);
  const words = wordsOf(text);
  expect(status).toBe(200);
  expect(words).toContain('For the council with the code 937');
  expect(words).toContain('Moved on Friday 30 October 2026');
  expect(words).toContain('The EHC plan is with the new council by Friday 20 November 2026');
  expect(words).toContain('Ewa Ashby (parental responsibility)');
  expect(words).toContain(reference);
  const looked = await db.statements.run(
    '',
    "SELECT 1 FROM access_log WHERE child_id = $1 AND page = 'the transfer pack'",
    [id],
  );
  expect(looked).toHaveLength(1);
});

it('hands a plan over on the day of a move that was known in time', async () => {
  const { id } = await aChildWhoMoves('E', '2026-12-14', '2026-11-02');
  const words = wordsOf((await person.get(`/children/${id}/transfer-pack`)).text);
  expect(words).toContain('with the new council by Monday 14 December 2026');
});

it('names no date for a child without a plan', async () => {
  const { id } = await aChildWhoMoves('K', '2026-10-30', '2026-11-02');
  const words = wordsOf((await person.get(`/children/${id}/transfer-pack`)).text);
  expect(words).toContain('EHC plan None on record');
  expect(words).not.toContain('is with the new council by');
});

it('is not there for a child who stays, for another council’s child, or for people who only read', async () => {
  const stays = await aChild(db.statements);
  expect((await person.get(`/children/${stays}/transfer-pack`)).status).toBe(404);
  expect((await person.get(`/children/${stays}`)).text).not.toContain('transfer-pack');
  await db.statements.run('', "INSERT INTO authority (code, name) VALUES ('898', 'Elsewhere')", []);
  const foreign = '22222222-2222-4222-8222-222222222222';
  await db.statements.run(
    '',
    "INSERT INTO child (id, authority, legal_forename, legal_surname, dob, created_at) VALUES ($1, '898', 'A', 'B', '2015-01-01', now())",
    [foreign],
  );
  expect((await person.get(`/children/${foreign}/transfer-pack`)).status).toBe(404);
  const { id } = await aChildWhoMoves('K', '2026-10-30', '2026-11-02');
  expect((await reader.get(`/children/${id}/transfer-pack`)).status).toBe(403);
});
