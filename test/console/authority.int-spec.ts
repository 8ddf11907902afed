import { compare, isUnexplained, PublishedFigures, publishedOf } from '@app/reporting';
import { generateAuthority } from '../../apps/console/src/authority/generate';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';

/** The smallest council of the release, and one whose row does not add up. */
const SCILLY = '420';
const CITY = '201';
const SURVEY_DAY = '2025-01-16';
const HOME = '/boards/published';

let db: TestDatabase;
let figures: PublishedFigures;

beforeAll(async () => {
  db = await aTestDatabase();
  figures = new PublishedFigures(db.statements);
});
afterAll(() => db.drop());

describe('an invented authority', () => {
  it.each([SCILLY, CITY])(
    'takes every case of %s through the door, and its records add up to what was published',
    async (code) => {
      const made = await generateAuthority(db.statements, publishedOf(code)!);
      expect(made.refused).toEqual([]);
      const lines = (await figures.sideBySide(code))!;
      expect(lines.filter(isUnexplained)).toEqual([]);
      const same = lines.filter(({ equal }) => equal).length;
      expect(lines.length - same).toBeLessThan(12);
      const real = await db.statements.run(
        '',
        `SELECT 1 FROM contact WHERE authority = $1 AND email NOT LIKE '%@example.org'`,
        [code],
      );
      expect(real).toEqual([]);
    },
  );

  it('is marked as invented', async () => {
    const marked = await db.statements.run<{ code: string }>(
      '',
      `SELECT code FROM authority WHERE is_demo AND settings ? 'invented' ORDER BY code`,
      [],
    );
    expect(marked.map(({ code }) => code)).toEqual([CITY, SCILLY]);
  });

  it('knows the published counts from a set that differs by one', () => {
    const published = publishedOf(SCILLY)!;
    const name = 'requests.requests_received_in_year' as const;
    const told = new Map(published.values).set(name, published.values.get(name)! + 1);
    const wrong = compare(published, told).filter(isUnexplained);
    expect(wrong.map(({ figure }) => figure)).toEqual([name]);
  });
});

describe('the page of published figures', () => {
  let site: Awaited<ReturnType<typeof aWebsite>>;
  let manager: Person;

  beforeAll(async () => {
    site = await aWebsite(db.url, SURVEY_DAY);
    manager = await site.signedIn(await officer('manager'));
  });
  afterAll(() => site.close());

  async function officer(key: string): Promise<{ id: string }> {
    const email = `${key}@${CITY}.example.org`;
    const [row] = await db.statements.run<{ id: string }>(
      '',
      'SELECT id FROM officer WHERE email = $1',
      [email],
    );
    return row!;
  }

  it('says side by side what was published and what is on record, and where the row does not add up', async () => {
    const words = wordsOf((await manager.get(HOME)).text);
    expect(words).toMatch(/20 weeks: \d+ of \d+ figures are the same/);
    expect(words).toContain('The release says 5 plans, but its three lengths of time add up to 4.');
  });

  it('opens, from every number, as many children', async () => {
    for (const table of ['requests', 'annual_reviews', 'caseload', 'ceased_plans']) {
      const { text } = await manager.get(`${HOME}?table=${table}`);
      const links = [...text.matchAll(/href="(\/boards\/published\/children[^"]+)"[^>]*>(\d+)</g)];
      expect(links.length).toBeGreaterThan(2);
      for (const [, href = '', count] of links) {
        const list = await manager.get(href.replaceAll('&amp;', '&'));
        expect([href, rowsUnder(list.text, 'role="rowheader"')]).toEqual([href, Number(count)]);
      }
    }
  });

  it('is for managers and analysts', async () => {
    const analyst = await site.signedIn(await officer('analyst'));
    expect((await analyst.get(HOME)).status).toBe(200);
    const caseOfficer = await site.signedIn(await officer('officer-1'));
    expect((await caseOfficer.get(HOME)).status).toBe(403);
  });

  it('knows no figure that the release does not have', async () => {
    expect((await manager.get(`${HOME}/children?figure=requests.invented`)).status).toBe(404);
  });
});
