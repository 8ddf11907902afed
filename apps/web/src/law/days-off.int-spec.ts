import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Calendars } from '@app/casework';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import shipped from '../../../../libs/statutory-calendar/src/data/bank-holidays.json';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  WENDMOOR,
} from '../../../../test/support/given';

const PAGE = '/admin/days-off';
const CLOSURES = `${PAGE}/closures`;

describe('days that are no working days', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let ash: Browser;
  let moss: Browser;
  const isWorkingDay = async (day: string) =>
    (await new Calendars(test.statements).forAuthority(WENDMOOR)).isWorkingDay(day);

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    await aPersona(test.statements, 'moss', ['send_manager'], { name: 'Moss Idle' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    const lead = await anOfficer(test.statements, 'Wren Hale', ['transition_lead']);
    await aCaseAt(
      aDoor(test.statements, '2026-12-23'),
      lead,
      'y6_transition',
      await aChild(test.statements),
      [['2026-12-23', 'NOMINATION_SUBMITTED']],
    );
    app = await aWebApp(test.url);
    ash = await new Browser(app).signIn('ash');
    moss = await new Browser(app).signIn('moss');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('are for administrators and SEND managers', async () => {
    const kit = await new Browser(app).signIn('kit');
    expect((await kit.get(PAGE)).statusCode).toBe(403);
    expect((await moss.get(PAGE)).statusCode).toBe(200);
    expect((await ash.get('/admin/calendars')).body).toContain(`href="${PAGE}"`);
  });

  it.each([
    ['what is no day', '29 December 2026\nChristmas', 'Line 2'],
    [
      'a day twice',
      '29 December 2026\n29 December 2026',
      'Tuesday 29 December 2026 is entered twice',
    ],
    ['a weekend', '26 December 2026', 'Saturday 26 December 2026 is no working day anyway'],
  ])('refuse %s, keep what was typed and change nothing', async (_, typed, words) => {
    await ash.get(PAGE);
    const { statusCode, body } = await ash.post(CLOSURES, {
      closures: typed,
      closuresReason: 'Christmas',
    });
    expect(statusCode).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain(typed);
    expect(await isWorkingDay('2026-12-29')).toBe(true);
  });

  const propose = async (closures: string) => {
    await ash.get(PAGE);
    const sent = await ash.post(CLOSURES, { closures, closuresReason: 'Christmas week' });
    return String(sent.headers.location);
  };
  const approve = async (href: string) => {
    await moss.get(href);
    return moss.post(`${href}/decision`, { decision: 'approved' });
  };

  it('count once a second person approves them, who sees which open dates they touch', async () => {
    const href = await propose('30 December 2026\n29/12/2026');
    expect((await ash.get(href)).body).not.toContain('value="approved"');
    expect((await ash.post(`${href}/decision`, { decision: 'approved' })).body).toContain(
      'second person',
    );
    expect(await isWorkingDay('2026-12-29')).toBe(true);
    const { body } = await moss.get(href);
    expect(body).toContain('Added: Tuesday 29 December 2026');
    expect(body).toMatch(/1 open date would fall on another day/);
    expect((await ash.post(CLOSURES, { closures: '', closuresReason: 'x' })).body).toContain(
      'nothing to approve',
    );
    await approve(href);
    expect(await isWorkingDay('2026-12-29')).toBe(false);
    expect((await moss.get(PAGE)).body).toMatch(/Christmas week.*Approved by Moss Idle/s);
    await approve(await propose(''));
    expect(await isWorkingDay('2026-12-29')).toBe(true);
  });

  it('come from the file of the government, and one that is none is refused with what is wrong', async () => {
    await ash.get(PAGE);
    const send = (list: unknown) =>
      ash.upload(`${PAGE}/bank-holidays`, 'list', JSON.stringify(list), { holidaysReason: 'New' });
    expect((await send({ scotland: {} })).body).toContain('not the government’s list');
    const events = [...shipped['england-and-wales'].events];
    events.push({ ...events[0]!, title: 'A day of thanks', date: '2026-12-30' });
    const sent = await send({ 'england-and-wales': { events } });
    expect(sent.statusCode).toBe(303);
    await approve(String(sent.headers.location));
    expect(await isWorkingDay('2026-12-30')).toBe(false);
    expect((await moss.get(PAGE)).body).toContain('A day of thanks');
  });
});
