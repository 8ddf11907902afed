import { type NestFastifyApplication } from '@nestjs/platform-fastify';
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
  for (const who of ['tamsin', 'rhys', 'marguerite', 'kit', 'ada', 'lorcan'])
    people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const url = (key: string, rest = '') => `/cases/${given.cases[key]}${rest}`;
const get = (who: string, at: string) => people[who]!.get(at);
const words = async (who: string, at: string) => wordsOf((await get(who, at)).body);
const SECTIONS = [
  '',
  '/dates',
  '/timeline',
  '/notes',
  '/people',
  '/messages',
  '/who-has-looked',
  '/summary',
];

describe('the case', () => {
  it('says in one headline and one sentence where an assessment is', async () => {
    const page = await words('tamsin', url('ellis'));
    expect(page).toContain('EHC needs assessment: day 100 of 140');
    expect(page).toContain(
      'The final plan must be sent by Sunday 21 February 2027 (last working day Friday 19 February , 28 working days left). Why this date? At risk Advice is usually in by week 12. This is week 15.',
    );
  });

  it('says for each stage whether it is done, now or next', async () => {
    const page = await words('tamsin', url('ellis'));
    expect(page).toContain(
      'Request Done 20 October Decide to assess Done 12 November Gather advice Now: 4 of 6 in Decide on a plan By 22 January Draft with family By 5 February Final plan By 19 February',
    );
  });

  it('puts the step we hope for first, and says why the rest cannot be done', async () => {
    const { body } = await get('tamsin', url('ellis'));
    expect(body.match(/class="govuk-button"/g)).toHaveLength(1);
    const page = wordsOf(body);
    expect(page).toContain(
      'Chase the educational psychologist’s advice Breached: 10 working days late',
    );
    expect(page).toContain(
      'Record advice that has arrived Speech and language therapy is due tomorrow.',
    );
    expect(page).toContain(
      'Record that all advice is in Two are missing: educational psychology, speech and language therapy.',
    );
    expect(page).toContain('Marguerite Osei decides.');
  });

  it('shows the same step to the one who may take it', async () => {
    const page = await words('marguerite', url('idris'));
    expect(page).toContain('Tell the family if we will assess At risk: due today');
    expect(page).toContain('Agree to assess');
    expect(await words('tamsin', url('idris'))).toContain(
      'Agree to assess Marguerite Osei decides.',
    );
  });

  it('tracks the advice, one line an adviser', async () => {
    const page = await words('tamsin', url('ellis', '/advice'));
    expect(page).toContain(
      'Community paediatrics 16 November 2026 Mon 28 December 2026 Why? about the advice of Community paediatrics Met late, on 4 January 4 January 2027',
    );
    expect(page).toContain(
      'Breached: 10 working days late Not yet 5 January 2027 Record that it came',
    );
  });

  it('says when a case is closed, and offers nothing', async () => {
    const page = await words('tamsin', url('gwen'));
    expect(page).toContain('EHC needs assessment: request withdrawn');
    expect(page).toContain('This case was closed on Friday 30 October 2026.');
    expect(page).not.toContain('What you can do now');
  });

  it('shows no code of ours on any page of any case', async () => {
    for (const key of Object.keys(given.cases)) {
      for (const section of SECTIONS) {
        const { statusCode, body } = await get('marguerite', url(key, section));
        expect([key, section, statusCode, CODES.exec(wordsOf(body))?.[0]]).toEqual([
          key,
          section,
          200,
          undefined,
        ]);
      }
    }
  });

  it('never puts a child’s name in the title of the page', async () => {
    for (const at of [
      '/my-work',
      '/cases',
      url('ellis'),
      url('ellis', '/why/w20/1'),
      `/children/${given.children['ellis']}`,
    ]) {
      const { body } = await get('tamsin', at);
      expect(/<title>([\s\S]*?)<\/title>/.exec(body)?.[1]).not.toMatch(/Ellis|Marwood/);
    }
  });
});

describe('who may open a case', () => {
  it('is its officer and those above; to others it does not exist', async () => {
    for (const who of ['kit', 'rhys', 'ada']) {
      for (const rest of [...SECTIONS, '/advice', '/do/advice-chased', '/why/w20/1', '/correct/1'])
        expect([who, rest, (await get(who, url('ellis', rest))).statusCode]).toEqual([
          who,
          rest,
          404,
        ]);
    }
    expect((await get('kit', '/cases/EHC-9999')).statusCode).toBe(404);
  });

  it('is its officer and SEND managers only, once the record is restricted', async () => {
    await db.statements.run('', 'UPDATE send_case SET restricted = true WHERE reference = $1', [
      given.cases['caleb'],
    ]);
    expect((await get('tamsin', url('caleb'))).statusCode).toBe(200);
    expect(await words('marguerite', url('caleb'))).toContain('Restricted record');
    expect((await get('kit', url('caleb'))).statusCode).toBe(404);
  });

  it('is written down at every view, with the reason why they may', async () => {
    await get('marguerite', url('nia', '/timeline'));
    const page = await words('tamsin', url('nia', '/who-has-looked'));
    expect(page).toMatch(
      /Marguerite Osei 12 January 2027, [\d:apm]+ timeline Oversees the cases of the council/,
    );
    expect(page).toMatch(/Tamsin Adeyemi 12 January 2027, [\d:apm]+ who has looked Holds the case/);
  });
});

describe('the child’s own school', () => {
  it('sees where the case is and its dates, and nothing that others said', async () => {
    const { statusCode, body } = await get('lorcan', url('ellis'));
    expect(statusCode).toBe(200);
    const page = wordsOf(body);
    expect(page).toContain('EHC needs assessment: day 100 of 140');
    for (const hidden of [
      'Report is drafted',
      'Notes',
      'Whole timeline',
      'Ewa Marwood',
      'Who has looked',
    ])
      expect(page).not.toContain(hidden);
    expect((await get('lorcan', url('ellis', '/dates'))).statusCode).toBe(200);
    for (const rest of [
      '/timeline',
      '/notes',
      '/people',
      '/messages',
      '/who-has-looked',
      '/summary',
      '/advice',
      '/do/advice-chased',
      '/correct/1',
    ]) {
      expect([rest, (await get('lorcan', url('ellis', rest))).statusCode]).toEqual([rest, 403]);
    }
  });
});

describe('why this date', () => {
  it('is answered for every clock of every case', async () => {
    for (const key of Object.keys(given.cases)) {
      const { body } = await get('marguerite', url(key, '/dates'));
      const links = [
        ...new Set(
          [...body.matchAll(/href="(\/cases\/[^"]+\/why\/[^"]+)"/g)].map(([, href = '']) => href),
        ),
      ];
      expect(links.length).toBeGreaterThan(0);
      for (const href of links) {
        const { statusCode, body: why } = await get('marguerite', href);
        expect([
          href,
          statusCode,
          CODES.exec(wordsOf(why).replace(/Rule [A-Z0-9-]+/g, ''))?.[0],
        ]).toEqual([href, 200, undefined]);
        expect(wordsOf(why)).toContain('Worked out again just now: same date.');
      }
    }
  }, 60_000);

  it('names the rule, the facts and the sum', async () => {
    const page = await words('tamsin', url('ellis', '/why/w20/1'));
    expect(page).toContain('Why must the plan be sent by 21 February 2027?');
    expect(page).toContain(
      'It received Ellis’s request on Sunday 4 October 2026, and 20 weeks later is Sunday 21 February 2027.',
    );
    expect(page).toContain('SEND Regulations 2014, regulation 13(2). Rule EHCNA-FINAL-20W');
    expect(page).toContain('+ 20 weeks (140 days)');
    expect(page).toContain(
      'Fernhollow Primary closed 19 December 2026 to 3 January 2027: 16 days. 16 is fewer than 28.',
    );
    expect(page).toContain(
      'Saturday 6 February 2027 Working day: Friday 5 February. Leaves the family 15 days.',
    );
  });

  it('counts back where the rule does, and says from which day of the school year', async () => {
    const page = await words('rhys', url('rafi', '/why/handover_due/1'));
    expect(page).toContain(
      '20 school days before Wednesday 21 July 2027 is Wednesday 23 June 2027.',
    );
    expect(page).toContain('this date is an aim of the council, not law');
  });

  it('is not found for a clock that the case does not have', async () => {
    for (const rest of ['/why/w99/1', '/why/w20/2', '/why/w20/x', '/why/advice_due/1/nobody'])
      expect((await get('tamsin', url('ellis', rest))).statusCode).toBe(404);
  });
});
