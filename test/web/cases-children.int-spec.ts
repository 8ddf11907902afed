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
  for (const who of ['tamsin', 'rhys', 'marguerite', 'kit', 'ada'])
    people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const count = async (table: string) =>
  Number(
    (await db.statements.run<{ n: string }>('', `SELECT count(*) AS n FROM ${table}`, []))[0]?.n,
  );
const SOMEBODY = {
  legalForename: 'Saoirse',
  legalSurname: 'Fenwick',
  'dob-day': '27',
  'dob-month': '3',
  'dob-year': '2016',
  urn: '199001',
};

describe('adding a child', () => {
  it('is told every mistake in plain words, keeps what was typed and writes nothing', async () => {
    const before = await count('child');
    await people['tamsin']!.get('/children/add');
    const { statusCode, body } = await people['tamsin']!.post('/children/add', {
      ...SOMEBODY,
      legalSurname: '',
      'dob-month': '13',
      upn: 'A123',
    });
    const page = wordsOf(body);
    expect(statusCode).toBe(422);
    expect(page).toContain('There is a problem');
    expect(page).toContain('Enter the legal surname');
    expect(body).toContain('value="Saoirse"');
    expect(body).toContain('href="#dob-day"');
    expect(await count('child')).toBe(before);
  });

  it('asks first whether it is a child we know, before anything is written', async () => {
    const before = await count('child');
    await people['tamsin']!.get('/children/add');
    const twin = {
      legalForename: 'Elis',
      legalSurname: 'Marwood',
      'dob-day': '17',
      'dob-month': '5',
      'dob-year': '2018',
      kind: 'ehc-needs-assessment',
    };
    const { statusCode, body } = await people['tamsin']!.post('/children/add', twin);
    expect([statusCode, wordsOf(body).includes('Is it one of these children?')]).toEqual([
      200,
      true,
    ]);
    expect(wordsOf(body)).toContain('Ellis Marwood Born 17 May 2018, Fernhollow Primary.');
    expect(await count('child')).toBe(before);
    const back = await people['tamsin']!.post('/children/add', { ...twin, change: 'yes' });
    expect(back.body).toContain('value="Elis"');
    expect(await count('child')).toBe(before);
    const added = await people['tamsin']!.post('/children/add', { ...twin, sure: 'yes' });
    expect(added.headers['location']).toMatch(
      /^\/children\/[0-9a-f-]+\/open\/ehc-needs-assessment$/,
    );
    expect(await count('child')).toBe(before + 1);
  });

  it('does not show the record of a child that the person may not open', async () => {
    await people['rhys']!.get('/children/add');
    const { body } = await people['rhys']!.post('/children/add', {
      legalForename: 'Ellis',
      legalSurname: 'Marwood',
      'dob-day': '17',
      'dob-month': '5',
      'dob-year': '2018',
    });
    expect(wordsOf(body)).toContain('A record exists.');
    expect(wordsOf(body)).not.toContain('Born 17 May 2018, Fernhollow Primary');
  });

  it('belongs to people who work with cases', async () => {
    for (const at of ['/children/add', '/add-a-case'])
      expect((await people['ada']!.get(at)).statusCode).toBe(403);
  });
});

describe('adding a case', () => {
  it('starts with a look for the child, which says nothing in the address', async () => {
    await people['tamsin']!.get('/add-a-case');
    const { statusCode, body } = await people['tamsin']!.post('/add-a-case', { q: 'Elis Marwod' });
    expect(statusCode).toBe(200);
    expect(wordsOf(body)).toContain('Ellis Marwood');
    const empty = await people['tamsin']!.post('/add-a-case', { q: '' });
    expect([empty.statusCode, wordsOf(empty.body).includes('Enter a name')]).toEqual([422, true]);
  });

  it('opens an EHC request once, and says that there is one when it is asked again', async () => {
    await people['tamsin']!.get('/children/add');
    const added = await people['tamsin']!.post('/children/add', {
      ...SOMEBODY,
      kind: 'ehc-needs-assessment',
    });
    const at = String(added.headers['location']);
    const form = await people['tamsin']!.get(at);
    expect(wordsOf(form.body)).toContain(
      'The clock starts on the day the request reached the council, even on a Sunday.',
    );
    const wrong = await people['tamsin']!.post(at, {
      ...hiddenOf(form.body),
      ...happenedOn('2027-02-30'),
      source: 'parent',
    });
    expect([
      wrong.statusCode,
      wordsOf(wrong.body).includes('How did it come? Select an answer'),
    ]).toEqual([422, true]);
    const answers = {
      ...hiddenOf(form.body),
      ...happenedOn('2027-01-10'),
      source: 'parent',
      channel: 'email',
    };
    const opened = [
      await people['tamsin']!.post(at, answers),
      await people['tamsin']!.post(at, answers),
    ];
    expect(opened.map(({ statusCode, headers }) => [statusCode, headers['location']])).toEqual([
      [303, opened[0]?.headers['location']],
      [303, opened[0]?.headers['location']],
    ]);
    const again = wordsOf((await people['marguerite']!.get(at)).body);
    expect(again).toContain('There is an open case of this kind for this child');
    expect(again).not.toMatch(CODES);
  });
});

describe('a child’s record', () => {
  it('shows who they are, who is around them and their cases, and is logged', async () => {
    const page = wordsOf(
      (await people['tamsin']!.get(`/children/${given.children['ellis']}`)).body,
    );
    expect(page).toContain('Legal name Ellis Marwood');
    expect(page).toContain('EHC needs assessment, EHC-');
    expect(page).toContain('Ewa Marwood Mother');
    const [line] = await db.statements.run(
      '',
      `SELECT 1 FROM access_log WHERE child_id = $1 AND action = 'child.seen'`,
      [given.children['ellis']],
    );
    expect(line).toBeDefined();
  });

  it('is corrected with who did it written down, and stays as it was when something is wrong', async () => {
    const at = `/children/${given.children['ellis']}/edit`;
    const form = await people['tamsin']!.get(at);
    expect(form.body).toContain('value="Marwood"');
    const answers = {
      legalForename: 'Ellis',
      legalSurname: 'Marwoode',
      'dob-day': '17',
      'dob-month': '5',
      'dob-year': '2018',
      urn: '199001',
      ncYear: '4',
      flags: ['medical', 'interpreter'],
    };
    const wrong = await people['tamsin']!.post(at, { ...answers, 'dob-year': '1900' });
    expect(wrong.statusCode).toBe(422);
    const right = await people['tamsin']!.post(at, answers);
    expect([right.statusCode, right.headers['location']]).toEqual([
      303,
      `/children/${given.children['ellis']}`,
    ]);
    const [log] = await db.statements.run(
      '',
      `SELECT 1 FROM access_log WHERE child_id = $1 AND action = 'child.corrected'`,
      [given.children['ellis']],
    );
    expect(log).toBeDefined();
  });

  it('takes contacts, and only its own', async () => {
    const at = `/children/${given.children['ellis']}/contacts/add`;
    await people['tamsin']!.get(at);
    expect((await people['tamsin']!.post(at, { name: '', relation: 'Father' })).statusCode).toBe(
      422,
    );
    expect(
      (await people['tamsin']!.post(at, { name: 'Jan Marwood', relation: 'Father', hasPr: 'yes' }))
        .statusCode,
    ).toBe(303);
    const [other] = await db.statements.run<{ id: string }>(
      '',
      'SELECT id FROM contact WHERE child_id = $1',
      [given.children['rafi']],
    );
    expect(
      (await people['tamsin']!.get(`/children/${given.children['ellis']}/contacts/${other?.id}`))
        .statusCode,
    ).toBe(404);
  });

  it('does not exist for those who may not know of it', async () => {
    for (const rest of ['', '/edit', '/contacts/add', '/open/ehc-needs-assessment'])
      expect(
        (await people['rhys']!.get(`/children/${given.children['ellis']}${rest}`)).statusCode,
      ).toBe(404);
    expect((await people['tamsin']!.get('/children/not-an-id')).statusCode).toBe(404);
  });
});

describe('handing over cases', () => {
  it('gives each chosen case to another officer, with a result for each', async () => {
    const at = `/hand-over?from=${given.tamsin.id}`;
    const form = await people['marguerite']!.get(at);
    expect(wordsOf(form.body)).toContain('Open cases of Tamsin Adeyemi');
    const [kit] = await db.statements.run<{ id: string }>(
      '',
      `SELECT id FROM officer WHERE persona = 'kit'`,
      [],
    );
    const answers = {
      ...hiddenOf(form.body),
      from: given.tamsin.id,
      to: kit?.id ?? '',
      reason: 'Tamsin moves to another team',
      case: [given.cases['ellis'] ?? '', given.cases['idris'] ?? ''],
    };
    const wrong = await people['marguerite']!.post('/hand-over', { ...answers, to: '' });
    expect([wrong.statusCode, wordsOf(wrong.body).includes('Select who takes them')]).toEqual([
      422,
      true,
    ]);
    const { statusCode, body } = await people['marguerite']!.post('/hand-over', answers);
    expect([statusCode, wordsOf(body).includes('2 of 2 cases handed over to Kit Larwood')]).toEqual(
      [200, true],
    );
    expect((await people['kit']!.get(`/cases/${given.cases['ellis']}`)).statusCode).toBe(200);
    expect((await people['tamsin']!.get(`/cases/${given.cases['ellis']}`)).statusCode).toBe(404);
    await people['marguerite']!.get(at);
    await people['marguerite']!.post('/hand-over', answers);
    const rows = await db.statements.run(
      '',
      `SELECT 1 FROM case_event e JOIN send_case c ON c.id = e.case_id WHERE c.reference = $1 AND e.type = 'REALLOCATION_REQUESTED'`,
      [given.cases['ellis']],
    );
    expect(rows).toHaveLength(1);
  });

  it('is for managers', async () => {
    expect((await people['tamsin']!.get('/hand-over')).statusCode).toBe(403);
  });
});
