import { type Actor } from '@app/access';
import ICAL from 'ical.js';
import { panelsAt, sittingsOf } from '../panels/a-panel';
import { aWebsite, type Person, type Seen, type Typed, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer, WENDMOOR } from '../support/given';

const TODAY = '2026-10-19';
const NEXT = '2026-10-21';

let db: TestDatabase;
let site: Awaited<ReturnType<typeof aWebsite>>;
let at: ReturnType<typeof panelsAt>;
type Name = 'imogen' | 'gideon' | 'hal' | 'marguerite' | 'petra';
const officers = {} as Record<Name, Actor>;
const people = {} as Record<Name, Person>;

const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  db.statements.run(sql && '', sql, values) as unknown as Promise<Row[]>;
const panel = async (code = 'tats') => (await at.panels.on(WENDMOOR, code, TODAY))!;
const memberId = async (name: string) =>
  (await at.members.history(await panel())).find((each) => each.name === name)!.id;
const sittingOn = async (day: string) =>
  (await sittingsOf(db.statements, 'tats')).find(({ sitsOn }) => sitsOn === day)!;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  officers.imogen = await anOfficer(db.statements, 'Imogen Thackeray', ['panel_coordinator']);
  officers.gideon = await anOfficer(db.statements, 'Gideon Wray', ['panel_chair']);
  officers.hal = await anOfficer(db.statements, 'Hal Brannigan', ['ep']);
  officers.marguerite = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
  officers.petra = await anOfficer(db.statements, 'Petra Lindqvist', ['ehc_officer']);
  at = panelsAt(db.statements, TODAY);
  await at.panels.setUp(WENDMOOR, '2026-09-01');
  const every = { comesTo: 'every', fromOn: '2026-09-01' } as const;
  const add = async (service: 'chair' | 'psychology', { id }: Actor) =>
    at.members.add(officers.imogen, await panel(), { ...every, service, officerId: id });
  await add('chair', officers.gideon);
  await add('psychology', officers.hal);
  await at.ahead.generate(WENDMOOR, '2027-03-25');
  site = await aWebsite(db.url, TODAY);
  for (const name of Object.keys(officers) as Name[])
    people[name] = await site.signedIn(officers[name]);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

/** Everything of panels that a refusal must leave alone. */
const everything = () =>
  rows(`SELECT (SELECT json_agg(m ORDER BY m.id) FROM panel_member m) AS members, (SELECT json_agg(t ORDER BY t.panel_id, t.number) FROM panel_terms t) AS terms,
    (SELECT json_agg(s ORDER BY s.id) FROM sitting s) AS sittings, (SELECT json_agg(r ORDER BY r.sitting_id, r.member_id) FROM sitting_register r) AS replies,
    (SELECT count(*)::int FROM sitting_move) AS moves, (SELECT count(*)::int FROM calendar_feed) AS feeds`);

/** Sends a form that is refused on its own page, with the words, what was typed, and nothing changed. */
async function refused(who: Person, url: string, typed: Typed, ...words: string[]): Promise<Seen> {
  const before = await everything();
  const answer = await who.post(url, typed);
  expect(answer.status).toBe(422);
  for (const each of words) expect(wordsOf(answer.text)).toContain(each);
  expect(answer.text).toContain('Error: ');
  for (const value of Object.values(typed).flat())
    if (value) expect(answer.text.replaceAll('&#39;', "'")).toContain(value);
  expect(await everything()).toEqual(before);
  return answer;
}

const day = (name: string, [y, m, d]: readonly [string, string, string]) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
});

describe('the panels', () => {
  it('are listed for those who sit on one or look after them, with the next sitting', async () => {
    const { status, text } = await people.imogen.get('/panels');
    expect(status).toBe(200);
    expect(wordsOf(text)).toMatch(
      /Team Around the School .* 21 October 2026 1:30pm Scheduled None yet/,
    );
    expect(text.match(/<tr role="row">/g)).toHaveLength(1 + 7);
    const own = await people.hal.get('/panels');
    expect(own.text.match(/<tr role="row">/g)).toHaveLength(1 + 1);
  });

  it('are in the navigation of those, and not there for anybody else', async () => {
    const link = 'href="/panels"';
    for (const name of ['imogen', 'gideon', 'hal', 'marguerite'] as const)
      expect([name, (await people[name].get('/my-work')).text.includes(link)]).toEqual([
        name,
        true,
      ]);
    expect((await people.petra.get('/my-work')).text).not.toContain(link);
    const { id } = await sittingOn(NEXT);
    for (const url of [
      '/panels',
      '/panels/tats',
      '/panels/tats/terms',
      `/panels/tats/sittings/${id}`,
      '/panels/tats/members/add',
      '/panels/calendar',
    ])
      expect([url, (await people.petra.get(url)).status]).toEqual([url, 404]);
    expect((await people.hal.get('/panels/eip')).status).toBe(404);
    expect((await people.imogen.get('/panels/nothing')).status).toBe(404);
  });

  it('show purpose, terms, members and sittings of one', async () => {
    const words = wordsOf((await people.hal.get('/panels/tats')).text);
    expect(words).toContain(
      'Agrees each week what schools and services do for pupils at risk of exclusion.',
    );
    expect(words).toContain('Every week: Wednesday, 1:30pm. In term time');
    expect(words).toMatch(/Hal Brannigan Psychology Every item From 1 September 2026 Not yet/);
    expect(words).toContain(
      'Even if every member comes, there is no quorum. Nobody sits for: attendance; one of specialist teacher',
    );
    expect(words).not.toContain('Add a member');
    expect(words).toMatch(/\d+ later sittings/);
  });

  it('of another council are not found', async () => {
    await anAuthority(db.statements, '900');
    const far = await anOfficer(db.statements, 'Far Away', ['send_manager'], { authority: '900' });
    const person = await site.signedIn(far);
    expect((await person.get('/panels/tats')).status).toBe(404);
    const { id } = await sittingOn(NEXT);
    await at.panels.setUp('900');
    expect((await person.get('/panels/tats')).status).toBe(200);
    expect((await person.get(`/panels/tats/sittings/${id}`)).status).toBe(404);
    expect(
      (await person.get(`/panels/tats/members/${await memberId('Hal Brannigan')}`)).status,
    ).toBe(404);
  });
});

describe('members', () => {
  const ADD = '/panels/tats/members/add';
  const base = { service: 'nursing', comesTo: 'every', ...day('fromOn', ['2026', '10', '19']) };

  it('are added by the coordinator: somebody with an account, or by name and e-mail, and a deputy', async () => {
    expect(
      (
        await people.imogen.post(ADD, {
          ...base,
          name: 'Marta Okello',
          email: 'marta@nhs.example.org',
        })
      ).location,
    ).toBe('/panels/tats');
    const marta = await memberId('Marta Okello');
    const deputy = { ...base, name: 'Ifan Grey', email: 'ifan@nhs.example.org', deputyOf: marta };
    expect((await people.imogen.post(ADD, deputy)).status).toBe(303);
    const page = wordsOf((await people.gideon.get('/panels/tats')).text);
    expect(page).toMatch(/Ifan Grey Deputy for Marta Okello School nursing/);
    const own = wordsOf((await people.gideon.get(`/panels/tats/members/${marta}`)).text);
    expect(own).toMatch(/Deputies .*Ifan Grey/);
  });

  it.each<[string, Typed, string]>([
    ['nobody', {}, 'Say who it is'],
    [
      'a name without an address',
      { name: 'Ada Bell' },
      'Enter an e-mail address, like name@example.org',
    ],
    [
      'a bad address',
      { name: 'Ada Bell', email: 'ada at home' },
      'Enter an e-mail address, like name@example.org',
    ],
    ['an address without a name', { email: 'ada@example.org' }, 'Enter the name of the person'],
    ['no service', { service: '' }, 'Which service or part do they sit for? Select an answer'],
    ['a service that is none', { service: 'wizard' }, 'elect'],
    ['no first day', { 'fromOn-day': '' }, 'enter a day as well'],
    ['a day that is none', { 'fromOn-day': '31', 'fromOn-month': '2' }, 'enter a real date'],
    [
      'an end before the start',
      { name: 'Ada Bell', email: 'ada@example.org', ...day('untilOn', ['2026', '10', '1']) },
      'The last day must be 19 October 2026 or later',
    ],
    [
      'a deputy of nobody',
      {
        name: 'Ada Bell',
        email: 'ada@example.org',
        deputyOf: '00000000-0000-0000-0000-000000000009',
      },
      'elect',
    ],
    [
      'an officer who is none',
      { officerId: '00000000-0000-0000-0000-000000000009' },
      'Who is it?: choose from the list',
    ],
    [
      'one who sits for the service already',
      { name: 'Marta Okello', email: 'MARTA@nhs.example.org' },
      'Marta Okello sits for School nursing already, from 19 October 2026',
    ],
  ])('are not added with %s', async (_, typed, words) => {
    const before = await everything();
    const { status, text } = await people.imogen.post(ADD, { ...base, ...typed });
    expect(status).toBe(422);
    expect(wordsOf(text)).toContain(words);
    if (typed['name']) expect(text).toContain(`value="${String(typed['name'])}"`);
    expect(await everything()).toEqual(before);
  });

  it('leave on a day, and stay on the record of who sat when', async () => {
    const ifan = await memberId('Ifan Grey');
    const end = `/panels/tats/members/${ifan}/end`;
    await refused(
      people.imogen,
      end,
      day('untilOn', ['2026', '10', '18']),
      'The last day must be 19 October 2026 or later',
    );
    expect((await people.imogen.post(end, day('untilOn', ['2026', '10', '19']))).status).toBe(303);
    at.moveTo('2026-10-20');
    expect(
      (await at.members.on(await panel(), '2026-10-20')).map(({ name }) => name),
    ).not.toContain('Ifan Grey');
    expect((await at.members.on(await panel(), '2026-10-19')).map(({ name }) => name)).toContain(
      'Ifan Grey',
    );
    at.moveTo(TODAY);
  });

  it('sign the confidentiality statement themselves; for others the coordinator keeps the paper', async () => {
    const hal = await memberId('Hal Brannigan');
    const marta = await memberId('Marta Okello');
    const form = await people.hal.get(`/panels/tats/members/${hal}/statement`);
    expect(wordsOf(form.text)).toContain('I keep no copy after the minutes are approved');
    expect((await people.hal.post(`/panels/tats/members/${hal}/statement`)).status).toBe(303);
    expect((await people.hal.post(`/panels/tats/members/${marta}/statement`)).status).toBe(403);
    const paper = `/panels/tats/members/${marta}/statement`;
    await refused(
      people.imogen,
      paper,
      day('signedOn', ['2026', '11', '1']),
      'must be today or earlier',
    );
    expect((await people.imogen.post(paper, day('signedOn', ['2026', '10', '16']))).status).toBe(
      303,
    );
    const signed = await rows(
      'SELECT name, signed_on AS on FROM panel_member WHERE signed_on IS NOT NULL ORDER BY name',
    );
    expect(signed).toEqual([
      { name: 'Hal Brannigan', on: TODAY },
      { name: 'Marta Okello', on: '2026-10-16' },
    ]);
  });

  it('are looked after by nobody who only sits there', async () => {
    const before = await everything();
    const hal = await memberId('Hal Brannigan');
    for (const url of [
      ADD,
      `/panels/tats/members/${hal}/end`,
      '/panels/tats/terms/change',
      '/panels/tats/sittings/add',
    ]) {
      expect([url, (await people.hal.get(url)).status]).toEqual([url, 403]);
      expect([url, (await people.hal.post(url, { ...base, untilOn: '1' })).status]).toEqual([
        url,
        403,
      ]);
    }
    expect(await everything()).toEqual(before);
  });
});

describe('an answer for a sitting', () => {
  const url = async (name: string, on = NEXT) =>
    `/panels/tats/sittings/${(await sittingOn(on)).id}/replies/${await memberId(name)}`;

  it('is given by the member, with a deputy, and changed again', async () => {
    expect(
      (
        await people.hal.post(await url('Hal Brannigan'), {
          answer: 'apologies',
          deputyName: 'Runa Castell',
        })
      ).status,
    ).toBe(303);
    const { id } = await sittingOn(NEXT);
    const words = wordsOf((await people.imogen.get(`/panels/tats/sittings/${id}`)).text);
    expect(words).toContain('Hal Brannigan Psychology Apologies; Runa Castell comes instead');
    expect(wordsOf((await people.hal.get('/panels/tats')).text)).toContain('Scheduled Apologies');
    const form = await people.hal.get(await url('Hal Brannigan'));
    expect(form.text).toContain('value="Runa Castell"');
    expect((await people.hal.post(await url('Hal Brannigan'), { answer: 'coming' })).status).toBe(
      303,
    );
    expect(await rows('SELECT answer, deputy_name AS deputy FROM sitting_register')).toEqual([
      { answer: 'coming', deputy: null },
    ]);
  });

  it('is given for others by the coordinator only', async () => {
    expect((await people.hal.post(await url('Gideon Wray'), { answer: 'coming' })).status).toBe(
      403,
    );
    expect(
      (await people.imogen.post(await url('Gideon Wray'), { answer: 'apologies' })).status,
    ).toBe(303);
    const { id } = await sittingOn(NEXT);
    const words = wordsOf((await people.gideon.get(`/panels/tats/sittings/${id}`)).text);
    expect(words).toMatch(
      /There will be no quorum. Nobody comes for: chair or deputy; attendance\./,
    );
  });

  it.each<[Typed, string]>([
    [{}, 'Can you come? Select an answer'],
    [{ answer: 'perhaps' }, 'elect'],
    [
      { answer: 'coming', deputyName: 'Runa Castell' },
      'You are coming, so nobody stands in for you',
    ],
    [{ answer: 'apologies', deputyName: 'x'.repeat(201) }, 'use 200 characters or fewer'],
  ])('is refused with %j', async (typed, words) => {
    const before = await everything();
    const answer = await people.hal.post(await url('Hal Brannigan'), typed);
    expect([answer.status, wordsOf(answer.text).includes(words)]).toEqual([422, true]);
    expect(await everything()).toEqual(before);
  });

  it('comes too late for a sitting that has begun', async () => {
    const { id } = await sittingOn('2026-11-04');
    await rows(`UPDATE sitting SET stage = 'in_session' WHERE id = $1`, id);
    await refused(
      people.hal,
      await url('Hal Brannigan', '2026-11-04'),
      { answer: 'coming' },
      'Tell the coordinator, who keeps the register',
    );
    await rows(`UPDATE sitting SET stage = 'scheduled' WHERE id = $1`, id);
  });
});

describe('a member without an account', () => {
  const NAME = 'Runa Castell';
  const made = async (what: string) => {
    const { text } = await people.imogen.post(await links(), { what });
    return />https?:\/\/[^/]+(\/answer\/[\w-]{43})<\/textarea>/.exec(text)?.[1] ?? '';
  };
  const links = async () => `/panels/tats/members/${await memberId(NAME)}/links`;
  /** Somebody at a browser who is not signed in. */
  const anybody = () => {
    let cookie = '';
    let csrf = '';
    const seen = async (method: 'GET' | 'POST', url: string, typed: Typed = {}) => {
      const { statusCode, body, headers } = await site.app.inject({
        ...{ method, url },
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        ...(method === 'POST' && {
          payload: new URLSearchParams({
            ...(typed as Record<string, string>),
            _csrf: csrf,
          }).toString(),
        }),
      });
      const [kept] = [headers['set-cookie'] ?? []].flat();
      cookie = kept?.split(';')[0] ?? cookie;
      csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? csrf;
      return { status: statusCode, text: body };
    };
    return {
      get: (url: string) => seen('GET', url),
      post: (url: string, typed?: Typed) => seen('POST', url, typed),
    };
  };

  beforeAll(async () => {
    await at.members.add(officers.imogen, await panel(), {
      ...{ name: NAME, email: 'runa@example.org', service: 'police' },
      ...{ comesTo: 'every', fromOn: '2026-09-01' },
    });
  });

  it('answers for a sitting by a link that works once, and sees the panel and the day', async () => {
    const { id } = await sittingOn('2026-11-11');
    const url = await made(id);
    const visitor = anybody();
    const form = await visitor.get(url);
    expect(form.status).toBe(200);
    expect(wordsOf(form.text)).toContain(
      'Runa Castell, Team Around the School sits on Wednesday 11 November 2026, 1:30pm to 3:30pm.',
    );
    const wrong = await visitor.post(url, { answer: 'coming', deputyName: 'Ida' });
    expect([wrong.status, wordsOf(wrong.text).includes('Leave this empty')]).toEqual([422, true]);
    const answer = await visitor.post(url, { answer: 'apologies', deputyName: 'Ida Marsh' });
    expect(wordsOf(answer.text)).toContain('Your answer is kept');
    expect((await visitor.post(url, { answer: 'coming' })).status).toBe(404);
    expect((await visitor.get(url)).status).toBe(404);
    const words = wordsOf((await people.imogen.get(`/panels/tats/sittings/${id}`)).text);
    expect(words).toContain('Runa Castell Police Apologies; Ida Marsh comes instead');
  });

  it('signs the confidentiality statement the same way, once', async () => {
    const url = await made('statement');
    const visitor = anybody();
    expect(wordsOf((await visitor.get(url)).text)).toContain('I do not pass papers on');
    const both = await Promise.all([1, 2].map(() => visitor.post(url)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    const signed = `SELECT signed_on::text AS day FROM panel_member WHERE name = $1`;
    expect(await rows(signed, NAME)).toEqual([{ day: TODAY }]);
  });

  it('is shut out when the link is ended, replaced or has run out, with the words of one that never was', async () => {
    const { id } = await sittingOn('2026-11-18');
    const first = await made(id);
    const second = await made(id);
    const page = await people.imogen.get(await links());
    const revoke = /action="([^"]+\/revoke)"/.exec(page.text)![1]!;
    await people.imogen.post(revoke);
    const third = await made(id);
    await rows(
      `UPDATE member_link SET made_at = '2026-10-01', ends_at = '2026-10-02' WHERE used_at IS NULL AND revoked_at IS NULL`,
    );
    const visitor = anybody();
    const never = `/answer/${'a'.repeat(43)}`;
    const answers = await Promise.all([first, second, third, never].map((url) => visitor.get(url)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => wordsOf(text))).size).toBe(1);
  });

  it('gets links from those who look after the panel only, and nobody with an account does', async () => {
    expect((await people.hal.get(await links())).status).toBe(403);
    const ofHal = `/panels/tats/members/${await memberId('Hal Brannigan')}/links`;
    expect((await people.imogen.get(ofHal)).status).toBe(404);
    await refused(people.imogen, await links(), {}, 'Select what the link is for');
    const kept = await rows<{ hash: Buffer }>('SELECT token_hash AS hash FROM member_link');
    expect(kept.every(({ hash }) => hash.length === 32)).toBe(true);
  });
});

describe('the days of a panel', () => {
  it('are moved one at a time, and whoever answered is asked again', async () => {
    const { id } = await sittingOn(NEXT);
    const move = `/panels/tats/sittings/${id}/move`;
    for (const [to, words] of [
      [['2026', '10', '16'], 'is over. Choose a day to come'],
      [['2026', '12', '25'], 'Nobody works on 25 December 2026 (Christmas Day)'],
      [['2026', '11', '4'], 'sits on 4 November 2026 already'],
      [['2026', '2', '31'], 'enter a real date'],
    ] as const)
      await refused(
        people.imogen,
        move,
        { ...day('to', to), because: 'The hall is closed' },
        words,
      );
    await refused(people.imogen, move, day('to', ['2026', '10', '22']), 'Why? Enter an answer');
    const good = { ...day('to', ['2026', '10', '22']), because: 'The hall is closed' };
    expect((await people.imogen.post(move, good)).location).toBe(`/panels/tats/sittings/${id}`);
    const words = wordsOf((await people.hal.get(`/panels/tats/sittings/${id}`)).text);
    expect(words).toContain('Moved from 21 October 2026: The hall is closed');
    expect(words).toContain(
      'Moved from 21 October 2026 to 22 October 2026 by Imogen Thackeray: The hall is closed',
    );
    expect(words).toContain('Papers due 16 October 2026, 5pm');
    expect(words).toContain('Hal Brannigan Psychology No answer yet');
  });

  it('are added to, by hand', async () => {
    const add = '/panels/tats/sittings/add';
    const typed = {
      ...day('on', ['2026', '10', '23']),
      startsAt: '10:00',
      minutes: '60',
      because: 'Two urgent children',
    };
    await refused(
      people.imogen,
      add,
      { ...typed, startsAt: 'ten' },
      'Enter a time like 13:30, not “ten”',
    );
    await refused(people.imogen, add, { ...typed, minutes: '5' }, 'enter 15 or more');
    await refused(
      people.imogen,
      add,
      { ...typed, ...day('on', ['2026', '10', '22']) },
      'sits on 22 October 2026 already',
    );
    expect((await people.imogen.post(add, typed)).status).toBe(303);
    const words = wordsOf((await people.hal.get('/panels/tats')).text);
    expect(words).toMatch(/23 Oct\w* 2026 Extra sitting 10am to 11am/);
  });
});

describe('the page of a sitting', () => {
  const linksAt = async (who: Person, stage: string) => {
    const { id } = await sittingOn('2026-11-25');
    await rows('UPDATE sitting SET stage = $2 WHERE id = $1', id, stage);
    const { text } = await who.get(`/panels/tats/sittings/${id}`);
    await rows("UPDATE sitting SET stage = 'scheduled' WHERE id = $1", id);
    return [...text.matchAll(/href="\/sittings\/[\w-]+\/(\w+)"/g)].map(([, page]) => page);
  };

  it('leads to the agenda, the room and the minutes, as far as the sitting has come', async () => {
    expect(await linksAt(people.imogen, 'scheduled')).toEqual(['agenda', 'cancel']);
    expect(await linksAt(people.imogen, 'papers_out')).toEqual(['agenda', 'room', 'cancel']);
    expect(await linksAt(people.hal, 'agenda_open')).toEqual([]);
    expect(await linksAt(people.hal, 'in_session')).toEqual(['agenda', 'room']);
    expect(await linksAt(people.hal, 'closed')).toEqual(['minutes']);
  });
});

describe('the terms of reference', () => {
  const CHANGE = '/panels/tats/terms/change';
  const asShown = async (): Promise<Record<string, string>> => {
    const { text } = await people.marguerite.get(CHANGE);
    const typed: Record<string, string> = {
      seen: /name="seen" value="(\d+)"/.exec(text)?.[1] ?? '',
    };
    for (const [, name, value] of text.matchAll(
      /name="([\w-]+)" type="text"[^>]* value="([^"]*)"/g,
    ))
      typed[name!] = value!;
    for (const [, name, value] of text.matchAll(/name="(\w+)" type="radio" value="(\w+)" checked/g))
      typed[name!] = value!;
    for (const [, name, value] of text.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g))
      typed[name!] = value!;
    return { ...typed, ...day('validFrom', ['2026', '11', '9']), reason: 'Agreed by the heads' };
  };

  it('open filled in with those that hold, and each wrong answer is named', async () => {
    const typed = await asShown();
    expect(typed).toMatchObject({
      every: 'week',
      weekday: '3',
      startsAt: '13:30',
      papersDueDays: '4',
    });
    const wrong = (of: Typed, ...words: string[]) =>
      refused(people.marguerite, CHANGE, { ...typed, ...of }, ...words);
    await wrong(
      { freshCount: '9' },
      'The items and the opening need 153 minutes and the sitting lasts 120',
    );
    await wrong({ startsAt: '25:00' }, 'Enter a time like 13:30, not “25:00”');
    await wrong({ quorum: 'chair\nwizard' }, 'Line 2: “wizard” is not one of the services below');
    await wrong(
      { quorum: 'finance' },
      'Nobody on the panel could make this quorum, even if all came. Missing: finance',
    );
    await wrong({ 'validFrom-month': '10' }, 'New terms hold from tomorrow on or later');
    await wrong({ reason: '' }, 'Why are they changed? Enter an answer');
    expect((await people.marguerite.post(CHANGE, { ...typed, every: 'hourly' })).status).toBe(422);
    await wrong({ minutes: 'long' }, 'enter a whole number');
  });

  it('are changed by the chair or a SEND manager, from a day on; earlier ones stay to be read', async () => {
    expect((await people.imogen.get(CHANGE)).status).toBe(403);
    const typed = { ...(await asShown()), weekday: '2', quorum: 'chair\npsychology' };
    expect((await people.gideon.post(CHANGE, typed)).location).toBe('/panels/tats/terms');
    const words = wordsOf((await people.hal.get('/panels/tats/terms')).text);
    expect(words).toMatch(/From 9 November 2026 Agreed by the heads Set by Gideon Wray .*Tuesday/);
    expect(words).toMatch(/From 1 September 2026 In force today The usual terms .*Wednesday/);
    const days = (await sittingsOf(db.statements, 'tats')).map(({ sitsOn }) => sitsOn);
    expect(days).toEqual(expect.arrayContaining(['2026-11-04', '2026-11-10', '2026-11-17']));
    expect(days).not.toContain('2026-11-11');
    await refused(
      people.marguerite,
      CHANGE,
      { ...typed, ...day('validFrom', ['2026', '12', '7']) },
      'Gideon Wray changed the terms while you typed',
    );
  });
});

describe('a calendar link', () => {
  const make = async (who: Person, what: string) => {
    const { text } = await who.post('/panels/calendar', { what });
    return />https?:\/\/[^/]+(\/calendar\/[\w-]+\.ics)<\/textarea>/.exec(text)?.[1] ?? '';
  };
  const fetched = async (url: string) => {
    const { statusCode, body, headers } = await site.app.inject({ method: 'GET', url });
    return { status: statusCode, body, type: headers['content-type'] };
  };
  const events = (file: string) =>
    new ICAL.Component(ICAL.parse(file) as unknown[])
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part));

  it('is read by a calendar without signing in, and names nobody', async () => {
    const url = await make(people.hal, 'all');
    const { status, body, type } = await fetched(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const all = events(body);
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all.map(({ summary }) => summary))).toEqual(new Set(['Team Around the School']));
    const moved = all.find(({ description }) =>
      description.includes('Moved from Wednesday 21 October 2026'),
    );
    expect(moved?.startDate.toJSDate().toISOString()).toBe('2026-10-22T12:30:00.000Z');
    expect(moved?.sequence).toBe(1);
    for (const name of ['Brannigan', 'Thornmere', 'hall is closed', 'urgent children'])
      expect(body).not.toContain(name);
    const kept = await rows<{ hash: Buffer }>('SELECT token_hash AS hash FROM calendar_feed');
    expect(kept.some(({ hash }) => url.includes(hash.toString('base64url')))).toBe(false);
  });

  it('of one panel shows that one only, whoever keeps it', async () => {
    const { body } = await fetched(await make(people.imogen, 'eip'));
    expect(new Set(events(body).map(({ summary }) => summary))).toEqual(
      new Set(['Education Inclusion Panel']),
    );
  });

  it('is made only for a panel of one’s own', async () => {
    const { status, text } = await people.hal.post('/panels/calendar', { what: 'eip' });
    expect([status, text.includes('Select what the link shows')]).toEqual([422, true]);
  });

  it('stops working when it is ended, replaced, or its owner leaves, with the answer of a link that never was', async () => {
    const first = await make(people.hal, 'tats');
    const second = await make(people.hal, 'tats');
    const never = await fetched(`/calendar/${'A'.repeat(43)}.ics`);
    expect(never.status).toBe(404);
    const isGone = async (url: string) => {
      const { status, body } = await fetched(url);
      const plain = (html: string) =>
        html.replaceAll(/value="[^"]*"|content="[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '');
      expect([status, plain(body)]).toEqual([404, plain(never.body)]);
    };
    await isGone(first);
    expect((await fetched(second)).status).toBe(200);
    const { text } = await people.hal.get('/panels/calendar');
    const action = /action="(\/panels\/calendar\/[\w-]+\/revoke)"[\s\S]*?Team Around/.exec(
      text.slice(text.indexOf('Team Around')),
    )?.[1];
    const revoke =
      action ?? [...text.matchAll(/action="(\/panels\/calendar\/[\w-]+\/revoke)"/g)].at(-1)![1]!;
    expect((await people.imogen.post(revoke)).status).toBe(404);
    expect((await people.hal.post(revoke)).status).toBe(303);
    await isGone(second);
    expect((await people.hal.post(revoke)).status).toBe(404);
    const third = await make(people.hal, 'tats');
    await rows('UPDATE officer SET active = false WHERE id = $1', officers.hal.id);
    await isGone(third);
    for (const odd of [
      '/calendar/x.ics',
      '/calendar/',
      `/calendar/${'A'.repeat(43)}`,
      '/calendar/%00.ics',
    ])
      expect([400, 404]).toContain((await fetched(odd)).status);
  });
});
