import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, CODES, TODAY, wordsOf } from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
let given: Caseload;
let manager: Browser;
let worker: Browser;

beforeAll(async () => {
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  manager = await new Browser(app).signIn('marguerite');
  worker = await new Browser(app).signIn('rhys');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const url = (rest: string) => `/children/${given.children['ellis']}${rest}`;

it('tells everything that happened to a child in one list, and as a file', async () => {
  const page = await manager.get(url('/chronology'));
  const words = wordsOf(page.body);
  expect(words).toContain(`Request received, ${given.cases['ellis']}`);
  expect(words).toContain(`Advice chased: educational psychology, ${given.cases['ellis']}`);
  expect(words).not.toMatch(CODES);
  const file = await manager.get(url('/chronology/download'));
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.body.split('\n').length).toBeGreaterThan(8);
});

it('says on one page where every case stands, who is around the child, and what was last', async () => {
  const words = wordsOf((await manager.get(url('/summary'))).body);
  expect(words).toContain('The final plan must be sent by');
  expect(words).toContain('Ewa Marwood (parental responsibility)');
  expect(words).not.toMatch(CODES);
});

it('logs that somebody looked, and shows nothing to those who may not see the child', async () => {
  await manager.get(url('/chronology'));
  const [looked] = await db.statements.run<{ n: number }>(
    '',
    "SELECT count(*)::int AS n FROM access_log WHERE child_id = $1 AND page = 'the chronology'",
    [given.children['ellis']],
  );
  expect(looked!.n).toBeGreaterThan(0);
  for (const rest of ['/chronology', '/chronology/download', '/summary'])
    expect((await worker.get(url(rest))).statusCode).toBe(404);
});
