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
  for (const who of ['tamsin', 'rhys', 'marguerite', 'lowri'])
    people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const url = (key: string, rest = '') => `/cases/${given.cases[key]}${rest}`;
const versionOf = async (key: string) => {
  const [row] = await db.statements.run<{ version: number }>(
    '',
    'SELECT version FROM send_case WHERE reference = $1',
    [given.cases[key]],
  );
  return row?.version;
};
/** Opens the form of a step and sends it with these answers. */
async function send(
  who: string,
  key: string,
  step: string,
  answers: Record<string, string | string[]>,
) {
  const form = await people[who]!.get(url(key, `/do/${step}`));
  return people[who]!.post(url(key, `/do/${step}`), {
    ...hiddenOf(form.body),
    ...happenedOn(TODAY),
    ...answers,
  });
}

describe('recording a step', () => {
  it('goes back to the case with a sentence, and the timeline tells it', async () => {
    const answer = await send('tamsin', 'ellis', 'advice-chased', {
      adviser: 'ep',
      how: 'phone',
      note: 'Second visit was yesterday.',
    });
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, url('ellis')]);
    const page = wordsOf((await people['tamsin']!.get(url('ellis'))).body);
    expect(page).toContain('Recorded: Advice chased.');
    expect(page).toContain('Advice chased: educational psychology by Tamsin Adeyemi');
    expect(page).toContain('Second visit was yesterday.');
  });

  it('records once when the same form is sent twice', async () => {
    const form = await people['tamsin']!.get(url('ellis', '/do/advice-chased?adviser=slt'));
    expect(form.body).toContain('value="slt" selected');
    const answers = { ...hiddenOf(form.body), ...happenedOn(TODAY), adviser: 'slt', how: 'email' };
    const before = await versionOf('ellis');
    const both = [
      await people['tamsin']!.post(url('ellis', '/do/advice-chased'), answers),
      await people['tamsin']!.post(url('ellis', '/do/advice-chased'), answers),
    ];
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await versionOf('ellis')).toBe((before ?? 0) + 1);
  });

  it('says what is wrong beside the field, keeps what was typed and changes nothing', async () => {
    const before = await versionOf('ellis');
    const { statusCode, body } = await send('tamsin', 'ellis', 'advice-received', {
      adviser: 'ep',
      gapAccepted: 'Sleep is not covered',
      'occurredOn-month': '13',
    });
    const page = wordsOf(body);
    expect(statusCode).toBe(422);
    expect(page).toContain('There is a problem');
    expect(page).toContain('How good is it? Select an answer');
    expect(page).toContain('enter a real date, like 27 3 2026');
    expect(body).toContain('value="Sleep is not covered"');
    expect(body).toMatch(/<title>\s*Error: /);
    expect(await versionOf('ellis')).toBe(before);
  });

  it.each([
    ['2027-01-13', 'must be today or earlier'],
    ['2026-10-01', 'must be 13 November 2026 or later. A manager can record'],
  ])('refuses %s as the day it happened', async (day, sentence) => {
    const { statusCode, body } = await send('tamsin', 'ellis', 'advice-chased', {
      adviser: 'ep',
      how: 'phone',
      ...happenedOn(day),
    });
    expect([statusCode, wordsOf(body).includes(sentence)]).toEqual([422, true]);
  });

  it('sends those whose role it is not to the people whose it is', async () => {
    const form = await people['tamsin']!.get(url('idris', '/do/agreed-to-assess'));
    expect([form.statusCode, wordsOf(form.body).includes('You cannot agree to assess')]).toEqual([
      403,
      true,
    ]);
    expect(wordsOf(form.body)).toContain('Marguerite Osei (decision maker)');
    expect(
      (
        await people['tamsin']!.post(url('idris', '/do/agreed-to-assess'), {
          advisers: 'school',
          ...happenedOn(TODAY),
        })
      ).statusCode,
    ).toBe(403);
  });

  it('knows no steps but those of the pathway', async () => {
    for (const step of [
      'request-received',
      'nothing',
      'screening-started',
      '__proto__',
      'constructor',
    ])
      expect((await people['tamsin']!.get(url('ellis', `/do/${step}`))).statusCode).toBe(404);
  });
});

describe('a step that cannot be recorded yet', () => {
  it('says what is missing, who has it, what else can be done and what it means for the dates', async () => {
    const { statusCode, body } = await people['tamsin']!.get(url('ellis', '/do/advice-complete'));
    const page = wordsOf(body);
    expect(statusCode).toBe(200);
    expect(page).toContain('You cannot record that all advice is in yet');
    expect(page).toContain(
      'Two are missing: educational psychology, speech and language therapy. Nothing was changed .',
    );
    expect(page).toContain('Chase it : Educational psychology');
    expect(page).toContain('Record that it came : Speech and language therapy');
    expect(page).toContain('Ask Marguerite Osei to go ahead without it');
    expect(page).toContain('The final plan date does not move: Sunday 21 February 2027');
    expect(page).toContain('Already in Family’s views 27 November 2026');
  });

  it('is a page of its own when it was sent, with everything typed kept', async () => {
    const before = await versionOf('ellis');
    const form = await people['tamsin']!.get(
      url('ellis', '/do/advice-complete?basis=missing_recorded'),
    );
    const answers = {
      ...hiddenOf(form.body),
      ...happenedOn(TODAY),
      basis: 'missing_recorded',
      missingReason: 'The psychologist says the report is drafted.',
    };
    const { statusCode, body } = await people['tamsin']!.post(
      url('ellis', '/do/advice-complete'),
      answers,
    );
    const page = wordsOf(body);
    expect(statusCode).toBe(422);
    expect(page).toContain(
      'Only the decision maker may go on without advice, and must say why. Nothing was changed',
    );
    expect(page).toContain('“The psychologist says the report is drafted.”');
    expect(page).not.toMatch(CODES);
    expect(await versionOf('ellis')).toBe(before);

    const again = await people['tamsin']!.get(url('ellis', '/do/advice-complete?form=open'));
    expect(again.body).toContain('The psychologist says the report is drafted.</textarea>');
    expect(wordsOf(again.body)).toContain(
      'What you typed on 12 January 2027 and did not record is filled in.',
    );
  });

  it('can be saved as a note, or thrown away', async () => {
    const saved = await people['tamsin']!.post(url('ellis', '/do/advice-complete/draft'), {
      keep: 'note',
    });
    expect(saved.headers['location']).toBe(url('ellis'));
    expect(wordsOf((await people['tamsin']!.get(url('ellis', '/notes'))).body)).toContain(
      'The psychologist says the report is drafted. Tamsin Adeyemi, 12 January 2027',
    );
    const clean = await people['tamsin']!.get(url('ellis', '/do/advice-complete?form=open'));
    expect(clean.body).not.toContain('The psychologist says');
  });

  it('lets the decision maker go on with a reason', async () => {
    const page = wordsOf(
      (await people['marguerite']!.get(url('ellis', '/do/advice-complete'))).body,
    );
    expect(page).toContain('Go ahead without it');
  });

  it('explains a lawful excuse that its dates do not bear out, and names the date', async () => {
    const { statusCode, body } = await send('tamsin', 'ellis', 'exception-claimed', {
      category: 'absent',
      evidence: 'Flight tickets',
      'absentFrom-day': '20',
      'absentFrom-month': '12',
      'absentFrom-year': '2026',
      'absentTo-day': '3',
      'absentTo-month': '1',
      'absentTo-year': '2027',
    });
    expect(statusCode).toBe(422);
    expect(wordsOf(body)).toContain('15 days in a row inside the 20 weeks');
    expect(wordsOf(body)).toContain('The ground needs at least 28');
  });
});

describe('two officers at once', () => {
  it('lets one win, and shows the other who did what, with their answers ready to send again', async () => {
    const hers = await people['marguerite']!.get(url('caleb', '/do/advice-received'));
    await send('tamsin', 'caleb', 'advice-received', { adviser: 'school', quality: 'good' });
    const before = await versionOf('caleb');
    const mine = {
      ...hiddenOf(hers.body),
      ...happenedOn(TODAY),
      adviser: 'ep',
      quality: 'gaps',
      gapAccepted: 'No classroom observation',
    };
    const { statusCode, body } = await people['marguerite']!.post(
      url('caleb', '/do/advice-received'),
      mine,
    );
    const page = wordsOf(body);
    expect(statusCode).toBe(409);
    expect(page).toContain('Somebody else changed this case first');
    expect(page).toContain('this was recorded by Tamsin Adeyemi');
    expect(page).toContain('Advice arrived: school or nursery');
    expect(body).toContain('value="No classroom observation"');
    expect(await versionOf('caleb')).toBe(before);

    const again = await people['marguerite']!.post(url('caleb', '/do/advice-received'), {
      ...mine,
      ...hiddenOf(body),
    });
    expect(again.statusCode).toBe(303);
    expect(await versionOf('caleb')).toBe((before ?? 0) + 1);
  });
});

describe('correcting a date or fact', () => {
  it('leaves the old words standing, struck through, and works the dates out again', async () => {
    const form = await people['tamsin']!.get(url('nia', '/correct/1'));
    expect(form.body).toMatch(/name="occurredOn-day"[^>]*value="15"/);
    const answers = {
      ...hiddenOf(form.body),
      source: 'parent',
      channel: 'email',
      ...happenedOn('2026-09-14'),
      reason: 'The e-mail shows the day before',
    };
    const { statusCode, headers } = await people['tamsin']!.post(url('nia', '/correct/1'), answers);
    expect([statusCode, headers['location']]).toEqual([303, url('nia', '/timeline')]);
    const { body } = await people['tamsin']!.get(url('nia', '/timeline'));
    expect(body).toContain('<del>15 September 2026</del> <ins>14 September 2026</ins>');
    expect(wordsOf(body)).toMatch(
      /Corrected by Tamsin Adeyemi on 12 January 2027: The e-mail shows the day before\. \d dates were worked out again/,
    );
    expect(wordsOf(body)).not.toMatch(CODES);
    expect(wordsOf((await people['tamsin']!.get(url('nia'))).body)).toContain(
      'Monday 1 February 2027',
    );
  });

  it('needs a reason and a difference, and says so beside what was typed', async () => {
    const form = await people['tamsin']!.get(url('nia', '/correct/1'));
    const same = {
      ...hiddenOf(form.body),
      source: 'parent',
      channel: 'email',
      ...happenedOn('2026-09-14'),
    };
    const without = await people['tamsin']!.post(url('nia', '/correct/1'), same);
    expect([
      without.statusCode,
      wordsOf(without.body).includes('Say why this is corrected'),
    ]).toEqual([422, true]);
    const nothing = await people['tamsin']!.post(url('nia', '/correct/1'), {
      ...same,
      reason: 'I was not sure',
    });
    expect([
      nothing.statusCode,
      wordsOf(nothing.body).includes('Nothing is different from what is recorded'),
    ]).toEqual([422, true]);
    expect(nothing.body).toContain('value="I was not sure"');
  });
});

describe('the vulnerability score', () => {
  const WORKED = {
    attendance: '88.4',
    suspensions: 'two',
    sen: 'support',
    need: 'yes',
    family: 'early_help',
    moves: ['alone'],
    teacher: '9',
    concerns: 'q4',
    services: 'two',
    events: ['carer'],
  };

  it('is added up by the server as often as one likes, and recorded when it is confirmed', async () => {
    const before = await versionOf('mabel');
    const sum = await send('rhys', 'mabel', 'score-confirmed', { ...WORKED, act: 'sum' });
    expect([
      sum.statusCode,
      wordsOf(sum.body).includes('58 of 100 points, which is 58 of 100'),
    ]).toEqual([200, true]);
    expect(await versionOf('mabel')).toBe(before);
    const done = await send('rhys', 'mabel', 'score-confirmed', { ...WORKED, act: 'confirm' });
    expect(done.statusCode).toBe(303);
    const [event] = await db.statements.run<{ payload: object }>(
      '',
      `SELECT payload FROM case_event e JOIN send_case c ON c.id = e.case_id WHERE c.reference = $1 AND e.type = 'SCORE_CONFIRMED'`,
      [given.cases['mabel']],
    );
    expect(event?.payload).toEqual({
      tvs: 58,
      completeness: 100,
      items: { A: 10, B: 12, C: 8, D: 3, E: 3, F: 8, G: 10, H: 3, I: 1 },
    });
  });
});

describe('notes and tasks', () => {
  it('adds a note, and says what is wrong with an empty one', async () => {
    await people['tamsin']!.get(url('ellis', '/notes'));
    const empty = await people['tamsin']!.post(url('ellis', '/notes'), { text: '  ' });
    expect([empty.statusCode, wordsOf(empty.body).includes('Enter the note')]).toEqual([422, true]);
    await people['tamsin']!.post(url('ellis', '/notes'), {
      text: 'Mum prefers <b>calls</b> after 3pm',
    });
    const { body } = await people['tamsin']!.get(url('ellis', '/notes'));
    expect(body).toContain('Mum prefers &lt;b&gt;calls&lt;/b&gt; after 3pm');
  });

  it('shows a task with its reason and takes it as done once', async () => {
    await send('rhys', 'jonah', 'school-changed', {
      toUrn: '199020',
      'changedOn-day': '11',
      'changedOn-month': '1',
      'changedOn-year': '2027',
      registrationType: 'single',
    });
    const { body } = await people['rhys']!.get(url('jonah'));
    const href = /href="(\/cases\/[^"]+\/tasks\/[^"]+)"/.exec(body)?.[1] ?? '';
    const page = wordsOf((await people['rhys']!.get(href)).body);
    expect(page).toContain(
      'End the old school’s access to this case The child has changed school.',
    );
    expect(
      (await people['rhys']!.post(href, { outcome: 'Asked on the telephone' })).statusCode,
    ).toBe(303);
    expect(wordsOf((await people['rhys']!.get(url('jonah'))).body)).toContain('The task is done.');
    await people['rhys']!.get(href);
    await people['rhys']!.post(href, { outcome: 'Again' });
    expect(wordsOf((await people['rhys']!.get(href)).body)).toContain('Asked on the telephone');
    expect(
      (await people['rhys']!.get(url('jonah', '/tasks/00000000-0000-0000-0000-000000000000')))
        .statusCode,
    ).toBe(404);
  });
});
