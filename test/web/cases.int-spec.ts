import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, TODAY } from './cases-given';

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

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const caseUrl = (key: string, rest = '') => `/cases/${given.cases[key]}${rest}`;

describe('smoke', () => {
  it.each(['/my-work', '/my-work?view=all', '/my-work?view=others', '/cases', '/cases?status=all'])('%s opens', async (url) => {
    const { statusCode, body } = await tamsin.get(url);
    console.log(url, statusCode, words(body).slice(0, 6000));
    expect(statusCode).toBe(200);
  });
  it.each(['', '/advice', '/dates', '/timeline', '/notes', '/people', '/messages', '/who-has-looked', '/summary', '/do/advice-complete', '/do/advice-chased?adviser=ep', '/why/w20/1', '/why/advice_due/1/ep', '/do/exception-claimed', '/correct/1'])('case%s opens', async (rest) => {
    const { statusCode, body } = await tamsin.get(caseUrl('ellis', rest));
    console.log(rest, statusCode, words(body).slice(500, 5500));
    expect(statusCode).toBe(200);
  });
});
