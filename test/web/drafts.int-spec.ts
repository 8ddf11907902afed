import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, happenedOn, hiddenOf, TODAY, wordsOf } from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
let given: Caseload;
let tamsin: Browser;

beforeAll(async () => {
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  tamsin = await new Browser(app).signIn('tamsin');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const url = (rest = '') => `/cases/${given.cases['ellis']}${rest}`;
const STEP = '/do/advice-chased';
const versions = () =>
  db.statements.run('', 'SELECT version FROM send_case WHERE reference = $1', [
    given.cases['ellis'],
  ]);

async function keep(how: string, note: string) {
  const form = await tamsin.get(url(STEP));
  return tamsin.post(url(STEP), {
    ...hiddenOf(form.body),
    ...happenedOn(TODAY),
    note,
    keep: how,
  });
}

it('keeps a form that is half filled in, says so on the case, and opens with it', async () => {
  const before = await versions();
  const kept = await keep('draft', 'Rang twice, no answer');
  expect([kept.statusCode, kept.headers['location']]).toEqual([303, url()]);
  const page = await tamsin.get(url());
  expect(wordsOf(page.body)).toContain('What you typed is kept.');
  expect(wordsOf(page.body)).toContain('have not recorded it. Go on with it');
  expect((await tamsin.get(url(STEP))).body).toContain('Rang twice, no answer');
  expect(await versions()).toEqual(before);
});

it('keeps quietly what is typed meanwhile, outlives the session, and is another person’s to see never', async () => {
  await keep('quietly', 'The third call');
  const again = await new Browser(app).signIn('tamsin');
  expect((await again.get(url(STEP))).body).toContain('The third call');
  const kit = await new Browser(app).signIn('kit');
  expect((await kit.get(url(STEP))).body).not.toContain('The third call');
});

it('is gone once the step is recorded', async () => {
  const form = await tamsin.get(url(STEP));
  await tamsin.post(url(STEP), {
    ...hiddenOf(form.body),
    ...happenedOn(TODAY),
    adviser: 'slt',
    how: 'email',
  });
  expect(wordsOf((await tamsin.get(url())).body)).not.toContain('have not recorded it');
});
