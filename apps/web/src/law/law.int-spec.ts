import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../../test/support/given';

const TODAY = '2026-11-23';
const pack = {
  name: 'ACT-2026',
  title: 'An invented Act',
  source: 'invented 2026 c. 1',
  effectiveFrom: '2026-11-01',
  appliesBy: 'trigger',
  changes: [{ rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 2 }],
};

describe('the law in force', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let ash: Browser;
  let moss: Browser;
  let reference: string;
  const packs = () =>
    test.statements.run<Record<string, unknown>>('', 'SELECT * FROM law_pack', []);
  const due = async () => {
    const [row] = await test.statements.run<{ due: string }>(
      '',
      "SELECT due_on AS due FROM clock WHERE code = 'w6'",
      [],
    );
    return row?.due;
  };

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await test.statements.run('', 'INSERT INTO demo_clock (today) VALUES ($1)', [TODAY]);
    await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    await aPersona(test.statements, 'moss', ['send_manager'], { name: 'Moss Idle' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    const officer = await anOfficer(test.statements, 'Wren Hale', ['ehc_officer']);
    const child = await aChild(test.statements);
    const door = aDoor(test.statements, TODAY);
    const made = await aCaseAt(door, officer, 'ehc_needs_assessment', child, [
      ['2026-11-03', 'REQUEST_RECEIVED'],
    ]);
    reference = made.reference;
    app = await aWebApp(test.url);
    ash = await new Browser(app).signIn('ash');
    moss = await new Browser(app).signIn('moss');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('is read by administrators and SEND managers, rule by rule in plain English', async () => {
    const kit = await new Browser(app).signIn('kit');
    expect((await kit.get('/admin/law')).statusCode).toBe(403);
    expect((await ash.get('/admin')).body).toContain('href="/admin/law"');
    const { body } = await moss.get('/admin/law');
    expect(body).toContain('Tell the family whether there will be an assessment.');
    expect(body).toContain('SI 2014/1530 reg 5(1)');
    expect(body).toContain('None is loaded');
    const rule = await moss.get('/admin/law/rules/EHCNA-DECIDE-6W');
    expect(rule.body).toContain('6 weeks');
    expect(rule.body).toContain('A ground excuses. It never moves the date');
    expect((await moss.get('/admin/law/rules/EHCNA-NEVER')).statusCode).toBe(404);
  });

  it.each([
    ['what is no pack', 'Dear sir', 'it is not JSON'],
    ['an unknown rule', JSON.stringify({ ...pack, changes: [{ rule: 'X' }] }), 'no rule X'],
    [
      'a gap',
      JSON.stringify({ ...pack, changes: [{ ...pack.changes[0], effectiveFrom: '2026-12-01' }] }),
      'no law is given from 1 November 2026 to 30 November 2026',
    ],
  ])(
    'refuses %s with what is wrong, keeps what was typed and writes nothing',
    async (_, typed, words) => {
      await ash.get('/admin/law/load');
      const { statusCode, body } = await ash.post('/admin/law/load', { pack: typed });
      expect(statusCode).toBe(422);
      expect(body).toContain(words);
      expect(body).toContain(typed.slice(0, 8).replaceAll('"', '&quot;'));
      expect(await packs()).toEqual([]);
    },
  );

  it('shows what a pack would change, and changes it when a second person approves', async () => {
    await ash.get('/admin/law/load');
    const sent = await ash.post('/admin/law/load', { pack: JSON.stringify(pack) });
    const href = String(sent.headers.location);
    const own = await ash.get(href);
    expect(own.body).toContain('1 of 1 open case would change');
    expect(own.body).toContain('You loaded it, so a second person approves it');
    expect(own.body).not.toContain('value="approved"');
    expect(own.body).not.toContain(`href="/cases/${reference}"`);
    expect((await ash.post(`${href}/decision`, { decision: 'approved' })).body).toContain(
      'second person',
    );
    expect(await due()).toBe('2026-12-15');

    const seen = await moss.get(href);
    expect(seen.body).toContain(`href="/cases/${reference}"`);
    expect(seen.body).toContain('15 December 2026');
    expect(seen.body).toMatch(/17 November 2026.*in time, then overdue/s);
    expect((await moss.post(`${href}/decision`, { decision: 'approved' })).statusCode).toBe(303);
    expect(await due()).toBe('2026-11-17');
    const after = await moss.get(href);
    expect(after.body).toMatch(/Certificate.*Moss Idle, .*Cases taken over.*>1</s);
    expect(after.body).toContain('Approved by Moss Idle');
    const file = await moss.get(`${href}/download`);
    expect(file.body).toContain('15 December 2026,17 November 2026');
    const rule = await moss.get('/admin/law/rules/EHCNA-DECIDE-6W');
    expect(rule.body).toContain('2 weeks in place of 6 weeks');
    await moss.post(`${href}/cases`, {});
    expect((await moss.get(href)).body).toContain('Those cases were looked at again.');
    expect((await moss.get(`/cases/${reference}`)).statusCode).toBe(200);
    expect((await moss.post('/admin/law/packs/none/cases', {})).statusCode).toBe(404);
  });
});
