import { type Actor } from '@app/access';
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { aWebsite, type Person, type Typed, wordsOf } from '../support/a-website';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, anAuthority, anOfficer } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';
import { readPdf, textOfPdf } from '../support/papers/read-pdf';
import { partsOfWord } from '../support/papers/read-word';

const WEDNESDAY = '2026-10-21';
const NEXT = '2026-11-04';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const QUORUM = ['chair', 'psychology', 'attendance', 'mental_health'] as const;

let db: TestDatabase;
let site: Awaited<ReturnType<typeof aWebsite>>;
let room: PanelRoom;
let sitting: string;
let later: string;
const people: Record<string, Person> = {};
const items: Record<string, string> = {};

async function aPupil(forename: string, sitsFor: readonly ['TRIAGE_STARTED'] | readonly []) {
  const child = await aChild(db.statements, { forename, dob: '2014-03-09', urn: '199020' });
  const steps = sitsFor.map((type) => ['2026-10-13', type] as const);
  const { reference } = await aCaseAt(room, room.chair, 'tats_case', child, [
    ['2026-10-12', 'CHILD_IDENTIFIED'],
    ...steps,
  ]);
  return reference;
}

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  room = await aPanelRoom(db.statements, '2026-10-12');
  sitting = await room.sittingOn(WEDNESDAY);
  later = await room.sittingOn(NEXT);
  for (const name of ['Ava', 'Kofi', 'Mabel', 'Zephyrine']) await aPupil(name, ['TRIAGE_STARTED']);
  room.at('2026-10-14');
  await room.steps.openAgenda(room.coordinator, sitting);
  room.at('2026-10-16');
  await room.steps.lock(room.coordinator, sitting);
  room.at(WEDNESDAY);
  await room.here(sitting, ...QUORUM);
  await room.steps.start(room.coordinator, sitting);
  for (const row of await db.statements.run<{ id: string; name: string }>(
    '',
    'SELECT i.id, h.legal_forename AS name FROM sitting_item i JOIN send_case c ON c.id = i.case_id JOIN child h ON h.id = c.child_id',
    [],
  ))
    items[row.name] = row.id;
  await aPupil('Leopold', ['TRIAGE_STARTED']);
  site = await aWebsite(db.url, WEDNESDAY);
  const stranger = await anOfficer(db.statements, 'Nobody Here', ['finance_officer']);
  await anAuthority(db.statements, '900');
  const far = await anOfficer(db.statements, 'Far Away', ['send_manager'], { authority: '900' });
  const all: Record<string, Actor> = { ...room.officers, stranger, far };
  for (const [name, officer] of Object.entries(all)) people[name] = await site.signedIn(officer);
}, 90_000);
afterAll(async () => {
  await site?.close();
  await db?.drop();
});

/** Everything of sittings and cases that a refusal must leave alone; what was typed in a box is not among it. */
const everything = () =>
  db.statements.run(
    '',
    `SELECT (SELECT json_agg(s ORDER BY s.id) FROM sitting s) AS sittings, (SELECT json_agg(i ORDER BY i.id) FROM sitting_item i) AS items,
      (SELECT json_agg(r ORDER BY r.sitting_id, r.member_id) FROM sitting_register r) AS register, (SELECT count(*)::int FROM item_interest) AS interests,
      (SELECT count(*)::int FROM agenda_log) AS logged, (SELECT count(*)::int FROM minutes_addendum) AS addenda,
      (SELECT json_agg(c ORDER BY c.id) FROM send_case c) AS cases, (SELECT count(*)::int FROM case_event) AS events`,
    [],
  );

const at = (path: string) => `/sittings/${sitting}${path}`;
const itemAt = (name: string, step = '') => at(`/items/${items[name]}${step}`);
const versionOf = async (name: string) =>
  String(
    (
      await db.statements.run<{ version: number }>(
        '',
        'SELECT version FROM sitting_item WHERE id = $1',
        [items[name]],
      )
    )[0]!.version,
  );

/** Sends something that is refused in words, keeps what was typed, and changes nothing. */
async function refused(who: string, url: string, typed: Typed, ...words: string[]) {
  const before = await everything();
  const answer = await people[who]!.post(url, typed);
  expect([url, answer.status]).toEqual([url, 422]);
  for (const each of words) expect(wordsOf(answer.text)).toContain(each);
  expect(await everything()).toEqual(before);
  return answer.text;
}

const EHC = {
  'ehcQuestion.answer': 'not_now',
  'ehcQuestion.parentTold': 'yes',
  'ehcQuestion.reason': 'The plan at school is new',
};
const SIGNPOST = {
  ...EHC,
  decision: 'DECISION_SIGNPOST',
  reasons: 'The school can do this alone',
  DECISION_SIGNPOST__towards: 'outreach',
};
const open = async (name: string) =>
  expect((await people['chair']!.post(itemAt(name, '/open'))).status).toBe(303);

describe('somebody who has no part in a sitting', () => {
  const reads = () => [
    ...['/agenda', '/room', '/changes', '/minutes', '/add-a-child', '/add-a-school', '/cancel'],
    '/minutes/addendum',
    ...[`/items/${items['Ava']}`, `/items/${items['Ava']}/interest`, `/entries/${items['Ava']}`],
  ];

  it.each(['stranger', 'far'])('is not told that there is one (%s)', async (who) => {
    for (const path of [
      ...reads().map(at),
      ...['', '/agenda', '/minutes'].map((it) => `/api${at(it)}`),
    ])
      expect([path, (await people[who]!.get(path)).status]).toEqual([path, 404]);
    const before = await everything();
    const writes = ['/steps/end', '/steps/quorum-lost', '/add-a-child', '/cancel', '/register'];
    const papers = ['/papers/pack.pdf', `/items/${items['Ava']}/papers/feedback.pdf`];
    for (const path of [...writes, ...papers, '/minutes/approve', `/items/${items['Ava']}/decide`])
      expect([path, (await people[who]!.post(at(path), { reason: 'Snow' })).status]).toEqual([
        path,
        404,
      ]);
    expect(await everything()).toEqual(before);
  });

  it('finds nothing under an id that is none, or an item of another sitting', async () => {
    for (const url of [
      ...['/sittings/nothing/room', '/sittings/nothing/agenda', `/sittings/${NOWHERE}/room`],
      ...[at('/items/nothing'), at(`/items/${NOWHERE}`), at(`/entries/${NOWHERE}`)],
      ...[`/sittings/${later}/items/${items['Ava']}`, at('/papers/other.pdf'), at('/steps/fly')],
      ...['/papers/nothing', `/papers/${NOWHERE}`],
      at('/agenda/TATS-9999'),
    ])
      expect([url, (await people['coordinator']!.get(url)).status]).toEqual([url, 404]);
    for (const url of [at('/steps/fly'), `/sittings/${later}/items/${items['Ava']}/open`])
      expect([url, (await people['coordinator']!.post(url)).status]).toEqual([url, 404]);
  });

  it('sees before the papers are out that no item is there yet, in words', async () => {
    const words = wordsOf((await people['psychology']!.get(`/sittings/${later}/room`)).text);
    expect(words).toContain(
      'There is no item here yet. You can read yours once the papers are out',
    );
    expect(words).not.toContain('not for you');
  });
});

describe('a member who does not run the sitting', () => {
  it('is told who does', async () => {
    for (const path of ['/steps/end', '/steps/quorum-lost', `/items/${items['Ava']}/open`])
      await refused('psychology', at(path), {}, 'The chair, a deputy or the coordinator does this');
    const entry = await people['psychology']!.send(
      'POST',
      at(`/entries/${items['Ava']}`),
      { field: 'reasons', value: 'Mine', seen: 0 },
      { accept: 'application/json' },
    );
    expect([entry.status, entry.text]).toEqual([422, expect.stringContaining('writes here')]);
    expect((await people['psychology']!.get(at('/agenda'))).status).toBe(404);
  });
});

describe('forms that are sent with nothing, or with wrong things', () => {
  it('of an agenda', async () => {
    const line = `/sittings/${later}/agenda/${await leopold()}`;
    await refused('coordinator', line, {}, 'There is a problem');
    await refused('coordinator', line, { what: 'eaten', reason: 'Hungry words' }, 'Hungry words');
    await refused('coordinator', line, { what: 'reordered', to: '1.5', reason: 'Half' }, 'Half');
    await refused(
      'coordinator',
      line,
      { what: 'reordered', reason: 'No place' },
      'No place',
      'Choose a place',
    );
    await refused('coordinator', line, { what: 'urgent', reason: 'Not mine' }, 'Only the chair');
    await refused('chair', at('/add-a-child'), {}, 'There is a problem');
    const unknown = { reference: 'TATS-9999', reason: 'Sent home today' };
    expect(await refused('chair', at('/add-a-child'), unknown, 'Check the number')).toContain(
      'TATS-9999',
    );
    await refused('coordinator', `/sittings/${later}/add-a-school`, {}, 'There is a problem');
    await refused(
      'coordinator',
      `/sittings/${later}/add-a-school`,
      { urn: '000000', concern: 'Lunch is loud', reason: 'Asked by the head' },
      'Lunch is loud',
    );
    await refused(
      'coordinator',
      `/sittings/${later}/cancel`,
      { reason: '  ' },
      'There is a problem',
    );
    await refused('chair', at('/cancel'), { reason: 'Snow on the roads' }, 'Snow on the roads');
  });

  it('of an item', async () => {
    await open('Ava');
    const decide = itemAt('Ava', '/decide');
    await refused('chair', decide, {}, 'Select a decision');
    await refused(
      'chair',
      decide,
      { decision: 'EXCLUDE', reasons: 'Own words' },
      'Select a decision',
      'Own words',
    );
    await refused(
      'chair',
      decide,
      { decision: 'DECISION_ACTIONS', reasons: 'Half of it' },
      'Half of it',
    );
    await refused('chair', decide, { decision: 'DEFER' }, 'Select why it is put off');
    await refused(
      'chair',
      decide,
      { decision: 'DEFER', deferReason: 'RAIN', deferNote: 'It rains' },
      'Select why',
    );
    await refused(
      'chair',
      decide,
      { ...SIGNPOST, dissentName: 'Hal' },
      'Enter what they disagree with',
    );
    await refused('coordinator', decide, SIGNPOST, 'chairs this item');
    await refused(
      'chair',
      itemAt('Ava', '/interest'),
      { member: NOWHERE, kind: 'RELATED_CHILD' },
      'There is a problem',
    );
    await refused(
      'psychology',
      itemAt('Ava', '/interest'),
      { member: room.members['chair']!, kind: 'RELATED_CHILD' },
      'There is a problem',
    );
    const again = await people['chair']!.get(itemAt('Ava'));
    expect(again.text).toContain(SIGNPOST.reasons);
    expect(again.text.match(/name="[^"]*ehcQuestion.reason"/g)).toHaveLength(1);
  });

  it('of an item that somebody changed meanwhile: what was typed is shown to be copied', async () => {
    const typed = { ...SIGNPOST, reasons: 'Words that must not be lost', version: '999' };
    await refused(
      'chair',
      itemAt('Ava', '/decide'),
      typed,
      'Somebody else changed this item first',
      'Words that must not be lost',
    );
    await refused('chair', itemAt('Kofi', '/decide'), typed, 'Words that must not be lost');
    await refused(
      'chair',
      itemAt('Kofi', '/decide'),
      { ...typed, decision: 'DEFER' },
      'Select why',
    );
  });

  it('of a box: no field, another kind, far too long', async () => {
    const post = (body: object) =>
      people['chair']!.send('POST', at(`/entries/${items['Ava']}`), body, {
        accept: 'application/json',
      });
    for (const body of [
      {},
      { field: 'reasons', value: 7, seen: 0 },
      { field: 'reasons', value: 'x', seen: -1 },
      { field: 'rea sons', value: 'x', seen: 0 },
      { field: 'reasons', value: 'x'.repeat(9000), seen: 0 },
      { field: 'reasons', value: 'x', seen: 0, more: 1 },
    ])
      expect([body, (await post(body)).status]).toEqual([body, 422]);
  });

  it('of the register: what is no answer is not one', async () => {
    const before = await everything();
    const sent = { [`m-${room.members['psychology']}`]: 'asleep', [`m-${NOWHERE}`]: 'here' };
    expect((await people['coordinator']!.post(at('/register'), sent)).status).toBe(303);
    expect(await everything()).toEqual(before);
  });
});

describe('programs', () => {
  const api = (path = '') => `/api/sittings/${sitting}${path}`;
  const apiOf = (name: string, part = '') => api(`/items/${items[name]}${part}`);
  async function sends(who: string, url: string, body: object, headers = {}) {
    const { status, text } = await people[who]!.send('POST', url, body, headers);
    return { status, said: JSON.parse(text) as Record<string, unknown> };
  }
  const reads = async (who: string, url: string) =>
    JSON.parse((await people[who]!.get(url)).text) as Record<string, unknown[]>;

  it('read a sitting as the person who asks sees it', async () => {
    const all = await reads('coordinator', api());
    expect(all).toMatchObject({ stage: 'in_session', notForYou: 0, runs: true });
    expect(all['items']).toHaveLength(4);
    const police = await reads('police', api());
    expect(police).toMatchObject({ items: [], notForYou: 4, runs: false });
    expect(police['members']).not.toContainEqual(
      expect.objectContaining({ service: 'social_worker' }),
    );
    expect((await people['police']!.get(apiOf('Ava'))).status).toBe(404);
    expect((await people['police']!.get(api('/agenda'))).status).toBe(404);
    const ava = await reads('chair', apiOf('Ava'));
    expect(ava).toMatchObject({ quorum: { met: true }, because: expect.any(Array) as unknown[] });
    expect(ava['decisions']).toContainEqual(expect.objectContaining({ event: 'DECISION_ACTIONS' }));
    expect((await reads('psychology', apiOf('Ava')))['decisions']).toEqual([]);
  });

  it('are told who was first, and change nothing then', async () => {
    const before = await everything();
    const first = { by: 'Imogen Farrow', at: expect.any(String) as string };
    const stale = { expectedVersion: 999 };
    for (const [url, version, body] of [
      [apiOf('Ava', '/leave'), Number(await versionOf('Ava')), stale],
      [
        apiOf('Ava', '/deferral'),
        Number(await versionOf('Ava')),
        { reason: 'FAMILY_REQUEST', ...stale },
      ],
      [
        apiOf('Ava', '/decision'),
        Number(await versionOf('Ava')),
        { event: 'DECISION_SIGNPOST', payload: {}, ...stale },
      ],
    ] as const)
      expect([url, await sends('chair', url, body)]).toEqual([
        url,
        { status: 409, said: { ...first, version } },
      ]);
    for (const [url, body] of [
      [api('/events'), { type: 'MEETING_ENDED', ...stale }],
      [api('/events'), { type: 'MINUTES_APPROVED', ...stale }],
      [api('/register'), { memberId: room.members['psychology']!, answer: 'left', ...stale }],
    ] as const)
      expect(await sends('coordinator', url, body)).toMatchObject({
        status:
          url.endsWith('events') && 'type' in body && body.type === 'MINUTES_APPROVED' ? 404 : 409,
      });
    expect(await everything()).toEqual(before);
  });

  it('are refused in the words of the pages', async () => {
    const before = await everything();
    const member = room.members['psychology']!;
    for (const [who, url, body, words] of [
      ['coordinator', api('/events'), { type: 'MEETING_ENDED' }, 'no outcome yet'],
      ['coordinator', api('/events'), { type: 'MEETING_CANCELLED' }, 'Call the sitting off'],
      ['coordinator', api('/events'), { type: 'LUNCH' }, 'Give the type of the event'],
      ['psychology', api('/events'), { type: 'QUORUM_LOST' }, 'The chair, a deputy'],
      ['coordinator', api('/register'), { memberId: member, answer: 'asleep' }, 'Give the answer'],
      ['psychology', api('/register'), { memberId: member, answer: 'here' }, 'Who is in the room'],
      [
        'chair',
        apiOf('Ava', '/decision'),
        { event: 'TRIAGE_STARTED', payload: {} },
        'Select a decision',
      ],
      ['chair', apiOf('Ava', '/decision'), { event: 'DECISION_SIGNPOST', payload: {} }, ''],
      ['chair', apiOf('Ava', '/deferral'), { reason: 'RAIN' }, 'Select why it is put off'],
      [
        'coordinator',
        api('/late-items'),
        { reference: await leopold(), reason: 'Now' },
        'Only the chair',
      ],
      ['chair', api('/late-items'), { reason: 'Now' }, 'Give the reference of a case'],
      [
        'chair',
        apiOf('Ava', '/interests'),
        { memberId: NOWHERE, kind: 'FRIEND' },
        'kind of interest',
      ],
    ] as const) {
      const { status, said } = await sends(who, url, body);
      expect([url, body, status]).toEqual([url, body, 422]);
      expect(JSON.stringify(said['reasons'])).toContain(words);
    }
    expect(await everything()).toEqual(before);
  });

  it('move a line of an agenda with the reason, and only from the agenda that they saw', async () => {
    const line = `/api/sittings/${later}/agenda/${await leopold()}`;
    const move = { what: 'reordered', to: 1, reason: 'The school joins early' };
    const { version } = await reads('coordinator', `/api/sittings/${later}/agenda`);
    const seen = { ...move, expectedVersion: version };
    expect(await sends('coordinator', line, seen)).toMatchObject({
      status: 201,
      said: { changes: [{ what: 'reordered', to: 1, reason: move.reason, by: 'Petra Lindqvist' }] },
    });
    expect(await sends('chair', line, seen)).toMatchObject({
      status: 409,
      said: { by: 'Petra Lindqvist', version: Number(version) + 1 },
    });
    expect((await sends('chair', line, { ...move, reason: ' ' })).status).toBe(422);
  });

  it('open an item and decide it with its actions, once for a key', async () => {
    const opened = await sends('coordinator', apiOf('Kofi', '/open'), {});
    expect(opened).toMatchObject({ status: 201, said: { status: 'open' } });
    const decision = {
      event: 'DECISION_ACTIONS',
      expectedVersion: opened.said['version'],
      payload: {
        reasons: 'The quiet start helped before',
        ehcQuestion: { answer: 'not_now', parentTold: true, reason: 'The plan at school is new' },
        actions: [{ what: 'Outreach three mornings a week', owner: 'Specialist teacher' }],
        leadPractitioner: 'Pastoral lead',
      },
    };
    const key = { 'idempotency-key': 'decide-kofi' };
    for (const turn of ['sent', 'sent again'])
      expect([turn, await sends('chair', apiOf('Kofi', '/decision'), decision, key)]).toMatchObject(
        [
          turn,
          {
            status: 201,
            said: {
              status: 'decided',
              actions: [
                { what: expect.stringContaining('Outreach three mornings') as string, isNew: true },
              ],
            },
          },
        ],
      );
  });
});

describe('empty boxes of a form that was refused', () => {
  it('belong to nobody, so that another may write there', async () => {
    const wrote = await people['coordinator']!.send(
      'POST',
      at(`/entries/${items['Ava']}`),
      { field: 'challenge', value: 'The SENDIASS service helps', seen: 0 },
      { accept: 'application/json' },
    );
    expect(wrote.status).toBe(201);
  });
});

const leopold = async () =>
  (
    await db.statements.run<{ reference: string }>(
      '',
      "SELECT c.reference FROM send_case c JOIN child h ON h.id = c.child_id WHERE h.legal_forename = 'Leopold'",
      [],
    )
  )[0]!.reference;

describe('an item that somebody may not see', () => {
  const NAME = 'Zephyrine';
  const hidden = () => people['chair']!;

  it('is nowhere on the pages, in the files and on the stream of somebody related, and in nothing of those not asked', async () => {
    await room.here(sitting, 'deputy_chair');
    await room.register.declare(
      room.coordinator,
      { sittingId: sitting, itemId: items[NAME]!, memberId: room.members['chair']! },
      'RELATED_CHILD',
    );
    const told = await streamOf('chair', () => people['deputy_chair']!.post(itemAt(NAME, '/open')));
    expect(told).toContain('changed');
    expect(told).not.toContain(items[NAME]);
    for (const who of ['chair', 'police']) {
      const person = people[who]!;
      expect((await person.get(at('/room'))).text).not.toContain(NAME);
      expect(await fileOf(person, 'agenda.csv')).not.toContain(NAME);
      expect((await person.get(itemAt(NAME))).status).toBe(404);
      expect((await person.get(at(`/entries/${items[NAME]}`))).status).toBe(404);
      expect(await fileOf(person, 'pack.pdf')).not.toContain(NAME);
      expect(await fileOf(person, 'pack.docx')).not.toContain(NAME);
      expect((await person.get(`/api/sittings/${sitting}`)).text).not.toContain(NAME);
      expect((await person.get(`/api${itemAt(NAME)}`)).status).toBe(404);
    }
    expect((await people['deputy_chair']!.get(at('/room'))).text).toContain(NAME);
  });

  it('is not decided by the chair who is related, and one who gains does not vote', async () => {
    expect((await hidden().post(itemAt(NAME, '/decide'), SIGNPOST)).status).toBe(404);
    await room.register.declare(
      room.coordinator,
      { sittingId: sitting, itemId: items['Mabel']!, memberId: room.members['chair']! },
      'RECEIVING_SCHOOL',
    );
    const said = { ...SIGNPOST, version: await versionOf(NAME) };
    expect((await people['deputy_chair']!.post(itemAt(NAME, '/decide'), said)).status).toBe(303);
    await open('Mabel');
    await refused(
      'chair',
      itemAt('Mabel', '/decide'),
      SIGNPOST,
      'You have declared an interest in this item',
    );
    const vote = await hidden().send('POST', `/api${itemAt('Mabel', '/decision')}`, {
      event: 'DECISION_SIGNPOST',
      payload: { reasons: 'The school can do this alone', towards: 'outreach' },
    });
    expect([vote.status, vote.text]).toEqual([422, expect.stringContaining('noInterest')]);
    const own = { ...SIGNPOST, version: await versionOf('Mabel') };
    expect((await people['deputy_chair']!.post(itemAt('Mabel', '/decide'), own)).status).toBe(303);
  });

  it('is not in the minutes either, which are approved once though two press at once', async () => {
    for (const name of ['Ava']) {
      await open(name);
      const said = { ...SIGNPOST, version: await versionOf(name), commandKey: randomUUID() };
      for (const turn of ['sent', 'sent again']) {
        const { status } = await people['chair']!.post(itemAt(name, '/decide'), said);
        expect([turn, status]).toEqual([turn, 303]);
      }
    }
    expect((await people['chair']!.get(at('/minutes'))).status).toBe(404);
    await refused('psychology', at('/steps/end'), {}, 'The chair, a deputy or the coordinator');
    expect((await people['chair']!.post(at('/steps/end'))).location).toBe(at('/minutes'));
    await refused('coordinator', at('/minutes/approve'), {}, 'Only the chair');
    await refused(
      'chair',
      at('/minutes/addendum'),
      { text: 'Too early' },
      'Too early',
      'not approved yet',
    );
    const both = await Promise.all([
      hidden().post(at('/minutes/approve')),
      people['deputy_chair']!.post(at('/minutes/approve')),
      hidden().send('POST', `/api${at('/events')}`, { type: 'MINUTES_APPROVED' }),
    ]);
    const second = both.filter(({ status }) => status === 422);
    expect(second).toHaveLength(2);
    for (const { text } of second) expect(wordsOf(text)).toContain('approved already');

    for (const who of ['chair', 'police']) {
      const person = people[who]!;
      expect((await person.get(at('/minutes'))).text).not.toContain(NAME);
      expect(await fileOf(person, 'minutes.pdf')).not.toContain(NAME);
      expect(await fileOf(person, 'minutes.docx')).not.toContain(NAME);
      expect((await person.get(`/api${at('/minutes')}`)).text).not.toContain(NAME);
    }
    const words = wordsOf((await people['psychology']!.get(at('/minutes'))).text);
    expect(words).toContain(NAME);
    expect(wordsOf((await hidden().get(at('/minutes'))).text)).not.toContain('is not what was');
  });

  it('stays out of a sitting that is over: nothing more is decided, typed or registered', async () => {
    await refused('chair', itemAt('Ava', '/decide'), SIGNPOST, 'not in session');
    await refused('chair', itemAt('Ava', '/open'), {}, 'not in session');
    await refused(
      'chair',
      at('/add-a-child'),
      { reference: await leopold(), reason: 'Late' },
      'Late',
    );
    const absent = { [`m-${room.members['psychology']}`]: 'left' };
    await refused('coordinator', at('/register'), absent, 'The sitting is over');
    await refused(
      'chair',
      itemAt('Ava', '/interest'),
      { member: room.members['psychology']!, kind: 'AUTHOR_OF_ADVICE' },
      'settled',
    );
  });
});

describe('the day and the calendar of a sitting', () => {
  it('does not move into the past', async () => {
    const typed = {
      'to-day': '5',
      'to-month': '10',
      'to-year': '2026',
      because: 'The hall is let',
    };
    await refused('coordinator', `/panels/tats/sittings/${later}/move`, typed, 'The hall is let');
  });

  it('ends the access of members ten working days after the minutes, everywhere', async () => {
    const links = [await linkTo(people['psychology']!, 'pack.pdf')];
    await db.statements.run('', "UPDATE sitting SET seen_until = '2026-10-20' WHERE id = $1", [
      sitting,
    ]);
    const member = people['psychology']!;
    expect((await member.get(itemAt('Ava'))).status).toBe(404);
    expect((await member.get(`/api${itemAt('Ava')}`)).status).toBe(404);
    expect((await member.get(at(`/entries/${items['Ava']}`))).status).toBe(404);
    for (const file of ['agenda.csv', 'pack.docx', 'minutes.pdf', 'minutes.docx'])
      links.push(await linkTo(member, file));
    const seen = [await calendarOf('psychology')];
    for (const url of [at('/room'), at('/minutes'), `/api${at('')}`, `/api${at('/minutes')}`])
      seen.push((await member.get(url)).text);
    for (const link of links) {
      const { status, bytes } = await member.get(link);
      expect(status).toBe(200);
      seen.push(await wordsIn(bytes));
    }
    for (const words of seen)
      for (const name of Object.keys(items)) expect(words).not.toContain(name);
    expect((await people['chair']!.get(at('/minutes'))).text).toContain('Ava');
  });

  it('gives a paper by a link that is for one person and runs out', async () => {
    const chair = people['chair']!;
    const link = await linkTo(chair, 'minutes.pdf');
    expect((await chair.get(link)).status).toBe(200);
    expect((await people['coordinator']!.get(link)).status).toBe(404);
    await db.statements.run(
      '',
      "UPDATE paper_link SET made_at = made_at - interval '1 hour', ends_at = ends_at - interval '1 hour'",
      [],
    );
    const ended = await chair.get(link);
    expect(ended.status).toBe(410);
    expect(wordsOf(ended.text)).toContain('works for 15 minutes and for one person');
    expect(ended.text).toContain(at('/room'));
    const asked = await chair.send('POST', `/api${at('/papers')}`, { file: 'minutes.docx' });
    expect([asked.status, JSON.parse(asked.text)]).toEqual([
      201,
      { href: expect.stringMatching('^/papers/') as string, endsAt: expect.any(String) as string },
    ]);
    const kept = await db.statements.run(
      '',
      "SELECT 1 FROM pack_download d JOIN officer o ON o.id = d.officer_id WHERE d.what = 'minutes' AND o.name = 'Imogen Farrow'",
      [],
    );
    expect(kept.length).toBeGreaterThan(0);
  });

  it('names no child in the calendar', async () => {
    const body = await calendarOf('chair');
    expect(body).toContain('BEGIN:VEVENT');
    for (const name of [...Object.keys(items), 'Ashby', 'Leopold'])
      expect(body).not.toContain(name);
  });
});

/** A link to a file, as a press of its button leads to it. */
async function linkTo(person: Person, file: string): Promise<string> {
  const { status, location } = await person.post(at(`/papers/${file}`));
  expect([file, status]).toEqual([file, 303]);
  return location!;
}

/** All that a file says, read back by another program. */
async function fileOf(person: Person, file: string): Promise<string> {
  const { status, bytes } = await person.get(await linkTo(person, file));
  expect([file, status]).toEqual([file, 200]);
  return wordsIn(bytes);
}

async function wordsIn(bytes: Buffer): Promise<string> {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === 'PK') return [...(await partsOfWord(bytes)).values()].join(' ');
  if (mark !== '%P') return bytes.toString();
  const pdf = readPdf(bytes);
  return textOfPdf(pdf) + JSON.stringify(pdf);
}

async function calendarOf(who: string): Promise<string> {
  const { text } = await people[who]!.post('/panels/calendar', { what: 'all' });
  const [url] = /\/calendar\/[\w-]{43}\.ics/.exec(text) ?? [];
  return (await site.app.inject({ method: 'GET', url: url! })).body;
}

/** What the stream of changes tells one person while something happens. */
async function streamOf(who: string, act: () => Promise<unknown>): Promise<string> {
  await site.app.listen(0, '127.0.0.1');
  const leaving = new AbortController();
  const answer = await fetch(`${await site.app.getUrl()}${at('/changes')}`, {
    headers: { cookie: people[who]!.cookie },
    signal: leaving.signal,
  });
  const reader = answer.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let told = '';
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      told += Buffer.from(value).toString();
    }
  })().catch(() => undefined);
  await act();
  for (let turn = 0; turn < 100 && !told.includes('data:'); turn++) await after(100);
  leaving.abort();
  await reading;
  return told;
}
