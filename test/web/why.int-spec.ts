import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import {
  aCaseload,
  type Caseload,
  CODES,
  happenedOn,
  hiddenOf,
  TODAY,
  wordsOf,
} from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
let given: Caseload;
const people: Record<string, Browser> = {};

beforeAll(async () => {
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  for (const who of ['tamsin', 'marguerite', 'kit', 'lorcan'])
    people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const get = (who: string, at: string) => people[who]!.get(at);
const idOf = (key: string, rest: string) => `${given.cases[key]}.${rest}`;
const whyOf = async (who: string, id: string) => {
  const { statusCode, body } = await get(who, `/api/deadlines/${id}/why`);
  return { statusCode, body: JSON.parse(body) as Record<string, unknown> };
};
const looks = (page: string) =>
  db.statements.run('', 'SELECT 1 FROM access_log WHERE page = $1', [page]);

describe('why a date is what it is, for programs', () => {
  it('says rule, sum, trigger, calendar, exceptions and what hangs on it', async () => {
    const { statusCode, body } = await whyOf('tamsin', idOf('ellis', 'w20.1'));
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({
      id: idOf('ellis', 'w20.1'),
      label: 'Final plan sent',
      date: '2027-02-21',
      lastWorkingDayBefore: '2027-02-19',
      status: 'open',
      basis: 'statutory',
      rule: {
        code: 'EHCNA-FINAL-20W',
        source: 'SEND Regulations 2014, regulation 13(2)',
        version: 'ENG-SEND-2014',
      },
      operator: 'withinWeeks',
      number: 20,
      unit: 'CW',
      countsFrom: '2026-10-04',
      trigger: { event: 'REQUEST_RECEIVED', occurredOn: '2026-10-04' },
      moved: [],
      recomputed: { date: '2027-02-21', same: true },
    });
    expect(body['exceptions']).toContainEqual(
      expect.objectContaining({
        code: 'school_closed',
        dates: expect.stringContaining('16 is fewer than 28') as string,
        answer: 'Does not apply',
      }),
    );
    expect(body['dependants']).toContainEqual({
      id: idOf('ellis', 'draft_by.1'),
      label: 'Last safe day for the draft',
      date: '2027-02-06',
    });
    expect(JSON.stringify(body['dependants'])).not.toContain('advice_due');
    expect(JSON.stringify(body['trigger'])).not.toMatch(/Tamsin|Marguerite/);
  });

  it('gives every id in the answer of a case, and each of them opens', async () => {
    const { body } = await get('tamsin', `/api/cases/${given.cases['ellis']}`);
    const { clocks } = JSON.parse(body) as { clocks: { id: string; dueOn: string }[] };
    expect(clocks.length).toBeGreaterThan(5);
    for (const { id, dueOn } of clocks) {
      const why = await whyOf('tamsin', id);
      expect([id, why.statusCode, why.body['date']]).toEqual([id, 200, dueOn]);
    }
  });

  it('is not there for a case or a date that is not theirs, and tells a school less', async () => {
    const id = idOf('ellis', 'w20.1');
    expect((await whyOf('kit', id)).statusCode).toBe(404);
    for (const bad of ['w20.1', 'EHC-9.w20.1', idOf('ellis', 'w99.1'), idOf('ellis', 'w20.0')])
      expect([bad, (await whyOf('tamsin', bad)).statusCode]).toEqual([bad, 404]);
    const school = await whyOf('lorcan', id);
    expect(school).toMatchObject({ statusCode: 200, body: { date: '2027-02-21', exceptions: [] } });
    expect(school.body['trigger']).toEqual({ event: 'REQUEST_RECEIVED', occurredOn: '2026-10-04' });
  });

  it('is written down as a look at the record', async () => {
    const before = (await looks('api, why this date')).length;
    await whyOf('marguerite', idOf('nia', 'w20.1'));
    expect(await looks('api, why this date')).toHaveLength(before + 1);
  });

  it('stands in the document of the interface', async () => {
    const { body } = await get('tamsin', '/api/docs/json');
    expect(body).toContain('/api/deadlines/{id}/why');
  });
});

describe('a date as a letter', () => {
  const letter = (key: string, format: string) =>
    `/cases/${given.cases[key]}/date-letter/w20.1/${format}`;

  it.each([
    ['word', 'wordprocessingml', 'docx', 'PK'],
    ['pdf', 'application/pdf', 'pdf', '%PDF'],
  ])('can be taken for %s, and that is written down', async (format, type, ending, opens) => {
    const before = (await looks('letter about a date')).length;
    const { statusCode, headers, rawPayload } = await get('tamsin', letter('ellis', format));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain(type);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="why-this-date-${given.cases['ellis']}.${ending}"`,
    );
    expect(rawPayload.toString('latin1')).toMatch(new RegExp(`^${opens}`));
    expect(await looks('letter about a date')).toHaveLength(before + 1);
  });

  it('is not for the school, nor for others, nor in another format', async () => {
    expect((await get('lorcan', letter('ellis', 'pdf'))).statusCode).toBe(403);
    expect((await get('kit', letter('ellis', 'pdf'))).statusCode).toBe(404);
    expect((await get('tamsin', letter('ellis', 'html'))).statusCode).toBe(404);
  });
});

describe('a date whose facts were corrected', () => {
  it('keeps who moved it, when, why, and what it was before', async () => {
    const at = `/cases/${given.cases['nia']}/correct/1`;
    const form = await get('tamsin', at);
    await people['tamsin']!.post(at, {
      ...hiddenOf(form.body),
      source: 'parent',
      channel: 'email',
      ...happenedOn('2026-09-14'),
      reason: 'The e-mail shows the day before',
    });
    const page = wordsOf((await get('tamsin', `/cases/${given.cases['nia']}/why/w20/1`)).body);
    expect(page).toContain(
      'Moved on 12 January 2027 by Tamsin Adeyemi, because: The e-mail shows the day before. Before, it was Tuesday 2 February 2027.',
    );
    expect(page).toContain('Worked out again just now: same date.');
    expect(page).toContain(
      'We corrected it on 12 January 2027. Before that we had it as Tuesday 2 February 2027.',
    );
    expect(page).toContain('The law: SEND Regulations 2014, regulation 13(2).');
    const { body } = await whyOf('tamsin', idOf('nia', 'w20.1'));
    expect(body).toMatchObject({
      date: '2027-02-01',
      moved: [
        {
          on: TODAY,
          from: '2027-02-02',
          to: '2027-02-01',
          reason: 'The e-mail shows the day before',
        },
      ],
      recomputed: { same: true },
    });
  });
});

describe('what if', () => {
  const ask = async (query: string) => {
    const { statusCode, body } = await get('kit', `/what-if${query}`);
    return { statusCode, body, page: wordsOf(body) };
  };

  it('is open to every officer, and asks for days alone', async () => {
    const { statusCode, page, body } = await ask('');
    expect(statusCode).toBe(200);
    expect(page).toContain('Nothing is kept, and no case changes.');
    expect(body).not.toContain('Last safe day of each step');
    expect(body).not.toMatch(/name="(name|child|reference)"/);
  });

  it('says if week 20 can still be met, and the last safe day of each step', async () => {
    const { statusCode, page } = await ask(
      '?about=assessment&received=13+November+2026&advice=2%2F2%2F2027',
    );
    expect(statusCode).toBe(200);
    expect(page).toContain(
      'Week 20 can still be met if the draft is with the family by Thursday 18 March 2027.',
    );
    expect(page).toContain('Decision to issue a plan None 4 March 2027');
    expect(page).toContain('Family away Reg 13(3), 10(4)(d)');
    expect(page).not.toMatch(CODES);
  });

  it('answers for a review', async () => {
    const { page } = await ask('?about=review&concluded=30+6+2026&kind=school&move=1+9+2027');
    expect(page).toContain('The plan must name the next place by Friday 12 February 2027');
    expect(page).toContain('The law knows no excuse for a late review.');
  });

  it('refuses days that contradict each other, and keeps what was typed', async () => {
    const { statusCode, page, body } = await ask(
      '?about=assessment&received=13+November+2026&decided=3+November+2026',
    );
    expect(statusCode).toBe(422);
    expect(page).toContain(
      'Family told that we will assess: 3 November 2026 is before “Request received” on 13 November 2026. Change one of them',
    );
    expect(body).toContain('value="3 November 2026"');
    const bad = await ask('?about=assessment&received=31+2+2026');
    expect([bad.statusCode, bad.body.includes('value="31 2 2026"')]).toEqual([422, true]);
  });
});
