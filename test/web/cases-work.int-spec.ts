import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, CODES, TODAY, wordsOf } from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
let given: Caseload;
const people: Record<string, Browser> = {};

beforeAll(async () => {
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  for (const who of ['tamsin', 'rhys', 'marguerite', 'kit', 'lowri', 'ada'])
    people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const get = async (who: string, url: string) => (await people[who]!.get(url)).body;
const names = (html: string) =>
  [...html.matchAll(/cw-table__name[^>]*><a[^>]*>([^<]+)</g)].map(([, name]) => name);

describe('my work', () => {
  it('opens with the sentence that its rows make true', async () => {
    const html = await get('tamsin', '/my-work');
    expect(wordsOf(html)).toContain('2 steps need you. 1 has passed its legal date.');
    expect(names(html)).toEqual(['Ellis Marwood', 'Nia Harcastle']);
    expect(wordsOf(html)).toContain('Needs me 2');
  });

  it('says for each row what to do, why it is here, and how the date stands', async () => {
    const words = wordsOf(await get('tamsin', '/my-work'));
    expect(words).toContain('Chase the educational psychologist’s advice');
    expect(words).toContain(
      'A legal date has passed, and the plan is due in 28 working days. Also: speech and language advice.',
    );
    expect(words).toContain('Mon 28 December 2026 Why?');
    expect(words).toContain('Breached: 10 working days late');
    expect(words).toContain(
      'The council’s own date, 22 December, has passed. A draft sent later leaves the family fewer than 15 days.',
    );
  });

  it('keeps what somebody else is to act on apart, and every case once in “All my cases”', async () => {
    const others = await get('tamsin', '/my-work?view=others');
    expect(names(others)).toEqual(['Idris Vale', 'Zofia Kettleby', 'Caleb Winterbourne']);
    expect(wordsOf(others)).toContain(
      'The decision maker is to act until Tuesday 12 January 2027.',
    );
    expect(names(await get('tamsin', '/my-work?view=all')).sort()).toEqual([
      'Caleb Winterbourne',
      'Ellis Marwood',
      'Idris Vale',
      'Nia Harcastle',
      'Zofia Kettleby',
    ]);
  });

  it('gives the decision maker what only she decides, with what may be gone without', async () => {
    const html = await get('marguerite', '/my-work');
    expect(names(html)).toEqual(['Idris Vale', 'Zofia Kettleby']);
    expect(wordsOf(html)).toContain('1 is due today');
    expect(wordsOf(html)).toContain(
      'Waiting Thornmere High has not answered (due Thursday). You can send the plan without it.',
    );
  });

  it('names what a step is needed for instead of showing both', async () => {
    const html = await get('rhys', '/my-work');
    expect(names(html)).toEqual(['Jonah Quillfeather', 'Mabel Strand', 'Rafi Dunmore']);
    expect(wordsOf(html)).toContain(
      'They were asked and have not answered. “Family’s agreement to the place” is due on',
    );
  });

  it('shows managers the team’s work with the officer on each row, and nobody else', async () => {
    const team = await get('marguerite', '/my-work?whose=team');
    expect(wordsOf(team)).toContain('My team’s work');
    expect(names(team)).toEqual(
      expect.arrayContaining(['Ellis Marwood', 'Jonah Quillfeather', 'Idris Vale']),
    );
    expect(wordsOf(team)).toContain('Rhys Calder');
    expect(wordsOf(await get('kit', '/my-work?whose=team'))).not.toContain('My team’s work');
  });

  it('says so when there is nothing', async () => {
    expect(wordsOf(await get('kit', '/my-work'))).toContain('Nothing needs you.');
    expect(wordsOf(await get('kit', '/my-work'))).toContain('Nothing waits for you.');
  });

  it('shows no code of ours, whoever looks', async () => {
    for (const who of ['tamsin', 'rhys', 'marguerite', 'lowri', 'ada']) {
      for (const view of ['needs-me', 'this-week', 'blocked', 'others', 'all'])
        expect(wordsOf(await get(who, `/my-work?view=${view}`))).not.toMatch(CODES);
    }
  });

  it('gives the same rows as a file that no spreadsheet takes for a formula', async () => {
    await db.statements.run('', `UPDATE child SET preferred_name = '=cmd()' WHERE id = $1`, [
      given.children['nia'],
    ]);
    const answer = await people['tamsin']!.get('/my-work/download?view=needs-me');
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Ellis Marwood');
    expect(lines[2]).toMatch(/^'=cmd\(\) Harcastle/);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="my-work.csv"');
    await db.statements.run('', 'UPDATE child SET preferred_name = NULL WHERE id = $1', [
      given.children['nia'],
    ]);
  });

  it('does not ask the database once for every row', async () => {
    const asked = jest.spyOn(Client.prototype, 'query');
    await get('marguerite', '/my-work?whose=team&view=all');
    const statements = asked.mock.calls.length;
    asked.mockRestore();
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(8);
  });
});

describe('the list of cases', () => {
  it('shows what a person may see, and narrows it', async () => {
    expect(names(await get('tamsin', '/cases'))).toHaveLength(5);
    expect(names(await get('marguerite', '/cases'))).toHaveLength(8);
    expect(names(await get('marguerite', '/cases?pathway=y6_transition'))).toEqual([
      'Jonah Quillfeather',
      'Mabel Strand',
      'Rafi Dunmore',
    ]);
    expect(names(await get('marguerite', `/cases?owner=${given.tamsin.id}&stage=advice`))).toEqual([
      'Ellis Marwood',
      'Caleb Winterbourne',
    ]);
    expect(names(await get('marguerite', '/cases?status=closed'))).toEqual(['Gwen Ostler']);
    expect(names(await get('kit', '/cases'))).toEqual([]);
    expect(names(await get('ada', '/cases'))).toEqual([]);
  });

  it('says which filters are on, in words', async () => {
    const words = wordsOf(
      await get('marguerite', '/cases?pathway=ehc_needs_assessment&stage=advice'),
    );
    expect(words).toContain(
      'Filters on: Pathway: EHC needs assessment; Where it is: Gather advice.',
    );
    expect(words).toContain('2 cases');
    expect(words).not.toMatch(CODES);
  });

  it('takes nonsense for no filter that fits, and never fails', async () => {
    for (const url of [
      '/cases?page=-1',
      '/cases?page=x',
      '/cases?owner=%27;drop',
      '/cases?stage=%00',
      '/cases?team=1',
      '/cases?pathway=__proto__',
    ]) {
      expect([200, 400]).toContain((await people['marguerite']!.get(url)).statusCode);
    }
  });

  it('is a file too, with the filter', async () => {
    const { body } = await people['marguerite']!.get('/cases/download?pathway=y6_transition');
    expect(body.trim().split('\r\n')).toHaveLength(4);
  });
});
