import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, happenedOn, hiddenOf, TODAY, wordsOf } from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
let given: Caseload;
let tamsin: Browser;
let manager: Browser;

beforeAll(async () => {
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  tamsin = await new Browser(app).signIn('tamsin');
  manager = await new Browser(app).signIn('marguerite');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const url = (rest = '') => `/cases/${given.cases['ellis']}${rest}`;
const head = async () =>
  db.statements.run('', 'SELECT version, state, head_hash FROM send_case WHERE reference = $1', [
    given.cases['ellis'],
  ]);

async function chased(): Promise<void> {
  const form = await tamsin.get(url('/do/advice-chased'));
  const answers = { ...hiddenOf(form.body), ...happenedOn(TODAY), adviser: 'slt', how: 'email' };
  const { statusCode } = await tamsin.post(url('/do/advice-chased'), answers);
  expect(statusCode).toBe(303);
}

it('shows what would happen, asks for a reason, and marks the step on the timeline', async () => {
  await chased();
  const page = await tamsin.get(url('/take-back'));
  expect(wordsOf(page.body)).toContain('Advice chased');
  const before = await head();
  const without = await tamsin.post(url('/take-back'), { ...hiddenOf(page.body), reason: '' });
  expect(without.statusCode).toBe(422);
  expect(wordsOf(without.body)).toContain('Say why the step is taken back');
  expect(await head()).toEqual(before);

  const done = await tamsin.post(url('/take-back'), {
    ...hiddenOf(page.body),
    reason: 'I rang about another child',
  });
  expect([done.statusCode, done.headers['location']]).toEqual([303, url()]);
  const timeline = wordsOf((await tamsin.get(url('/timeline'))).body);
  expect(timeline).toContain('Taken back: Advice chased');
  expect(timeline).toContain('I rang about another child');
});

it('keeps what was typed when somebody recorded a newer step meanwhile', async () => {
  await chased();
  const page = await tamsin.get(url('/take-back'));
  await chased();
  const before = await head();
  const late = await tamsin.post(url('/take-back'), {
    ...hiddenOf(page.body),
    reason: 'Rang the wrong number',
  });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('Rang the wrong number');
  expect(wordsOf(late.body)).toContain('Somebody else recorded a newer step meanwhile');
  expect(await head()).toEqual(before);
});

it('tells nobody that a foreign case exists, and is not for those who only read', async () => {
  const before = await head();
  expect((await tamsin.get('/cases/EHC-9999/take-back')).statusCode).toBe(404);
  expect((await tamsin.post('/cases/EHC-9999/take-back', { reason: 'x' })).statusCode).toBe(404);
  expect(await head()).toEqual(before);
});

it('does the same for programs, with the same words', async () => {
  await chased();
  const session = (await tamsin.get('/api/session')).json<{ csrfToken: string }>();
  const send = (body: object) =>
    app.inject({
      method: 'POST',
      url: `/api${url('/undo')}`,
      headers: {
        cookie: [...tamsin.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': session.csrfToken,
      },
      payload: body,
    });
  const preview = (await tamsin.get(`/api${url('/undo')}`)).json<{ type: string }>();
  expect(preview.type).toBe('ADVICE_CHASED');
  const [{ version } = { version: 0 }] = (await head()) as { version: number }[];
  const without = await send({ expectedVersion: version });
  expect(without.statusCode).toBe(422);
  expect((await send({ reason: 'A slip', expectedVersion: 1 })).statusCode).toBe(409);
  const done = await send({ reason: 'A slip', expectedVersion: version });
  expect([done.statusCode, done.json()]).toEqual([201, { told: [] }]);
});

it('opens the work of a closed case again, and leads to the new one', async () => {
  const withdrawn = await manager.get(url('/do/request-withdrawn'));
  const closing = await manager.post(url('/do/request-withdrawn'), {
    ...hiddenOf(withdrawn.body),
    ...happenedOn(TODAY),
    by: 'parent',
    how: 'email',
  });
  expect(closing.statusCode).toBe(303);
  expect(wordsOf((await manager.get(url())).body)).toContain('Open this work again');
  const form = await manager.get(url('/do/case-reopened'));
  const reopened = await manager.post(url('/do/case-reopened'), {
    ...hiddenOf(form.body),
    ...happenedOn(TODAY),
    reason: 'The family asked again',
  });
  expect(reopened.statusCode).toBe(303);
  expect(reopened.headers['location']).toMatch(/^\/cases\/EHC-\d+$/);
  expect(reopened.headers['location']).not.toBe(url());
});
