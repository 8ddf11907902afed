import { type Actor } from '@app/access';
import { addDays } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { finishedAssessments, FORECAST_DAY } from '../support/finished-assessments';
import { aCaseAt, aDoor, anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';

let db: TestDatabase;
let cases: Readonly<Record<string, string>>;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Person;
let decider: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  decider = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
  cases = await finishedAssessments(db.statements, decider);
  site = await aWebsite(db.url, FORECAST_DAY);
  manager = await site.signedIn(decider);
}, 180_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const somebody = async (name: string, ...roles: Parameters<typeof anOfficer>[2]) =>
  site.signedIn(await anOfficer(db.statements, name, roles));
const rowsOf = (html: string) => rowsUnder(html, 'role="rowheader"');
const namesOf = (html: string) =>
  [...html.matchAll(/role="rowheader"[^>]*><a[^>]*>Alex (\w+)</g)].map(([, name]) => name);

describe('the forecast of assessments', () => {
  it('puts those most likely to miss their date first, and says why, by service and not by person', async () => {
    const { status, text } = await manager.get('/boards/forecast');
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toMatch(
      /About \d of the 5 assessments whose date is still ahead are likely to miss it/,
    );
    expect(words).toContain('For 1 the date has passed already.');
    expect(namesOf(text).slice(0, 2)).toEqual(['Answered', 'Waiting']);
    const chances = [...words.matchAll(/: (?:about|more than) (\d+) in 100/g)].map(([, chance]) =>
      Number(chance),
    );
    expect(chances).toHaveLength(5);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(words).toContain(
      'Gather advice: educational psychology 80 days so far. Half take up to',
    );
    expect(words).toContain('Almost certain: more than 99 in 100');
    expect(text).toContain('class="cw-bar cw-bar--accent cw-chance"');
    expect(text).not.toContain('style=');
    for (const row of text.split('<tr role="row">').slice(2))
      expect(row.split('What drives it')[1] ?? '').not.toContain('Osei');
  });

  it('opens from every count as many rows as it says, with filters too', async () => {
    for (const url of ['/boards/forecast', '/boards/forecast?leg=advice']) {
      const { text } = await manager.get(url);
      const tabs = [
        ...text.matchAll(
          /href="(\/boards\/forecast[^"]*)"[^>]*>[^<]*<span class="cw-count">(\d+)</g,
        ),
      ];
      expect(tabs.length).toBeGreaterThan(0);
      for (const [, href = '', count] of tabs)
        expect([href, rowsOf((await manager.get(href.replaceAll('&amp;', '&'))).text)]).toEqual([
          href,
          Number(count),
        ]);
    }
  });

  it('links what would help most to the form that records it', async () => {
    const { text } = await manager.get('/boards/forecast');
    const href = `/cases/${cases['Early']}/do/advice-chased?adviser=ep`;
    expect(text).toContain(`href="${href}"`);
    expect(text).toContain(`href="/cases/${cases['Drafting']}/do/draft-issued"`);
    const form = await manager.get(href);
    expect(form.status).toBe(200);
    expect(wordsOf(form.text)).toContain('Chase advice');
  });

  it('shows a day gone by from what was known then, without anything to do', async () => {
    const { text } = await manager.get('/boards/forecast?on=2026-12-01');
    expect(wordsOf(text)).toContain('As at Tuesday 1 December 2026.');
    expect(text).not.toContain('/do/');
    expect(text).toContain('value="1 December 2026"');
    expect(text).toContain('href="/boards/forecast">Back to today');
    const wrong = await manager.get('/boards/forecast?on=31+February+2026');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="31 February 2026"');
  });

  it('downloads the rows of the list, as a CSV file and for Excel', async () => {
    const csv = await manager.get('/boards/forecast/download');
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('Chance of missing it (of 100),At least,At most');
    const book = await manager.get('/boards/forecast/download?file=xlsx');
    expect(book.headers['content-type']).toContain('spreadsheetml');
  });

  it('is said on the case itself, and not to a school', async () => {
    const { text } = await manager.get(`/cases/${cases['Early']}`);
    expect(wordsOf(text)).toMatch(
      /Likely to be sent: .* that the date is missed\. What drives it:/,
    );
    const finance = await somebody('Fay Nance', 'finance_officer');
    expect((await finance.get('/boards/forecast')).status).toBe(403);
  });
});

describe('the forecast of reviews', () => {
  it('makes up no number where too few have finished, and says so', async () => {
    const [child] = await db.statements.run<{ id: string }>(
      '',
      `SELECT child_id AS id FROM ehc_plan ORDER BY made_on LIMIT 1`,
      [],
    );
    const door = aDoor(db.statements, FORECAST_DAY);
    await aCaseAt(door, decider, 'annual_review', child?.id ?? '', [
      [addDays(FORECAST_DAY, -20), 'REVIEW_OPENED', { lastConcludedOn: '2026-03-20' }],
    ]);
    const { status, text } = await manager.get('/boards/forecast/reviews?view=unsure');
    expect(status).toBe(200);
    expect(rowsOf(text)).toBe(1);
    expect(wordsOf(text)).toContain('Not enough finished cases to say');
    expect(text.split('<tbody')[1]?.split('</tbody')[0]).not.toMatch(/in 100/);
    const officer = await somebody('Kit Marlow', 'ehc_officer');
    expect((await officer.get('/boards/forecast/reviews')).status).toBe(403);
  });
});

describe('how good past forecasts were', () => {
  it('is for managers and analysts, and names nobody', async () => {
    const analyst = await somebody('Ann Alyst', 'data_analyst');
    const { status, text } = await analyst.get('/boards/forecast/back-test');
    expect(status).toBe(200);
    expect(text).not.toMatch(/Alex|\/cases\//);
    expect((await analyst.get('/boards/forecast')).status).toBe(403);
    const officer = await somebody('Kit Larwood', 'ehc_officer');
    expect((await officer.get('/boards/forecast/back-test')).status).toBe(403);
  });

  it('carries the scores beside two simple rules, and a verdict in words', async () => {
    const { text } = await manager.get('/boards/forecast/back-test');
    expect(rowsOf(text)).toBe(3);
    expect(wordsOf(text)).toMatch(/In week 14 \d+ \d+ 0\.\d{3} (None|0\.\d{3}) 0\.\d{3} 0\.\d{3}/);
    expect(wordsOf(text)).toMatch(/Better than|No better than|Too few to judge/);
    const csv = await manager.get('/boards/forecast/back-test/download');
    const counts = [...text.matchAll(/data-l="Forecasts">(\d+)</g)].map(([, count]) =>
      Number(count),
    );
    expect(csv.text.trim().split('\r\n')).toHaveLength(counts.reduce((a, b) => a + b, 1));
    expect(csv.text).not.toContain('Alex');
  });

  it('says so where there is not enough', async () => {
    await db.statements.run(
      '',
      `UPDATE clock SET due_on = due_on + 2000 WHERE authority = $1 AND code = 'w20'`,
      [WENDMOOR],
    );
    const later = await aWebsite(db.url, FORECAST_DAY);
    const page = await (await later.signedIn(decider)).get('/boards/forecast/back-test');
    expect(wordsOf(page.text)).toContain('Not enough finished cases to say.');
    await later.close();
  });
});
