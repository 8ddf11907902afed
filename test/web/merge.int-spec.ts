import { type Actor } from '@app/access';
import { EhcPlans } from '@app/casework';
import { londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';
import { aWebsite, type Person, wordsOf } from '../support/a-website';

const TODAY = '2027-01-12';
const UPNS = ['A899200100010', 'A899200100011'];

let db: TestDatabase;
let manager: Actor;
const sites: Awaited<ReturnType<typeof aWebsite>>[] = [];

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await places(db.statements, 4, '2027');
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
}, 60_000);
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  await db.drop();
});

async function at(day: string, officer: Pick<Actor, 'id'> = manager): Promise<Person> {
  const site = await aWebsite(db.url, day);
  sites.push(site);
  return site.signedIn(officer);
}

async function aRecord(upn: string | null, surname: string, ...pathways: string[]) {
  const id = await aChild(db.statements, { forename: 'Ines', surname });
  await db.statements.run('', 'UPDATE child SET upn = $2 WHERE id = $1', [id, upn]);
  const door = aDoor(db.statements, TODAY);
  const cases: string[] = [];
  for (const pathway of pathways) {
    const opens = pathway === 'tats_case' ? 'CHILD_IDENTIFIED' : 'REQUEST_RECEIVED';
    const opened = await aCaseAt(door, manager, pathway, id, [['2026-12-01', opens]]);
    cases.push(opened.reference);
  }
  return { id, cases };
}

/** Everything about the two records that a merge may touch. */
const kept = async () => ({
  children: await db.statements.run(
    '',
    'SELECT id, upn, former_upns, household_id, flags, restricted, merged_into FROM child ORDER BY id',
    [],
  ),
  hangs: await db.statements.run(
    '',
    `SELECT id, child_id, 'case' AS what FROM send_case UNION ALL SELECT id, child_id, 'contact' FROM contact
     UNION ALL SELECT id, child_id, 'plan' FROM ehc_plan
     UNION ALL SELECT id, child_id, 'referral' FROM referral ORDER BY id`,
    [],
  ),
});

const plansOf = () => new EhcPlans(db.statements, aDoor(db.statements, TODAY).clock);

async function two() {
  const first = await aRecord(UPNS[0]!, 'Ravel', 'ehc_needs_assessment');
  const second = await aRecord(UPNS[1]!, 'Ravell', 'tats_case');
  const flags = JSON.stringify(['medical']);
  await db.statements.run('', 'UPDATE child SET flags = $2 WHERE id = $1', [second.id, flags]);
  await plansOf().load(manager, [{ childId: second.id, madeOn: '2024-03-01' }]);
  return { first, second, url: `/children/${first.id}/merge/${second.id}` };
}

it('finds the second record, compares the two, makes them one and leaves a signpost', async () => {
  const { first, second, url } = await two();
  const person = await at(TODAY);
  const found = await person.get(`/children/${first.id}/merge`);
  expect(found.text).toContain(`href="${url}"`);
  const compared = wordsOf((await person.get(url)).text);
  expect(compared).toContain(`Unique pupil number ${UPNS[0]} ${UPNS[1]} Differs`);
  expect(compared).toContain(`${second.cases[0]} (Open)`);

  const done = await person.post(url, { survivor: first.id, reason: 'Same birth certificate' });
  expect(done.location).toBe(`/children/${first.id}`);
  const record = wordsOf((await person.get(`/children/${first.id}`)).text);
  for (const each of [...first.cases, ...second.cases, UPNS[1]!, 'Ewa Ravell', 'Medical alert'])
    expect(record).toContain(each);
  expect((await person.get(`/children/${second.id}`)).location).toBe(`/children/${first.id}`);
  expect((await person.get(`/children/${second.id}/edit`)).status).toBe(404);
  for (const q of [UPNS[1]!, 'Ines Ravell', second.cases[0]!]) {
    const { text } = await person.post('/search', { q });
    expect([q, text.includes(`/children/${first.id}`)]).toEqual([q, true]);
    expect(text).not.toContain(second.id);
  }
  const logged = await db.statements.run(
    '',
    "SELECT child_id FROM access_log WHERE action = 'child.merged'",
    [],
  );
  expect(logged).toHaveLength(2);
});

it('opens no case on a signpost, and goes on recording where the case has moved to', async () => {
  const { first, second, url } = await two();
  const person = await at(TODAY);
  await person.post(url, { survivor: first.id, reason: 'Same child' });
  const { casework, clock } = aDoor(db.statements, TODAY);
  clock.set(londonInstant(TODAY, '10:00'));
  const opening = { pathway: 'ebsna', childId: second.id, occurredOn: TODAY, payload: {} };
  await expect(casework.open(manager, opening)).rejects.toThrow();
  const step = { type: 'TRIAGE_STARTED', occurredOn: TODAY, payload: {} };
  const recorded = await casework.record(
    { ...manager, roles: [...manager.roles, 'panel_chair', 'panel_coordinator', 'saso'] },
    second.cases[0]!,
    step,
  );
  expect(recorded.version).toBe(2);
});

it('puts back exactly what moved, for 90 days', async () => {
  const { first, second, url } = await two();
  const before = await kept();
  await (await at(TODAY)).post(url, { survivor: second.id, reason: 'Same child' });
  expect(await kept()).not.toEqual(before);
  const [merge] = await db.statements.run<{ id: string }>('', 'SELECT id FROM child_merge', []);
  const part = `/children/${second.id}/part/${merge!.id}`;

  const late = await at('2027-04-13');
  const refused = await late.post(part, { reason: 'Twins' });
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.text)).toContain('could be parted until Monday 12 April 2027');
  expect(refused.text).toContain('Twins');

  const person = await at('2027-04-12');
  expect((await person.post(part, {})).status).toBe(422);
  expect(wordsOf((await person.get(part)).text)).toContain('1 case and 1 contact go back');
  expect((await person.post(part, { reason: 'Twins' })).location).toBe(`/children/${first.id}`);
  expect(await kept()).toEqual(before);
  expect((await person.post(part, { reason: 'Twins' })).status).toBe(404);
  const logged = await db.statements.run(
    '',
    "SELECT 1 FROM access_log WHERE action = 'child.parted'",
    [],
  );
  expect(logged).toHaveLength(2);
});

it('takes the number of the other record where it has none, and gives it back', async () => {
  const first = await aRecord(null, 'Ravel');
  const second = await aRecord(UPNS[1]!, 'Ravel');
  const before = await kept();
  const person = await at(TODAY);
  const url = `/children/${first.id}/merge/${second.id}`;
  await person.post(url, { survivor: first.id, reason: 'Same child' });
  const upns = () =>
    db.statements.run('', 'SELECT upn, former_upns FROM child WHERE id = $1', [first.id]);
  expect(await upns()).toEqual([{ upn: UPNS[1], former_upns: [] }]);
  const [merge] = await db.statements.run<{ id: string }>('', 'SELECT id FROM child_merge', []);
  await person.post(`/children/${first.id}/part/${merge!.id}`, { reason: 'Twins' });
  expect(await kept()).toEqual(before);
});

it('refuses two children who both have a plan in force, and changes nothing', async () => {
  const { first, url } = await two();
  await plansOf().load(manager, [{ childId: first.id, madeOn: '2023-05-01' }]);
  const before = await kept();
  const refused = await (await at(TODAY)).post(url, { survivor: first.id, reason: 'Same child' });
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.text)).toContain('Both records have an EHC plan in force');
  expect(await kept()).toEqual(before);
});

it('refuses two open cases of one pathway, names them, and changes nothing', async () => {
  const first = await aRecord(UPNS[0]!, 'Ravel', 'tats_case');
  const second = await aRecord(UPNS[1]!, 'Ravell', 'tats_case');
  const before = await kept();
  const person = await at(TODAY);
  const url = `/children/${first.id}/merge/${second.id}`;
  const words = wordsOf((await person.get(url)).text);
  expect(words).toContain('cannot be merged yet');
  expect(words).toContain('as a duplicate first');
  const refused = await person.post(url, { survivor: first.id, reason: 'The same <child>' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('The same &lt;child&gt;');
  expect(await kept()).toEqual(before);
});

it('refuses bad answers, other councils and other roles, and changes nothing', async () => {
  const { first, second, url } = await two();
  await anAuthority(db.statements, '898').catch(() => undefined);
  const foreign = await aChild(db.statements, { authority: '898' });
  const before = await kept();
  const person = await at(TODAY);
  const blank = await person.post(url, { reason: ' ' });
  expect(blank.status).toBe(422);
  expect(wordsOf(blank.text)).toContain('Select the record that goes on');
  const wrong = await person.post(url, { survivor: foreign, reason: 'Kept words' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Kept words');
  for (const path of [
    `/children/${first.id}/merge/${foreign}`,
    `/children/${first.id}/merge/${first.id}`,
    `/children/${first.id}/merge/nobody`,
    `/children/${first.id}/part/${second.id}`,
  ]) {
    expect([path, (await person.get(path)).status]).toEqual([path, 404]);
    const sent = await person.post(path, { survivor: first.id, reason: 'x' });
    expect([path, sent.status]).toEqual([path, 404]);
  }
  const reader = await at(TODAY, await anOfficer(db.statements, 'Dee Reader', ['dpo']));
  expect((await reader.get(url)).status).toBe(403);
  expect((await reader.post(url, { survivor: first.id, reason: 'x' })).status).toBe(403);
  expect(await kept()).toEqual(before);
});
