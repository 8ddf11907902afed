import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Calendars } from '@app/casework';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { anAuthority, WENDMOOR } from '../../../../test/support/given';

const PAGE = '/admin/calendars/closures';

describe('council closure days', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let ash: Browser;
  const isWorkingDay = async (day: string) =>
    (await new Calendars(test.statements).forAuthority(WENDMOOR)).isWorkingDay(day);

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    app = await aWebApp(test.url);
    ash = await new Browser(app).signIn('ash');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('are for administrators', async () => {
    const kit = await new Browser(app).signIn('kit');
    expect((await kit.get(PAGE)).statusCode).toBe(403);
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
    const { statusCode, body } = await ash.post(PAGE, { closures: typed });
    expect(statusCode).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain(typed);
    expect(await isWorkingDay('2026-12-29')).toBe(true);
  });

  it('are no working days once they are saved, and can be taken away again', async () => {
    await ash.get(PAGE);
    await ash.post(PAGE, { closures: '30 December 2026\n29/12/2026' });
    expect((await ash.get(PAGE)).body).toContain('29 December 2026\n30 December 2026');
    expect(await isWorkingDay('2026-12-29')).toBe(false);
    await ash.post(PAGE, { closures: '' });
    expect(await isWorkingDay('2026-12-29')).toBe(true);
  });
});
