import { openWorkbook } from '../../libs/people/src/file/workbook';
import { aBoard, type ABoard, BOARD_DAY } from '../support/an-assessment-board';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';

let db: TestDatabase;
let board: ABoard;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  board = await aBoard(db.statements);
  site = await aWebsite(db.url, BOARD_DAY);
  manager = await site.signedIn(board.manager);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const plain = (href: string) => href.replaceAll('&amp;', '&');
const rowsOf = (html: string) => rowsUnder(html, 'role="rowheader"');
/** Links of a page whose text is a number: what each opens must have so many rows. */
function numbersOf(html: string): [href: string, count: number][] {
  const links = [...html.matchAll(/href="(\/boards\/[^"]+)"[^>]*>(\d+)</g)];
  return [...new Map(links.map(([, href = '', count]) => [plain(href), Number(count)]))];
}

async function expectEachNumberToOpenItsRows(url: string, atLeast: number) {
  const { text } = await manager.get(url);
  const numbers = numbersOf(text);
  expect(numbers.length).toBeGreaterThanOrEqual(atLeast);
  for (const [href, count] of numbers)
    expect([href, rowsOf((await manager.get(href)).text)]).toEqual([href, count]);
}

describe('the 20-week board', () => {
  it('opens with what matters, in words that name a service and no person', async () => {
    const { status, text } = await manager.get('/boards');
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain('4 of 15 open assessments are past a legal date.');
    expect(words).toContain('Open assessments 15');
    expect(words).toContain('Breached now 4 26.7% of open');
    expect(words).toContain('1 of them has a lawful reason');
    expect(words).toContain('Sent within 20 weeks 50.0% 2 of 4');
    expect(words).toContain('1 plan with a lawful exception left out');
    expect(words).toContain('No filters on. 15 assessments.');
  });

  it('opens, from every number, exactly as many rows as it says', async () => {
    await expectEachNumberToOpenItsRows('/boards', 40);
  });

  it('does the same with filters on, and says which', async () => {
    const { text } = await manager.get('/boards?leg=advice&status=breached');
    expect(wordsOf(text)).toContain(
      'Filters on: leg “Gather advice”, status “Breached”. 1 assessment.',
    );
    await expectEachNumberToOpenItsRows('/boards?leg=advice', 15);
    await expectEachNumberToOpenItsRows(`/boards?team=${board.teamId}&status=breached`, 5);
    await expectEachNumberToOpenItsRows('/boards?officer=none', 3);
    await expectEachNumberToOpenItsRows('/boards?waits=ep', 8);
  });

  it('breaks the figures down by what holds them, by team and by area, each number opening its rows', async () => {
    for (const by of ['waits', 'team', 'area'])
      await expectEachNumberToOpenItsRows(`/boards?by=${by}`, 40);
    await db.statements.run('', "UPDATE school SET postcode = 'WM3 1AA' WHERE urn = '199001'", []);
    const { text } = await manager.get('/boards?by=area&leg=advice');
    expect(wordsOf(text)).toContain('By area');
    expect(text).toContain('/boards/assessments?leg=advice&amp;area=WM3');
    await expectEachNumberToOpenItsRows('/boards?area=WM3&by=area', 20);
  });

  it('does the same as at a day gone by', async () => {
    const words = wordsOf((await manager.get('/boards?on=1+October+2026')).text);
    expect(words).toContain('As at Thursday 1 October 2026.');
    await expectEachNumberToOpenItsRows('/boards?on=2026-10-01', 5);
  });

  it('has the counts of the tables behind its list', async () => {
    const [oracle] = await db.statements.run<{ n: number }>(
      '',
      `SELECT count(*)::int AS n FROM send_case WHERE authority = $1 AND pathway = 'ehc_needs_assessment' AND stage = 'advice' AND open`,
      [WENDMOOR],
    );
    expect(rowsOf((await manager.get('/boards/assessments?leg=advice')).text)).toBe(oracle?.n);
  });

  it('answers a day that is not one in words, and keeps what was typed', async () => {
    const wrong = await manager.get('/boards?on=31+February+2026');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="31 February 2026"');
    expect(wordsOf(wrong.text)).toContain('There is a problem');
    expect((await manager.get('/boards?on=1+January+2099')).text).toContain('is in the future');
  });

  it('draws the same figures that its table holds', async () => {
    const { text } = await manager.get('/boards');
    const wide = /<svg class="cw-chart cw-chart--wide"[\s\S]*?<\/svg>/.exec(text)?.[0] ?? '';
    const bars = [...wide.matchAll(/cw-chart__bar--/g)].length;
    expect(bars).toBeGreaterThan(8);
    expect(wide).toContain('Gather advice: 4 open, 1 breached, 1 at risk, 2 on time.');
    expect(wide).not.toContain('style=');
  });

  it('downloads the rows of the list in the same order', async () => {
    const shown = await manager.get('/boards/assessments');
    const file = await manager.get('/boards/assessments/download');
    const cases = [...shown.text.matchAll(/href="\/cases\/([^"]+)"/g)].map(
      ([, reference]) => reference,
    );
    expect(
      file.text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(cases);
    expect((await manager.get('/boards/download?leg=advice')).text).toContain(
      'Gather advice,Weeks 5 to 12,4,',
    );
  });

  it('hands every file out as a workbook that opens, with days as days', async () => {
    const files = ['assessments/download', 'advice/download', 'plans-sent/download', 'download'];
    for (const file of files) {
      const book = await manager.get(`/boards/${file}?file=xlsx`);
      const { rows } = await openWorkbook(book.bytes);
      const read: (readonly string[])[] = [];
      for await (const { cells } of rows()) read.push(cells);
      const csv = (await manager.get(`/boards/${file}`)).text.trim().split('\r\n');
      expect([file, read.length]).toEqual([file, csv.length]);
      if (file === 'assessments/download') expect(read[1]?.join()).toMatch(/2026-\d\d-\d\d/);
    }
  });

  it('shows an officer their own and their team’s assessments only', async () => {
    const other = await site.signedIn(
      await anOfficer(db.statements, 'Noor Other', ['ehc_officer']),
    );
    expect(wordsOf((await other.get('/boards')).text)).toContain('No assessment is open.');
    const kit = await site.signedIn(board.officer);
    expect(wordsOf((await kit.get('/boards')).text)).toContain('your own and your team’s');
    const analyst = await site.signedIn(
      await anOfficer(db.statements, 'Ann Alyst', ['data_analyst']),
    );
    expect((await analyst.get('/boards')).status).toBe(403);
  });

  it('says how each figure is worked out and what was corrected', async () => {
    expect((await manager.get('/boards/how-worked-out')).status).toBe(200);
    expect((await manager.get('/boards/what-was-corrected')).status).toBe(200);
    const compared = await manager.get('/boards/what-was-corrected?on=1+October+2026');
    expect(wordsOf(compared.text)).toMatch(
      /Figures of 1 October 2026 .* Open assessments \d+ \d+ ?: Open assessments None/,
    );
    expect((await manager.get('/boards/what-was-corrected?on=32+May')).status).toBe(422);
  });
});

describe('chasing late advice from the board', () => {
  it('goes from the number to the list, to the check, to a result for each child', async () => {
    const start = (await manager.get('/boards')).text;
    const href = plain(/href="([^"]+)"[^>]*>Chase the 3 late</.exec(start)?.[1] ?? '');
    const list = await manager.get(href);
    const chosen = [...list.text.matchAll(/name="case" value="([^"]+)" checked/g)].map(
      ([, reference = '']) => reference,
    );
    expect(chosen).toHaveLength(3);
    const form = await manager.post('/boards/advice/chase', {
      case: chosen,
      service: 'ep',
      from: '/boards/advice?service=ep&when=late',
    });
    expect(wordsOf(form.text)).toContain('Chase advice For 3 children');
    expect(form.text).not.toContain('Whose advice?');
    const answers = {
      case: chosen,
      event: 'ADVICE_CHASED',
      from: '/boards/advice',
      'fixed.adviser': 'ep',
      how: 'email',
      'occurredOn-day': '12',
      'occurredOn-month': '1',
      'occurredOn-year': '2027',
    };
    const check = await manager.post('/several-cases/check', answers);
    expect(wordsOf(check.text)).toContain('It can be recorded for all 3');
    const hidden = (name: string) =>
      [...check.text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
        ([, value = '']) => value,
      );
    const done = await manager.post('/several-cases/record', {
      ...answers,
      key: hidden('key'),
      seen: hidden('seen'),
    });
    expect(wordsOf(done.text)).toContain('3 done.');
    expect(wordsOf((await manager.get('/boards/advice?service=ep&when=late')).text)).toMatch(
      /Alex Hale .* 1 /,
    );
  });

  it('asks for a child when none was chosen', async () => {
    const { status, text } = await manager.post('/boards/advice/chase', {
      service: 'ep',
      from: '/boards/advice?service=ep',
    });
    expect(status).toBe(422);
    expect(text).toContain('Choose at least one child');
  });
});
