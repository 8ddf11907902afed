import { codeAt, hashPassword } from '@app/access';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, aWebApp, Browser } from '../../../../test/support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { anAuthority, anOfficer } from '../../../../test/support/given';
import { refuseDemonstration } from '../production-start';

const PASSWORD = 'maple-otter-canoe-window';

describe('signing in', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  const rows = (sql: string) => test.statements.run<Record<string, unknown>>('', sql, []);
  const browser = () => new Browser(app);

  beforeAll(async () => {
    test = await aTestDatabase();
    await anAuthority(test.statements);
    await aPersona(test.statements, 'tamsin', ['y6_worker'], { name: 'Tamsin Adeyemi' });
    await aPersona(test.statements, 'kit', ['ehc_officer'], { name: 'Kit Larwood' });
    await aPersona(test.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    const local = await anOfficer(test.statements, 'Bronagh Sealy', ['ehc_officer']);
    await test.statements.run(
      '',
      "UPDATE officer SET email = 'bronagh@example.org', password_hash = $2 WHERE id = $1",
      [local.id, await hashPassword(PASSWORD)],
    );
    app = await aWebApp(test.url);
  });
  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('shows each person of the demonstration with what they do', async () => {
    const { body, statusCode } = await browser().get('/sign-in');
    expect(statusCode).toBe(200);
    expect(body).toContain('Tamsin Adeyemi');
    expect(body).toContain('Transition support worker');
    expect(body).toContain('value="tamsin"');
  });

  it('leads a person of the demonstration to their work, with a new session', async () => {
    const tamsin = browser();
    await tamsin.get('/sign-in');
    const visit = tamsin.cookies.get('causeway-visit');
    const answer = await tamsin.post('/sign-in', { persona: 'tamsin' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/my-work']);
    expect(answer.cookies.find(({ name }) => name === 'causeway')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(tamsin.cookies.get('causeway')).not.toBe(visit);
    expect(tamsin.cookies.has('causeway-visit')).toBe(false);
    expect((await tamsin.get('/account')).body).toContain('Tamsin Adeyemi');
  });

  it('takes a program that sends nothing but the person, and tells it the token for its commands', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: 'persona=kit',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.statusCode).toBe(303);
    const cookie = `causeway=${answer.cookies.find(({ name }) => name === 'causeway')?.value ?? ''}`;
    const who = await app.inject({ url: '/api/session', headers: { cookie } });
    expect(who.json()).toMatchObject({
      name: 'Kit Larwood',
      roles: ['ehc_officer'],
      csrfToken: expect.any(String) as string,
    });
  });

  it('lets an officer in with their own password, and keeps only a hash of the session’s token', async () => {
    const bronagh = browser();
    await bronagh.get('/sign-in');
    await bronagh.post('/sign-in', { email: 'Bronagh@Example.org', password: PASSWORD });
    const token = bronagh.cookies.get('causeway') ?? 'none';
    expect((await bronagh.get('/account')).body).toContain('Change your password');
    const kept = await rows(
      "SELECT encode(token_hash, 'hex') AS hash, csrf_secret FROM web_session",
    );
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await rows("SELECT 1 FROM access_log WHERE action = 'signed in' LIMIT 1")).toHaveLength(
      1,
    );
  });

  it('says the same of a wrong name as of a wrong password, and keeps the name typed', async () => {
    const answers = [];
    for (const email of ['bronagh@example.org', 'nobody@example.org']) {
      const stranger = browser();
      await stranger.get('/sign-in');
      const { statusCode, body } = await stranger.post('/sign-in', {
        email,
        password: 'wrong-wrong-wrong-wrong',
      });
      expect(body).toContain(`value="${email}"`);
      answers.push({
        statusCode,
        words: /There is a problem[\s\S]*?<li>([\s\S]*?)<\/li>/.exec(body)?.[1],
      });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.words).toContain('E-mail address or password is not right');
  });

  it('asks for what is missing, on its field', async () => {
    const stranger = browser();
    await stranger.get('/sign-in');
    const { statusCode, body } = await stranger.post('/sign-in', { email: 'a@b.example' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>Error: Sign in - Causeway</title>');
    expect(body).toContain('<a href="#password">Enter your password</a>');
  });

  it('shuts the door of one account after eight tries at once, also for the right password and after a restart', async () => {
    const officer = await anOfficer(test.statements, 'Owen Prys', ['ehc_officer']);
    await test.statements.run(
      '',
      "UPDATE officer SET email = 'owen@example.org', password_hash = $2 WHERE id = $1",
      [officer.id, await hashPassword(PASSWORD)],
    );
    const guess = async (password: string, on = app) => {
      const stranger = new Browser(on);
      await stranger.get('/sign-in');
      return (await stranger.post('/sign-in', { email: 'owen@example.org', password })).statusCode;
    };
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => guess('not-the-password-at-all')),
    );
    expect(guesses.filter((status) => status === 422)).toHaveLength(8);
    expect(guesses.filter((status) => status === 429)).toHaveLength(12);
    const restarted = await aWebApp(test.url);
    expect(await guess(PASSWORD, restarted)).toBe(429);
    await restarted.close();
    await rows(
      "UPDATE sign_in_attempt SET since = since - interval '16 minutes', locked_until = locked_until - interval '16 minutes'",
    );
    expect(await guess(PASSWORD)).toBe(303);
    expect(JSON.stringify(await rows('SELECT subject FROM sign_in_attempt'))).not.toContain('owen');
  });

  it('is over at once when the officer leaves or loses the role, and when they sign out', async () => {
    const kit = await browser().signIn('kit');
    await rows("UPDATE officer SET active = false WHERE persona = 'kit'");
    expect((await kit.get('/account')).headers['location']).toBe('/sign-in');
    await rows("UPDATE officer SET active = true, roles = '{administrator}' WHERE persona = 'kit'");
    expect((await kit.get('/admin')).statusCode).toBe(200);
    await rows("UPDATE officer SET roles = '{ehc_officer}' WHERE persona = 'kit'");
    expect((await kit.get('/admin')).statusCode).toBe(403);

    const cookie = `causeway=${kit.cookies.get('causeway') ?? ''}`;
    await kit.get('/account');
    const out = await kit.post('/sign-out');
    expect([out.statusCode, out.headers['location'], out.headers['clear-site-data']]).toEqual([
      303,
      '/sign-in',
      '"cache", "storage"',
    ]);
    expect((await app.inject({ url: '/account', headers: { cookie } })).headers['location']).toBe(
      '/sign-in',
    );
  });

  it('ends after 30 minutes without use and after 10 hours in all', async () => {
    const tamsin = await browser().signIn('tamsin');
    await rows("UPDATE web_session SET seen_at = now() - interval '29 minutes'");
    expect((await tamsin.get('/account')).statusCode).toBe(200);
    await rows("UPDATE web_session SET seen_at = now() - interval '31 minutes'");
    expect((await tamsin.get('/account')).statusCode).toBe(303);
    const again = await browser().signIn('tamsin');
    await rows('UPDATE web_session SET expires_at = now()');
    expect((await again.get('/account')).statusCode).toBe(303);
  });

  it('keeps what was typed when the session has ended, through the sign-in, until it is sent', async () => {
    const ash = await browser().signIn('ash');
    await ash.get('/admin/teams');
    await rows("UPDATE web_session SET seen_at = now() - interval '31 minutes'");
    const typed = 'Team <b>of the</b> "North" & more';
    const ended = await ash.post('/admin/teams', { name: typed });
    expect([ended.statusCode, ended.body.includes('what you typed is kept')]).toEqual([401, true]);
    expect(ended.body).toContain('Team &lt;b&gt;of the&lt;/b&gt;');
    expect(await rows("SELECT 1 FROM team WHERE name LIKE 'Team%'")).toEqual([]);

    const asked = await ash.post('/sign-in', { again: 'yes', kept: keptIn(ended.body) });
    const back = await ash.post('/sign-in', { persona: 'ash', kept: keptIn(asked.body) });
    expect(back.body).toContain('Send it now');
    const action =
      /action="([^"]+)" method="post">\s*<input type="hidden" name="_csrf"[^>]*>\s*<input type="hidden" name="name"/.exec(
        back.body,
      )?.[1];
    expect(action).toBe('/admin/teams');
    expect((await ash.post('/admin/teams', { name: typed })).statusCode).toBe(303);
    expect(await rows("SELECT name FROM team WHERE name LIKE 'Team%'")).toEqual([{ name: typed }]);
  });

  it('keeps no form that leads elsewhere', async () => {
    const stranger = browser();
    await stranger.get('/sign-in');
    const kept = JSON.stringify({ path: '//evil.example', fields: [] });
    expect((await stranger.post('/sign-in', { persona: 'tamsin', kept })).headers['location']).toBe(
      '/my-work',
    );
  });

  it('can be ended elsewhere by its owner, and by nobody else', async () => {
    const here = await browser().signIn('tamsin');
    const there = await browser().signIn('tamsin');
    const key =
      /name="session" value="([0-9a-f]+)"/.exec((await here.get('/account')).body)?.[1] ?? '';
    const other = await browser().signIn('kit');
    await other.post('/account/end-session', { session: key });
    expect((await there.get('/account')).statusCode).toBe(200);
    await here.post('/account/end-session', { session: key });
    expect((await there.get('/account')).statusCode).toBe(303);
    expect((await here.get('/account')).body).toContain('That session has ended.');
    expect((await here.get('/account')).body).not.toContain('That session has ended.');
  });

  it('with a password can be changed, which ends the other sessions', async () => {
    const signIn = async (password: string) => {
      const bronagh = browser();
      await bronagh.get('/sign-in');
      await bronagh.post('/sign-in', { email: 'bronagh@example.org', password });
      await bronagh.get('/account');
      return bronagh;
    };
    const [here, there] = [await signIn(PASSWORD), await signIn(PASSWORD)];
    expect(
      (await here.post('/account/password', { current: 'wrong', new: 'a-much-longer-password' }))
        .body,
    ).toContain('is not what you typed');
    expect(
      (await here.post('/account/password', { current: PASSWORD, new: 'short' })).body,
    ).toContain('15 characters or more');
    expect(
      (
        await here.post('/account/password', {
          current: PASSWORD,
          new: 'quarry-lemon-ferry-stable',
        })
      ).statusCode,
    ).toBe(303);
    expect((await there.get('/account')).statusCode).toBe(303);
    expect((await (await signIn('quarry-lemon-ferry-stable')).get('/account')).statusCode).toBe(
      200,
    );
  });

  describe('with a code after the password', () => {
    const EMAIL = 'carys@example.org';
    let id = '';
    let recovery: string[] = [];
    const codeNow = async (off = 0) => {
      const [found] = await test.statements.run<{ secret: Buffer; now: number }>(
        '',
        'SELECT secret, floor(extract(epoch FROM now()) / 30)::int AS now FROM second_step WHERE officer_id = $1',
        [id],
      );
      return codeAt(found!.secret, found!.now + off);
    };
    const halfIn = async () => {
      const carys = browser();
      await carys.get('/sign-in');
      const { body } = await carys.post('/sign-in', { email: EMAIL, password: PASSWORD });
      expect(body).toContain('Enter your code');
      return carys;
    };
    beforeAll(async () => {
      ({ id } = await anOfficer(test.statements, 'Carys Vaughan', ['ehc_officer']));
      const values = [id, EMAIL, await hashPassword(PASSWORD)];
      const sql = 'UPDATE officer SET email = $2, password_hash = $3 WHERE id = $1';
      await test.statements.run('', sql, values);
    });

    it('is set up with an app, and gives ten codes for the day without a telephone', async () => {
      const carys = browser();
      await carys.get('/sign-in');
      await carys.post('/sign-in', { email: EMAIL, password: PASSWORD });
      await carys.get('/account/second-step');
      const { body } = await carys.post('/account/second-step/begin');
      expect(body).toMatch(/<path d="M0 0h1v1h-1z/);
      expect(body).toMatch(/cw-box__big">([A-Z2-7]{4} ){7}[A-Z2-7]{4}</);
      const wrong = await carys.post('/account/second-step/confirm', { code: '12345' });
      expect([wrong.statusCode, wrong.body.includes('not the code')]).toEqual([422, true]);
      const done = await carys.post('/account/second-step/confirm', { code: await codeNow(-1) });
      recovery = [...done.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '');
      expect(recovery).toHaveLength(10);
      expect(JSON.stringify(await rows('SELECT code_hash FROM recovery_code'))).not.toContain(
        recovery[0],
      );
      expect((await carys.get('/account/second-step')).body).toContain('10 of your 10');
    });

    it('lets in with each code once, in the browser where the password was right', async () => {
      const carys = await halfIn();
      expect((await carys.get('/my-work')).headers['location']).toBe('/sign-in');
      const code = await codeNow();
      const elsewhere = browser();
      await elsewhere.get('/sign-in');
      expect((await elsewhere.post('/sign-in', { code })).body).toContain('Enter it again');
      expect((await carys.post('/sign-in', { code: await codeNow(-1) })).body).toContain(
        'was used before',
      );
      expect((await carys.post('/sign-in', { code })).headers['location']).toBe('/my-work');
      expect((await (await halfIn()).post('/sign-in', { code })).statusCode).toBe(422);
      const spare = { code: recovery[0]!.toLowerCase() };
      expect((await (await halfIn()).post('/sign-in', spare)).statusCode).toBe(303);
      expect((await (await halfIn()).post('/sign-in', spare)).statusCode).toBe(422);
    });

    it('takes the code along with the password from a program', async () => {
      const sent = { email: EMAIL, password: PASSWORD, code: recovery[1]! };
      expect((await browser().post('/sign-in', sent)).statusCode).toBe(303);
      expect((await browser().post('/sign-in', sent)).statusCode).toBe(422);
    });

    it('shuts the door after five codes that are not right, also for the right one', async () => {
      const carys = await halfIn();
      await rows("DELETE FROM sign_in_attempt WHERE subject LIKE 'code:%'");
      const statuses = [];
      for (let at = 0; at < 5; at += 1)
        statuses.push((await carys.post('/sign-in', { code: `00000${at}` })).statusCode);
      expect(statuses).toEqual([422, 422, 422, 422, 422]);
      expect((await carys.post('/sign-in', { code: recovery[2]! })).statusCode).toBe(429);
      await rows("DELETE FROM sign_in_attempt WHERE subject LIKE 'code:%'");
    });

    it('is taken away with the password, and is asked for first where the council requires it', async () => {
      const strict = await aWebApp(test.url, { SECOND_STEP: 'required' });
      const carys = new Browser(strict);
      await carys.get('/sign-in');
      await carys.post('/sign-in', { email: EMAIL, password: PASSWORD, code: recovery[3]! });
      await carys.get('/account/second-step');
      const wrong = await carys.post('/account/second-step/remove', { current: 'a guess' });
      expect(wrong.statusCode).toBe(422);
      expect((await carys.get('/my-work')).statusCode).toBe(200);
      await carys.post('/account/second-step/remove', { current: PASSWORD });
      expect((await carys.get('/my-work')).headers['location']).toBe('/account/second-step');
      expect((await carys.get('/api/session')).statusCode).toBe(403);
      expect((await carys.get('/account')).body).toContain('Not set up yet');
      await strict.close();
    });
  });

  it('in production has no people of a demonstration, refuses to start with them, and its cookie is tied to https', async () => {
    const production = await aWebApp(test.url, {
      NODE_ENV: 'production',
      TRUST_PROXY: 'loopback',
      REQUEST_LOG: 'off',
    });
    await expect(refuseDemonstration(production)).rejects.toThrow('demonstration people');
    const officer = new Browser(production);
    expect((await officer.get('/sign-in')).body).not.toContain('tamsin');
    expect((await officer.post('/sign-in', { persona: 'tamsin' })).statusCode).toBe(422);
    const answer = await officer.post('/sign-in', {
      email: 'bronagh@example.org',
      password: 'quarry-lemon-ferry-stable',
    });
    const cookie = [answer.headers['set-cookie']]
      .flat()
      .find((each) => each?.startsWith('__Host-causeway='));
    expect(cookie).toMatch(/^__Host-causeway=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await production.close();
  });
});

/** The form that a page carries through the sign-in. */
function keptIn(body: string): string {
  const value = /name="kept" value="([^"]*)"/.exec(body)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#92;', '\\')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
