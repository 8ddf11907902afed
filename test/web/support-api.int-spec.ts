import { aSupportedCase, type Supported, TODAY, words } from './support-given';

let given: Supported;
let api: (rest: string) => string;
beforeAll(async () => {
  given = await aSupportedCase();
  api = (rest) => `/api/cases/${given.reference}${rest}`;
}, 120_000);
afterAll(() => given?.close());

const read = async (rest: string, who: keyof Supported['people'] = 'rhys') => {
  const { status, text } = await given.people[who].get(api(rest));
  return { status, body: JSON.parse(text) as Record<string, never> };
};
const send = async (
  method: 'POST' | 'PUT',
  rest: string,
  body: object,
  { who = 'rhys', key }: { who?: keyof Supported['people']; key?: string } = {},
) => {
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
  const { status, text } = await given.people[who].send(method, api(rest), body, headers);
  return { status, body: JSON.parse(text) as { id: string; reasons?: { text: string }[] } };
};
const post = (rest: string, body: object, more = {}) => send('POST', rest, body, more);
const reasonsOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  (body.reasons ?? []).map(({ text }) => text).join('; ');

const action = () => ({ text: 'Ring the new school', ownerId: given.officers.rhys.id });
const visit = { state: 'planned', kind: 'family', onDay: '2027-01-20', place: 'Home' };
const view = { whose: 'child', how: 'talk', onDay: TODAY, said: 'I like the library' };
const measure = {
  instrument: 'confidence',
  point: 'baseline',
  answeredBy: 'child',
  onDay: TODAY,
  answers: ['2'],
};
const outcome = {
  outcome: 'Finds the way alone',
  measure: 'Walks without an adult',
  baseline: 'Never',
  target: 'Every day',
  byWhen: '2027-07-01',
  who: 'Rhys Calder',
  status: 'under_way',
};
const plan = {
  strengths: ['Kind'],
  needs: ['Crowds'],
  outcomes: [outcome],
  reviewOn: '2027-03-01',
  approval: 'asked',
};

describe('what is kept beside a case, for programs', () => {
  it('is added, once for each key, and read again', async () => {
    const rows: [string, string, object][] = [
      ['/actions', 'action', action()],
      ['/visits', 'visit', visit],
      ['/views', 'view_sought', view],
      ['/measures', 'measure', measure],
    ];
    for (const [part, table, body] of rows) {
      const before = await given.count(table);
      const first = await post(part, body, { key: 'a key' });
      expect([part, first.status, first.body.reasons]).toEqual([part, 422, expect.anything()]);
      const [one, other] = await Promise.all([
        post(part, body, { key: `key-${table}` }),
        post(part, body, { key: `key-${table}` }),
      ]);
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(one.body.id).toBe(other.body.id);
      expect(await given.count(table)).toBe(before + 1);
      expect((await post(part, { ...body, x: 1 }, { key: `key-${table}` })).status).toBe(422);
      expect(await given.count(table)).toBe(before + 1);
      const list = await read(part);
      expect([list.status, JSON.stringify(list.body)]).toEqual([
        200,
        expect.stringContaining(one.body.id),
      ]);
    }
    const changed = await post(
      '/views',
      { ...view, said: 'Other words' },
      { key: 'key-view_sought' },
    );
    expect([changed.status, reasonsOf(changed)]).toEqual([
      422,
      expect.stringContaining('sent twice with different answers'),
    ]);
  });

  it('says in words what is wrong, and writes nothing', async () => {
    const wrong: [string, object, string][] = [
      ['/actions', {}, 'What is to be done? Enter an answer'],
      ['/actions', { ...action(), text: 7 }, 'What is to be done? Enter an answer'],
      [
        '/actions',
        { ...action(), ownerId: given.officers.stranger.id },
        'cannot work on this case',
      ],
      ['/actions', { ...action(), dueOn: '2027-02-30' }, 'enter a real date'],
      ['/visits', { ...visit, onDay: '2027-01-01' }, 'A planned visit is today or later'],
      ['/visits', { ...visit, kind: 'holiday' }, 'What kind of contact?'],
      ['/visits', { ...visit, colour: 'red' }, 'There is no field called colour'],
      ['/views', { ...view, said: '' }, 'What did they say?'],
      ['/views', { ...view, onDay: '2027-01-13' }, 'Today or earlier'],
      ['/measures', { ...measure, answers: ['many'] }, 'line 1 needs a number at its end'],
      ['/measures', { ...measure, answers: 'x' }, 'Enter values'],
      ['/measures', { ...measure, answers: [3] }, 'Values, line 1: this answer cannot be used'],
    ];
    const tables = ['action', 'visit', 'view_sought', 'measure', 'kept_answer'];
    const before = await Promise.all(tables.map((table) => given.count(table)));
    for (const [part, body, words] of wrong) {
      const answer = await post(part, body, { key: 'wrong' });
      expect([part, answer.status, reasonsOf(answer)]).toEqual([
        part,
        422,
        expect.stringContaining(words),
      ]);
    }
    expect(await Promise.all(tables.map((table) => given.count(table)))).toEqual(before);
  });

  it('is not there for people who may not know of the case, and is not added to by those who read', async () => {
    const parts: [string, object][] = [
      ['/actions', action()],
      ['/visits', visit],
      ['/views', view],
      ['/measures', measure],
    ];
    for (const [part, body] of parts) {
      expect((await read(part, 'stranger')).status).toBe(404);
      expect((await post(part, body, { who: 'stranger' })).status).toBe(404);
      expect((await read(part, 'dpo')).status).toBe(200);
      expect((await post(part, body, { who: 'dpo' })).status).toBe(403);
      if (part !== '/actions') expect((await read(part, 'lorcan')).status).toBe(403);
    }
    expect((await read('/plan', 'stranger')).status).toBe(404);
    expect(
      (await send('PUT', '/plan', { expectedVersion: 0, plan }, { who: 'stranger' })).status,
    ).toBe(404);
    const looks = await given.rows<{ page: string }>(
      'SELECT DISTINCT page FROM access_log WHERE officer_id = $1',
      [given.officers.dpo.id],
    );
    expect(looks.map(({ page }) => page)).toEqual(expect.arrayContaining(['views', 'measures']));
  });

  it('leaves a line when it is refused, on the record and for information governance', async () => {
    const { dpo, lorcan, rhys, stranger } = given.people;
    await post('/views', view, { who: 'dpo' });
    await lorcan.get(api('/views'));
    await stranger.get(given.url('/notes'));
    await stranger.get('/cases/ZZ-9999');
    const list = words(await dpo.get('/access-to-records'));
    for (const line of [
      `Ines Okafor record what a child or family said ${given.reference}`,
      `Lorcan Beck see what a child and family said ${given.reference}`,
      `Kit Larwood see the notes of a case ${given.reference}`,
      'Kit Larwood see a case No such case',
    ])
      expect(list).toContain(line);
    expect(words(await rhys.get(given.url('/who-has-looked')))).toMatch(
      /Lorcan Beck [^,]+, \S+ see what a child and family said Refused/,
    );
    expect((await rhys.get('/access-to-records')).status).toBe(403);
  });

  it('is an action that somebody says is done and somebody else confirms', async () => {
    const { body } = await post('/actions', action());
    const events = `/actions/${body.id}/events`;
    const done = { type: 'MARK_DONE', payload: { evidenceText: 'Rang on Monday' } };
    expect(reasonsOf(await post(events, { type: 'MARK_DONE' }))).toContain('How do we know');
    expect(reasonsOf(await post(events, { type: 'DUE_PASSED' }))).toContain('Give the type');
    const told = [await post(events, done, { key: 'd' }), await post(events, done, { key: 'd' })];
    for (const answer of told)
      expect([answer.status, answer.body]).toEqual([
        201,
        { id: body.id, state: 'done_unverified' },
      ]);
    expect((await post(events, { type: 'VERIFIED' })).status).toBe(422);
    expect((await post(events, { type: 'VERIFIED' }, { who: 'lowri' })).status).toBe(201);
    const { body: found } = await read(`/actions/${body.id}`);
    expect(found).toMatchObject({ state: 'done', trail: [{ type: 'VERIFIED' }, {}, {}] });
    expect((await post('/actions/none/events', done)).status).toBe(404);
  });

  it('is a visit that is planned and then recorded, once', async () => {
    const { body } = await post('/visits', visit);
    const held = { ...visit, state: 'done', onDay: TODAY, minutes: 40, attended: true };
    const url = `/visits/${body.id}`;
    expect(reasonsOf(await send('PUT', url, { ...held, minutes: undefined }))).toContain('minutes');
    expect((await send('PUT', url, held)).body).toEqual({ id: body.id, state: 'done' });
    expect(reasonsOf(await send('PUT', url, held))).toContain('recorded this visit already');
    expect((await send('PUT', '/visits/none', held)).status).toBe(404);
  });

  it('is a plan, version by version, that somebody else approves and that is reviewed', async () => {
    expect((await read('/plan')).body).toEqual({ plan: null, versions: [], reviews: [] });
    const put = (body: object, more = {}) => send('PUT', '/plan', body, more);
    expect((await put({ expectedVersion: 0, plan: { ...plan, outcomes: [] } })).status).toBe(422);
    expect((await put({ expectedVersion: 0, plan }, { key: 'p' })).body).toEqual({ version: 1 });
    expect((await put({ expectedVersion: 0, plan }, { key: 'p' })).body).toEqual({ version: 1 });
    expect((await put({ expectedVersion: 0, plan })).status).toBe(409);
    expect(reasonsOf(await put({ expectedVersion: 1, plan }))).toContain('new cycle');
    const approval = { version: 1 };
    expect((await post('/plan/approval', approval)).status).toBe(403);
    expect((await post('/plan/approval', approval, { who: 'lowri' })).status).toBe(201);
    const review = { reviewedOn: TODAY, outcome1: { result: 'part', words: 'With one adult' } };
    expect(reasonsOf(await post('/plan/reviews', { reviewedOn: TODAY }))).toContain('at least one');
    expect((await post('/plan/reviews', review)).status).toBe(201);
    const next = { expectedVersion: 1, plan: { ...plan, newCycle: true } };
    expect((await put(next)).body).toEqual({ version: 2 });
    const { body } = await read('/plan');
    expect(body).toMatchObject({
      plan: { version: 2, cycle: 2 },
      versions: [{ version: 2 }, { version: 1, approvedBy: 'Lowri Penn' }],
      reviews: [{ result: 'part' }],
    });
  });

  it('is described', async () => {
    const { text } = await given.people.rhys.get('/api/docs/json');
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> };
    for (const part of ['actions', 'visits', 'views', 'measures', 'documents'])
      expect(Object.keys(paths[`/api/cases/{reference}/${part}`]!)).toEqual(['get', 'post']);
    expect(Object.keys(paths['/api/cases/{reference}/plan']!)).toEqual(['get', 'put']);
    expect(text).toContain('The first outcome of the plan');
  });

  it('takes nothing once the case has ended, but gives the same answer again', async () => {
    const first = await post('/views', view, { key: 'last' });
    await given.rows('UPDATE send_case SET open = false WHERE id = $1', [given.caseId]);
    expect(reasonsOf(await post('/views', view))).toContain('This case has ended');
    expect((await post('/views', view, { key: 'last' })).body).toEqual(first.body);
    await given.rows('UPDATE send_case SET open = true WHERE id = $1', [given.caseId]);
  });
});

describe('an action of somebody who speaks for the school', () => {
  it('is said to be done by them, from My work and by a program, and checked by somebody else', async () => {
    const { lorcan, rhys } = given.people;
    const asked = { text: 'Show Rafi the quiet room', ownerId: given.officers.lorcan.id };
    const { body } = await post('/actions', asked);
    const [row] = await given.rows<{ dueOn: string }>(
      'SELECT due_on AS "dueOn" FROM action WHERE id = $1',
      [body.id],
    );
    expect(row).toEqual({ dueOn: '2027-01-26' });
    const work = await lorcan.get('/my-work');
    expect(work.text).toContain('Show Rafi the quiet room');
    const page = `/my-work/actions/${body.id}`;
    expect((await lorcan.get(`/cases/${given.reference}/actions/${body.id}`)).location).toBe(page);
    const shown = await lorcan.get(page);
    expect([shown.status, shown.text.includes('Confirm')]).toEqual([200, false]);
    expect((await rhys.get(page)).status).toBe(404);
    expect((await lorcan.post(`${page}/verified`, {})).status).toBe(404);
    expect((await lorcan.post(`${page}/mark-blocked`, {})).status).toBe(422);
    const done = await lorcan.post(`${page}/mark-done`, { evidenceText: 'Shown on Tuesday' });
    expect([done.status, done.location]).toEqual([303, page]);
    expect((await read(`/actions/${body.id}`, 'lorcan')).body).toMatchObject({
      state: 'done_unverified',
    });
    const check = { type: 'VERIFIED' };
    expect((await post(`/actions/${body.id}/events`, check, { who: 'lorcan' })).status).toBe(403);
    expect((await post(`/actions/${body.id}/events`, check)).status).toBe(201);
  });

  it('is all that the school sees of the actions of its pupil', async () => {
    const { lorcan } = given.people;
    const { body: ours } = await post('/actions', {
      ...action(),
      text: 'Ask the council’s driver',
    });
    const asked = { text: 'Meet the parents', ownerId: given.officers.lorcan.id };
    const { body: theirs } = await post('/actions', asked);
    const listed = async (url: string) =>
      (JSON.parse((await lorcan.get(url)).text) as { actions: { id: string }[] }).actions;
    for (const url of [api('/actions'), '/api/actions']) {
      const ids = (await listed(url)).map(({ id }) => id);
      expect([url, ids.includes(theirs.id), ids.includes(ours.id)]).toEqual([url, true, false]);
    }
    const seen = await lorcan.get(given.url('/actions'));
    expect([seen.status, seen.text.includes('Meet the parents')]).toEqual([200, true]);
    expect(seen.text).not.toContain('driver');
    expect((await lorcan.get(given.url(`/actions/${ours.id}`))).status).toBe(403);
    expect((await read(`/actions/${ours.id}`, 'lorcan')).status).toBe(403);
  });

  it('stays theirs when the child has left the school, and shows nothing else of the case', async () => {
    const asked = { text: 'Send the old timetable', ownerId: given.officers.lorcan.id };
    const { body } = await post('/actions', asked);
    await given.rows(
      'UPDATE child SET urn = NULL WHERE id = (SELECT child_id FROM send_case WHERE id = $1)',
      [given.caseId],
    );
    const { lorcan } = given.people;
    const { text } = await lorcan.get('/my-work');
    expect(text).toContain(`href="/my-work/actions/${body.id}"`);
    expect(text).not.toContain('Dunmore');
    expect((await lorcan.get(`/cases/${given.reference}`)).status).toBe(404);
    const blocked = { type: 'MARK_BLOCKED', payload: { reason: 'It was destroyed' } };
    const told = await post(`/actions/${body.id}/events`, blocked, { who: 'lorcan' });
    expect(told.body).toEqual({ id: body.id, state: 'blocked' });
    expect((await lorcan.get(`/my-work/actions/${body.id}`)).text).not.toContain('Dunmore');
    const [look] = await given.rows(
      `SELECT relation FROM access_log WHERE action = 'action.seen' ORDER BY id DESC LIMIT 1`,
    );
    expect(look).toEqual({ relation: 'none' });
  });
});
