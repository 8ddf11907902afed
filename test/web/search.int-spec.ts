import { aCohort, type ACohort, COHORT_DAY } from '../support/a-cohort';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer } from '../support/given';
import { aWebsite, type Person, wordsOf } from '../support/a-website';

let db: TestDatabase;
let year6: ACohort;
let site: Awaited<ReturnType<typeof aWebsite>>;
let lead: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  year6 = await aCohort(db.statements);
  site = await aWebsite(db.url, COHORT_DAY);
  lead = await site.signedIn(year6.lead);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const find = async (q: string, person: Person = lead) =>
  wordsOf((await person.post('/search', { q })).text);

describe('the search', () => {
  it('groups children, cases and schools', async () => {
    const words = await find('Pell');
    expect(words).toContain('Children (1)');
    expect(words).toContain('Sam Pell');
    expect(words).toContain('Cases (1)');
    expect(words).toContain(year6.cases['Pell']);
    expect(await find('Thornmere')).toContain('Schools (1) Thornmere High');
  });

  it('finds a child whose name is not spelt right, and a case by its number', async () => {
    expect(await find('Sam Larwod')).toContain('Sam Larwood');
    expect(await find(year6.cases['Marsh'] ?? '')).toContain('Sam Marsh');
  });

  it('writes down each child that was shown', async () => {
    const before = await looks();
    await find('Quill');
    expect((await looks()) - before).toBe(1);
  });

  it('says that a record exists, and no more, to somebody without a part in it', async () => {
    const stranger = await site.signedIn(
      await anOfficer(db.statements, 'Noor Other', ['ehc_officer']),
    );
    const words = await find('Sam Pell', stranger);
    expect(words).toContain('A record exists. Contact');
    expect(words).not.toContain('Fernhollow');
    expect(words).not.toContain(year6.cases['Pell']);
  });

  it('teaches what to try when nothing fits', async () => {
    expect(await find('Zzyzx Qwrtp')).toContain('Nothing fits Try the surname alone');
  });

  it('asks for something when nothing was typed, and keeps what was', async () => {
    const { status, text } = await lead.post('/search', { q: '  ' });
    expect(status).toBe(422);
    expect(wordsOf(text)).toContain('Enter a name, date of birth, UPN, case number or school');
    expect((await lead.post('/search', { q: '<b>Pell' })).text).toContain('value="&lt;b&gt;Pell"');
    expect((await lead.get('/search')).status).toBe(200);
  });
});

async function looks(): Promise<number> {
  const [row] = await db.statements.run<{ n: number }>(
    '',
    "SELECT count(*)::int AS n FROM access_log WHERE action = 'child.found'",
    [],
  );
  return row?.n ?? 0;
}
