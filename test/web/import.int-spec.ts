import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aWebsite, type Person, type Seen, wordsOf } from '../support/a-website';
import { manyNominations } from '../samples/many-nominations';

let db: TestDatabase;
let officer: Actor;
let site: Awaited<ReturnType<typeof aWebsite>>;
let lead: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await db.statements.run(
    '',
    `INSERT INTO school (authority, urn, name, phase, type, status)
     SELECT $1, '1990' || lpad(n::text, 2, '0'), 'School ' || n, CASE WHEN n < 19 THEN 'Primary' ELSE 'Secondary' END, 'Academy', 'Open'
     FROM generate_series(1, 24) n ON CONFLICT DO NOTHING`,
    [WENDMOOR],
  );
  officer = await anOfficer(db.statements, 'Petra Lindqvist', ['transition_lead', 'administrator']);
  site = await aWebsite(db.url, '2026-11-23');
  lead = await site.signedIn(officer);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const sample = (name: string) => ({
  field: 'file',
  name,
  bytes: readFileSync(join(__dirname, '../samples', name)),
});
const count = async (table: string) =>
  (await db.statements.run<{ n: number }>('', `SELECT count(*)::int AS n FROM ${table}`, []))[0]
    ?.n ?? 0;

/** Opens a page again until the work is done. */
async function whenDone(url: string): Promise<Seen> {
  for (;;) {
    const seen = await lead.get(url);
    if (!seen.text.includes('<progress')) return seen;
  }
}

describe('importing nominations', () => {
  let file = '';

  it('says what to choose when no file was chosen', async () => {
    const none = await lead.upload('/imports/nominations', {
      field: 'file',
      name: '',
      bytes: Buffer.alloc(0),
    });
    expect(none.status).toBe(422);
    expect(wordsOf(none.text)).toContain('Choose a CSV file with nominations');
  });

  it('offers an empty file with the right columns', async () => {
    const { text, headers } = await lead.get('/imports/nominations/template');
    expect(text).toContain('Legal surname');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
  });

  it('checks the 41 nominations and changes nothing yet', async () => {
    const sent = await lead.upload('/imports/nominations', sample('nominations-41.csv'));
    expect(sent.status).toBe(303);
    file = sent.location ?? '';
    const dryRun = await whenDone(file);
    expect(wordsOf(dryRun.text)).toContain('41 of 41 rows can be added. Nothing is added yet.');
    expect(await count('child')).toBe(0);
  });

  it('adds them, opens a case for each, and links to the cases', async () => {
    const sent = await lead.post(`${file}/add`);
    const done = await whenDone(sent.location ?? '');
    expect(wordsOf(done.text)).toContain('41 children were added.');
    expect([...done.text.matchAll(/href="\/cases\/Y6-\d+"/g)]).toHaveLength(41);
    expect(await count('child')).toBe(41);
    expect(await count('send_case')).toBe(41);
    expect(wordsOf((await lead.get('/year-6-places?view=all')).text)).toContain('All nominated 41');
  });

  it('changes nothing when the same file comes twice', async () => {
    const sent = await lead.upload('/imports/nominations', sample('nominations-41.csv'));
    expect(sent.location).toBe(file);
    expect(wordsOf((await whenDone(file)).text)).toContain('This file came before');
    await lead.post(`${file}/add`);
    await whenDone(file);
    expect(await count('send_case')).toBe(41);
  });

  it('names row, column and what to type for each row of the broken file, and adds none of it', async () => {
    const sent = await lead.upload('/imports/nominations', sample('nominations-broken.csv'));
    const { text } = await whenDone(sent.location ?? '');
    const words = wordsOf(text);
    expect(words).toMatch(
      /2 of 30 rows can be added. Nothing is added yet. 28 must be fixed first./,
    );
    expect(
      text.match(/<p class="cw-problem"><strong>[^<]+:<\/strong> [^<]+<\/p>/g)?.length,
    ).toBeGreaterThan(20);
    const toFix = await lead.get(`${sent.location}/rows-to-fix`);
    expect(toFix.headers['content-type']).toContain('text/csv');
    for (const cell of toFix.text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@|%]/);
    expect(await count('send_case')).toBe(41);
  });

  it('goes on with a file that was cut off, when its page is opened', async () => {
    const sent = await lead.upload('/imports/nominations', {
      field: 'file',
      name: 'many.csv',
      bytes: Buffer.from(manyNominations(120)),
    });
    const url = sent.location ?? '';
    await whenDone(url);
    await db.statements.run(
      '',
      "UPDATE import_file SET status = 'committing', rows_done = 0 WHERE id = $1",
      [url.split('/').at(-1)],
    );
    const done = await whenDone(url);
    expect(wordsOf(done.text)).toContain('120 children were added.');
    expect(await count('send_case')).toBe(161);
  });

  it('shows every file with what became of it', async () => {
    const words = wordsOf((await lead.get('/imports')).text);
    expect(words).toContain('41 rows: 41 added');
    expect(words).toContain('120 rows: 120 added');
  });

  it('is for those who lead the programme', async () => {
    const worker = await site.signedIn(
      await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker']),
    );
    expect((await worker.get('/imports')).status).toBe(403);
    expect((await worker.upload('/imports/nominations', sample('nominations-41.csv'))).status).toBe(
      403,
    );
  });
});

describe('importing the register of schools', () => {
  it('brings schools up to date and says what it did', async () => {
    const done = await lead.upload('/imports/schools', {
      ...sample('register-of-schools.csv'),
      field: 'register',
    });
    expect(done.status).toBe(200);
    expect(wordsOf(done.text)).toMatch(/Done \d+ schools added/);
  });

  it('refuses a file that is no register, in words', async () => {
    const wrong = await lead.upload('/imports/schools', {
      ...sample('nominations-41.csv'),
      field: 'register',
    });
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.text)).toContain('There is a problem');
  });
});
