import { aBoard, type ABoard, BOARD_DAY } from '../support/an-assessment-board';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer } from '../support/given';
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

it('opens, from every number, exactly as many cases as it says', async () => {
  const { status, text } = await manager.get('/boards/workload');
  expect(status).toBe(200);
  expect(wordsOf(text)).toContain('Kit Larwood');
  const numbers = [...text.matchAll(/href="(\/boards\/workload\/cases[^"]*)"[^>]*>(\d+)</g)];
  expect(numbers.length).toBeGreaterThan(6);
  for (const [, href = '', count] of numbers) {
    const list = await manager.get(plain(href));
    expect([href, rowsUnder(list.text, 'role="rowheader"')]).toEqual([href, Number(count)]);
  }
});

it('adds up to the open cases of the tables', async () => {
  const [open] = await db.statements.run<{ n: number }>(
    '',
    'SELECT count(*)::int AS n FROM send_case WHERE open',
    [],
  );
  expect(wordsOf((await manager.get('/boards/workload')).text)).toContain(`Everybody ${open?.n} `);
});

it('gives chosen cases to somebody else, after a look at each', async () => {
  const noor = await anOfficer(db.statements, 'Noor Other', ['ehc_officer']);
  const from = `/boards/workload/cases?officer=none&pathway=ehc_needs_assessment&chosen=all`;
  const list = await manager.get(from);
  const chosen = [...list.text.matchAll(/name="case" value="([^"]+)" checked/g)].map(
    ([, reference = '']) => reference,
  );
  expect(chosen).toHaveLength(2);
  const form = await manager.post('/boards/workload/give', { case: chosen, from });
  expect(wordsOf(form.text)).toContain('Give the case to a worker For 2 children');
  const answers = {
    case: chosen,
    event: 'ALLOCATED',
    from,
    workerId: noor.id,
    weight: '1',
    'occurredOn-day': '12',
    'occurredOn-month': '1',
    'occurredOn-year': '2027',
  };
  const check = await manager.post('/several-cases/check', answers);
  const hidden = (name: string) =>
    [...check.text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
      ([, value = '']) => value,
    );
  await manager.post('/several-cases/record', {
    ...answers,
    key: hidden('key'),
    seen: hidden('seen'),
  });
  const after = wordsOf((await manager.get('/boards/workload')).text);
  expect(after).toMatch(/Noor Other 2 /);
  expect(after).not.toContain('No officer');
});

it('asks for a case when none was chosen, and keeps the list', async () => {
  const from = '/boards/workload/cases?pathway=ehc_needs_assessment';
  const { status, text } = await manager.post('/boards/workload/give', { from });
  expect(status).toBe(422);
  expect(text).toContain('Choose at least one case');
  expect(rowsUnder(text, 'role="rowheader"')).toBeGreaterThan(10);
});

it('is for managers, who alone give work', async () => {
  const kit = await site.signedIn(board.officer);
  expect((await kit.get('/boards/workload')).status).toBe(403);
  expect((await kit.get('/boards/workload/cases')).status).toBe(403);
  expect((await kit.get('/boards')).text).not.toContain('/boards/workload');
});
