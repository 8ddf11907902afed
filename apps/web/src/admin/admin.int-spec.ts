import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { anAuthority } from '../../../../test/support/given';

describe('an administrator', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let ash: Browser;
  let ashId: string;
  const rows = (sql: string, values: unknown[] = []) =>
    test.statements.run<Record<string, unknown>>('', sql, values);

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await anAuthority(test.statements, '900');
    ashId = await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    await aPersona(test.statements, 'far', ['ehc_officer'], { name: 'Far Away', authority: '900' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    app = await aWebApp(test.url);
    ash = await new Browser(app).signIn('ash');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('adds an officer, who can sign in with the password that is shown once', async () => {
    await ash.get('/admin/officers/add');
    const { body } = await ash.post('/admin/officers/add', {
      name: 'Owen Prys',
      email: 'owen@example.org',
      roles: ['ehc_officer', 'saso'],
    });
    const password = /cw-box__big">([a-z-]+)</.exec(body)?.[1] ?? '';
    expect(password).toMatch(/^[a-z]+(-[a-z]+){4}$/);
    const owen = new Browser(app);
    await owen.get('/sign-in');
    expect((await owen.post('/sign-in', { email: 'owen@example.org', password })).statusCode).toBe(
      303,
    );
    expect((await ash.get('/admin/officers')).body).toContain(
      'EHC case officer, School attendance support officer',
    );
    expect(await rows("SELECT 1 FROM access_log WHERE action = 'added an officer'")).toHaveLength(
      1,
    );
  });

  it('is told what is wrong, with everything typed kept and nothing changed', async () => {
    const before = await rows('SELECT count(*) FROM officer');
    await ash.get('/admin/officers/add');
    const { statusCode, body } = await ash.post('/admin/officers/add', {
      name: 'Zed',
      email: 'ash@example.org',
      roles: ['school_senco', 'made_up'],
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('Select the school of a school SENCO');
    expect(body).toContain('value="Zed"');
    expect(body).toMatch(/value="school_senco" checked/);
    const taken = await ash.post('/admin/officers/add', {
      name: 'Zed',
      email: 'ASH@example.org',
      roles: ['saso'],
    });
    expect(taken.body).toContain('Somebody has this e-mail address already');
    expect(await rows('SELECT count(*) FROM officer')).toEqual(before);
  });

  it('changes roles and closes accounts of others, never their own', async () => {
    const [kit] = await rows("SELECT id, email FROM officer WHERE persona = 'kit'");
    const kitThere = await new Browser(app).signIn('kit');
    const url = `/admin/officers/${String(kit?.['id'])}`;
    await ash.get(url);
    await ash.post(url, {
      name: 'Kit Larwood',
      email: String(kit?.['email']),
      roles: 'send_manager',
      active: 'no',
    });
    expect(await rows("SELECT roles, active FROM officer WHERE persona = 'kit'")).toEqual([
      { roles: ['send_manager'], active: false },
    ]);
    expect((await kitThere.get('/account')).statusCode).toBe(303);

    const self = await ash.post(`/admin/officers/${ashId}`, {
      name: 'Ash Kerr',
      email: 'ash@example.org',
      roles: ['administrator', 'send_manager'],
    });
    expect([self.statusCode, self.body.includes('Nobody changes their own roles')]).toEqual([
      422,
      true,
    ]);
    expect(await rows("SELECT roles FROM officer WHERE persona = 'ash'")).toEqual([
      { roles: ['administrator'] },
    ]);
  });

  it('never sees or changes an officer of another council', async () => {
    const [far] = await rows("SELECT id FROM officer WHERE persona = 'far'");
    const url = `/admin/officers/${String(far?.['id'])}`;
    expect((await ash.get(url)).statusCode).toBe(404);
    await ash.get('/admin/officers/add');
    expect(
      (await ash.post(url, { name: 'X', email: 'x@example.org', roles: 'saso' })).statusCode,
    ).toBe(404);
    expect((await ash.get('/admin/officers/not-an-id')).statusCode).toBe(404);
    expect((await ash.get('/admin/officers')).body).not.toContain('Far Away');
  });

  it('adds a team once', async () => {
    await ash.get('/admin/teams');
    expect((await ash.post('/admin/teams', { name: 'North team' })).statusCode).toBe(303);
    expect((await ash.post('/admin/teams', { name: 'north TEAM' })).body).toContain(
      'There is a team of this name already',
    );
    expect((await ash.post('/admin/teams', { name: ' ' })).body).toContain(
      'Enter the name of the team',
    );
    expect((await ash.get('/admin/teams')).body).toContain('North team');
  });

  it('loads term dates, and is told the line that is wrong', async () => {
    const [calendar] = await rows("SELECT id FROM school_calendar WHERE authority = '899'");
    const url = `/admin/calendars/${String(calendar?.['id'])}`;
    expect((await ash.get(url)).body).toMatch(/\d+ \w+ \d{4} to \d+ \w+ \d{4}/);
    const wrong = await ash.post(url, {
      terms: '4 September 2026 to 31 September 2026',
      inset: '',
    });
    expect([
      wrong.statusCode,
      wrong.body.includes('Line 1: “31 September 2026” is not a real date'),
    ]).toEqual([422, true]);
    expect(wrong.body).toContain('4 September 2026 to 31 September 2026</textarea>');
    const overlapping = await ash.post(url, {
      terms: '1 September 2026 to 23 October 2026\n20 October 2026 to 18 December 2026',
    });
    expect(overlapping.body).toContain('overlaps');
    await ash.post(url, {
      terms: '1 September 2026 to 23 October 2026',
      inset: '28 September 2026',
    });
    expect(await rows("SELECT terms, inset FROM school_calendar WHERE authority = '899'")).toEqual([
      { terms: [['2026-09-01', '2026-10-23']], inset: ['2026-09-28'] },
    ]);
  });

  it('is warned where terms end within 60 days', async () => {
    await rows(
      `UPDATE school_calendar SET terms = '[["2020-09-01","2020-10-23"]]' WHERE authority = '899'`,
    );
    expect((await ash.get('/admin')).body).toContain(
      'Term dates are loaded only to 23 October 2020',
    );
  });

  it('of a demonstration moves its day, within two years, and back', async () => {
    expect((await ash.get('/demo-clock')).statusCode).toBe(200);
    const wrong = await ash.post('/demo-clock', {
      'day-day': '31',
      'day-month': '2',
      'day-year': '2027',
    });
    expect([wrong.statusCode, wrong.body.includes('enter a real date')]).toEqual([422, true]);
    expect(
      (await ash.post('/demo-clock', { 'day-day': '1', 'day-month': '1', 'day-year': '2050' }))
        .body,
    ).toContain('within about two years');
    await ash.post('/demo-clock', { step: '28' });
    expect((await ash.get('/demo-clock')).body).toContain('Back to the real day');
    expect((await ash.get('/account')).body).toContain('Demo clock:');
    await ash.get('/demo-clock');
    await ash.post('/demo-clock', { step: 'today' });
    expect((await ash.get('/account')).body).not.toContain('Demo clock:');
  });

  it('finds no such clock where records are real', async () => {
    await rows("UPDATE authority SET is_demo = false WHERE code = '899'");
    const real = await aWebApp(test.url);
    const there = new Browser(real);
    there.cookies.set('causeway', ash.cookies.get('causeway') ?? '');
    expect((await there.get('/demo-clock')).statusCode).toBe(404);
    await real.close();
    await rows("UPDATE authority SET is_demo = true WHERE code = '899'");
  });
});
