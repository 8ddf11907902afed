import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../../test/support/given';
import { dayAsTyped } from '../forms/day-field';

const Y6 = '/admin/settings/y6_transition';
const EBSNA = '/admin/settings/ebsna';
const TODAY = '2026-11-23';

describe('the council’s settings', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let ash: Browser;
  let moss: Browser;
  const rows = (sql: string) => test.statements.run<Record<string, unknown>>('', sql, []);
  const packs = () => rows('SELECT * FROM policy_pack ORDER BY pathway, version');

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await test.statements.run('', 'INSERT INTO demo_clock (today) VALUES ($1)', [TODAY]);
    await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    await aPersona(test.statements, 'moss', ['send_manager'], { name: 'Moss Idle' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    app = await aWebApp(test.url);
    ash = await new Browser(app).signIn('ash');
    moss = await new Browser(app).signIn('moss');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('are for administrators and SEND managers, who find them from their first page', async () => {
    const kit = await new Browser(app).signIn('kit');
    expect((await kit.get('/admin/settings')).statusCode).toBe(403);
    expect((await ash.get('/admin')).body).toContain('href="/admin/settings"');
    expect((await moss.get('/my-work')).body).toContain('href="/admin/settings"');
    const { body } = await moss.get('/admin/settings');
    expect(body).toContain('Year 6 transition');
    expect(body).toContain('>EBSNA<');
    expect((await moss.get('/admin/settings/no_such_pathway')).statusCode).toBe(404);
  });

  it.each([
    ['text in a number', { threshold: 'forty' }, 'threshold', 'enter a number'],
    ['a number below its least', { threshold: '-4' }, 'threshold', 'from 1 to 100'],
    ['half a day', { 'clock.screen_sla': '2.5' }, 'clock.screen_sla', 'enter a whole number'],
    [
      'a day that has passed',
      { 'validFrom-year': '2024' },
      'validFrom-day',
      'Enter today or a later',
    ],
    [
      'a day that is none',
      { 'validFrom-day': '31', 'validFrom-month': '2' },
      'validFrom-day',
      'enter a real date',
    ],
    ['no reason', { reason: '' }, 'reason', 'Say why the settings change'],
  ])(
    'refuse %s in words, with what was typed kept and nothing changed',
    async (_, typed, field, words) => {
      await ash.get(`${Y6}/propose`);
      const { statusCode, body } = await ash.post(`${Y6}/propose`, {
        ...dayAsTyped('validFrom', TODAY),
        completeness: '77',
        reason: 'A new panel',
        ...typed,
      });
      expect(statusCode).toBe(422);
      expect(body).toContain(`<a href="#${field}">`);
      expect(body).toContain(words);
      expect(body).toContain('value="77"');
      for (const value of Object.values(typed)) expect(body).toContain(value);
      expect(await packs()).toEqual([]);
    },
  );

  it('are proposed by one person, approved by another, and count for new cases alone', async () => {
    await ash.get(`${Y6}/propose`);
    const proposal = { 'clock.screen_sla': '4', threshold: '', reason: 'To start sooner' };
    const sent = await ash.post(`${Y6}/propose`, {
      ...proposal,
      ...dayAsTyped('validFrom', TODAY),
    });
    expect(sent.headers.location).toBe(Y6);

    const own = await ash.get(Y6);
    expect(own.body).toContain('You proposed it, so a second person approves it');
    expect(own.body).not.toContain('value="approved"');
    const href = /action="(\/admin\/settings\/[^"]+)"/.exec(own.body)?.[1] ?? '';
    const alone = await ash.post(href, { decision: 'approved' });
    expect(alone.statusCode).toBe(422);
    expect(alone.body).toContain('Ask a second person');

    const seen = await moss.get(Y6);
    expect(seen.body).toContain('To start sooner');
    expect(seen.body).toMatch(/Start screening, school days.*>10<.*>4</s);
    expect((await moss.post(href, { decision: 'approved' })).statusCode).toBe(303);

    const after = await moss.get(Y6);
    expect(after.body).toContain('New cases begin under version 1');
    expect(after.body).toContain('0 open cases keep the usual numbers');
    expect(after.body).toContain('Start screening, school days: 4');
    expect(await packs()).toMatchObject([{ numbers: { 'clock.screen_sla': 4 } }]);
    expect((await moss.post(href, { decision: 'refused' })).body).toContain('decided already');
  });

  it('are named on the dates of a case that began under them', async () => {
    const lead = await anOfficer(test.statements, 'Wren Hale', ['transition_lead']);
    const child = await aChild(test.statements);
    const door = aDoor(test.statements, TODAY);
    const { reference } = await aCaseAt(door, lead, 'y6_transition', child, [
      [TODAY, 'NOMINATION_SUBMITTED'],
    ]);
    const { body } = await moss.get(`/cases/${reference}/dates`);
    expect(body).toContain('This case counts by version 1 of the council’s settings');
    const why = await moss.get(/href="([^"]+)"[^>]*>Why/.exec(body)?.[1] ?? '');
    expect(why.body).toContain('Council settings, version 1: 4 school days');
    const answer = (await moss.get(`/api/cases/${reference}`)).body;
    expect(answer).toContain('Council settings, version 1: 4 school days');
  });

  it('give EBSNA the council’s own name, and leave what people typed as it is', async () => {
    await ash.get(`${EBSNA}/propose`);
    const typed = {
      EBSNA: 'EBSA',
      reason: 'Families say EBSNA less',
      ...dayAsTyped('validFrom', TODAY),
    };
    await ash.post(`${EBSNA}/propose`, typed);
    const { body } = await moss.get(EBSNA);
    const href = /action="(\/admin\/settings\/[^"]+)"/.exec(body)?.[1] ?? '';
    await moss.post(href, { decision: 'approved' });

    const list = await moss.get('/admin/settings');
    expect(list.body).toContain('>EBSA<');
    expect((await moss.get(EBSNA)).body).toContain('Families say EBSNA less');
    const childId = await aChild(test.statements);
    const { body: child } = await moss.get(`/children/${childId}`);
    expect(child).toContain('Start an EBSA referral');
    expect(child).not.toContain('EBSNA');
    expect((await new Browser(app).get('/api/docs')).body).not.toContain('\u2060');
  });
});
