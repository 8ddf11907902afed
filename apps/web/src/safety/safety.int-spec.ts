import { pathwayNamed, type Role, ROLES } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { aChild, aDoor, anAuthority, anOfficer } from '../../../../test/support/given';
import { RouteRegistry } from '../policy/route-registry';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the server keeps itself safe', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let kit: Browser;

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await aPersona(test.statements, 'kit', ['ehc_officer']);
    await aPersona(test.statements, 'ash', ['administrator']);
    app = await aWebApp(test.url);
    kit = await new Browser(app).signIn('kit');
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('tells a browser with every answer, errors included, what it may load and keep', async () => {
    for (const url of ['/sign-in', '/nowhere', '/account', '/admin']) {
      const { headers } = await kit.get(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as string,
      });
    }
  });

  it('writes no style and no script into a page', async () => {
    for (const url of ['/sign-in', '/account', '/help', '/nowhere']) {
      const { body } = await kit.get(url);
      expect(body).not.toMatch(
        /\sstyle=|<style|<script(?! type="module" src="\/assets\/)|\son[a-z]+=|javascript:/i,
      );
    }
  });

  it('opens nothing to people who are not signed in but what says so itself', async () => {
    const open = app
      .get(RouteRegistry)
      .all()
      .filter(({ policy }) => policy?.public);
    expect([...new Set(open.map(({ url }) => url))].sort()).toEqual([
      '/',
      '/accent.css',
      '/accessibility',
      '/answer/:token', // a member without an account: the address works once, and tells of no child
      '/api/docs',
      '/api/docs/json',
      '/assets/*',
      '/calendar/:file', // a calendar cannot sign in: the address itself is the secret, and it names nobody
      '/cookies',
      '/health/live',
      '/health/ready',
      '/help',
      '/privacy',
      '/sign-in',
    ]);
    for (const { method, url } of app
      .get(RouteRegistry)
      .all()
      .filter(({ policy }) => !policy?.public)) {
      const sent = { method: method as 'GET', url: url.replaceAll(/:\w+/g, 'x') };
      const { statusCode, headers } = await app.inject({
        ...sent,
        headers: { accept: 'text/html' },
      });
      const told = url.startsWith('/api/')
        ? statusCode === 401
        : headers['location'] === '/sign-in';
      expect([method, url, told]).toEqual([method, url, true]);
    }
  });

  it('refuses a page that a person’s roles do not open, in words', async () => {
    const { statusCode, body } = await kit.get('/admin');
    expect(statusCode).toBe(403);
    expect(body).toContain('You would need a role that may look after this installation');
    const program = await kit.get('/admin', { accept: 'application/json' });
    expect(program.json()).toMatchObject({ error: 'You cannot open this' });
  });

  it.each([
    ['no token', { _csrf: '' }, {}],
    ['another person’s token', { _csrf: 'c2FsdA.c2lnbmF0dXJl' }, {}],
    ['another site', {}, { origin: 'https://evil.example' }],
    ['another site that says so', {}, { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same site', {}, { 'sec-fetch-site': 'same-site' }],
    ['nowhere', {}, { origin: 'null' }],
  ])('takes no form from %s', async (_from, fields, headers) => {
    await kit.get('/account');
    const { statusCode, body } = await kit.post('/sign-out', fields, headers);
    expect([statusCode, body.includes('This form is out of date')]).toEqual([403, true]);
    expect((await kit.get('/account')).statusCode).toBe(200);
  });

  it('takes its own form from a browser that says where it comes from', async () => {
    await kit.get('/account');
    const sent = await kit.post(
      '/account/end-session',
      { session: 'x' },
      { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' },
    );
    expect(sent.statusCode).toBe(303);
  });

  it('does not let another site sign somebody in', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: 'persona=kit',
      headers: { ...FORM, origin: 'https://evil.example' },
    });
    expect([answer.statusCode, answer.cookies]).toEqual([403, []]);
  });

  it('changes nothing by looking: GET and HEAD of a command are not there', async () => {
    for (const method of ['GET', 'HEAD'] as const) {
      const cookie = `causeway=${kit.cookies.get('causeway') ?? ''}`;
      expect((await app.inject({ method, url: '/sign-out', headers: { cookie } })).statusCode).toBe(
        404,
      );
    }
    expect((await kit.get('/account')).statusCode).toBe(200);
  });

  it.each([
    ['a repeated parameter', '/help?id=1&id=2', 400],
    ['a polluted one', '/help?__proto__[x]=1', 400],
    ['a character no database keeps', '/help?q=a%00b', 400],
  ])('refuses %s in an address', async (_what, url, status) => {
    const { statusCode, body } = await kit.get(url);
    expect([statusCode, body.includes('This could not be read')]).toEqual([status, true]);
  });

  it('refuses a body that is broken, too large, of a strange kind, or a file where none is asked for', async () => {
    const cookie = `causeway=${kit.cookies.get('causeway') ?? ''}`;
    const send = async (type: string, payload: string) =>
      (
        await app.inject({
          method: 'POST',
          url: '/sign-out',
          payload,
          headers: { cookie, 'content-type': type },
        })
      ).statusCode;
    expect(await send('application/json', '{"a":')).toBe(400);
    expect(await send('application/json', '{"__proto__":{"a":1}}')).toBe(400);
    expect(await send('application/x-www-form-urlencoded', `note=${'x'.repeat(1_100_000)}`)).toBe(
      413,
    );
    expect(await send('text/plain', '_csrf=x')).toBe(415);
    expect(
      await send(
        'multipart/form-data; boundary=b',
        '--b\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nx\r\n--b--\r\n',
      ),
    ).toBe(400);
  });

  it('slows down one session without slowing the others', async () => {
    const strict = await aWebApp(test.url, { RATE_LIMIT: '5' });
    const greedy = new Browser(strict);
    const statuses = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await greedy.get('/help')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await greedy.get('/help')).body).toContain('Too many requests');
    const other = new Browser(strict);
    other.cookies.set('causeway', kit.cookies.get('causeway') ?? '');
    expect((await other.get('/help')).statusCode).toBe(200);
    expect((await strict.inject('/health/live')).statusCode).toBe(200);
    await strict.close();
  });

  it('slows down whoever opens the records of many children, says so, and keeps those just seen open', async () => {
    const door = aDoor(test.statements, '2027-01-12');
    const manager = await anOfficer(test.statements, 'Marguerite Osei', ['send_manager']);
    await aPersona(test.statements, 'odd', ['send_manager']);
    const urls: string[] = [];
    while (urls.length < 3) {
      const opened = await door.casework.open(manager, {
        pathway: 'ehc_needs_assessment',
        childId: await aChild(test.statements),
        occurredOn: '2027-01-11',
        payload: pathwayNamed('ehc_needs_assessment').events['REQUEST_RECEIVED']!.example,
      });
      urls.push(`/cases/${opened.reference}`);
    }
    const today = { CAUSEWAY_TODAY: '2027-01-12' };
    const strict = await aWebApp(test.url, { ...today, RECORDS_LIMIT: '2' });
    const odd = await new Browser(strict).signIn('odd');
    const statuses = [];
    for (const url of [...urls, urls[0]!, urls[2]!]) statuses.push((await odd.get(url)).statusCode);
    expect(statuses).toEqual([200, 200, 429, 200, 429]);
    expect((await odd.get(urls[2]!)).body).toContain('Wait a few minutes');
    expect((await odd.get('/access-to-records')).body.match(/Person odd/g)).toHaveLength(2);
    await strict.close();
  });

  it('answers nonsense in any address with words, never with a fault', async () => {
    const everybody = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');
    await aPersona(test.statements, 'whole', everybody);
    const whole = await new Browser(app).signIn('whole');
    const routes = app
      .get(RouteRegistry)
      .all()
      .filter(({ method, url }) => url.includes('/:') && ['GET', 'POST'].includes(method));
    const faults: string[] = [];
    const nonsense = encodeURIComponent(`';--${'9'.repeat(25)}<b>"\u{1F4A9}`);
    for (const { method, url } of routes) {
      const at = url.replaceAll(/:\w+/g, nonsense);
      const { statusCode, body } = await (method === 'GET' ? whole.get(at) : whole.post(at));
      if (statusCode >= 500 || /<b>"|syntax error|node_modules/.test(body))
        faults.push(`${method} ${url} ${statusCode}`);
    }
    expect(faults).toEqual([]);
    expect(routes.length).toBeGreaterThan(150);
  });

  it('says whether it is well, and nothing else', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ok', database: 'ok' });
  });

  it('serves the description of its API, without the pages', async () => {
    const document = (await kit.get('/api/docs/json')).json<{ openapi: string; paths: object }>();
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths)).toContain('/api/cases/{reference}/events');
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/'))).toBe(true);
    expect((await kit.get('/api/docs')).body).toContain('POST /api/cases/{reference}/events');
  });

  it('hides what went wrong on our side behind a number that stands in the log once, without personal data', async () => {
    const lines: string[] = [];
    const write = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((text) => lines.push(String(text)) > 0);
    await test.statements.run('', 'ALTER TABLE team RENAME TO team_away', []);
    const ash = await new Browser(app).signIn('ash');
    const { statusCode, body } = await ash.get('/admin/teams', { 'x-request-id': 'canary-0001' });
    await test.statements.run('', 'ALTER TABLE team_away RENAME TO team', []);
    write.mockRestore();
    expect(statusCode).toBe(500);
    expect(body).toContain('Reference number: <strong>canary-0001</strong>');
    expect(body).not.toMatch(/team_away|relation|SELECT|\.ts|node_modules/);
    expect(lines.filter((line) => line.includes('canary-0001'))).toHaveLength(1);
  });

  it('stays up when the database goes away, and says that nothing was saved', async () => {
    const away = await aTestDatabase();
    await anAuthority(away.statements);
    await aPersona(away.statements, 'gone', ['ehc_officer']);
    const stranded = await aWebApp(away.url);
    const gone = await new Browser(stranded).signIn('gone');
    await away.drop();
    const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const { statusCode, body } = await gone.post('/account/end-session', { session: 'x' });
    write.mockRestore();
    expect([statusCode, body.includes('Your answers were not saved')]).toEqual([503, true]);
    expect((await stranded.inject('/health/ready')).statusCode).toBe(503);
    expect((await stranded.inject('/health/live')).statusCode).toBe(200);
    await stranded.close();
  });
});
