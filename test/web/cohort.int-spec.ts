import { aCohort, type ACohort, COHORT_DAY } from '../support/a-cohort';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';

let db: TestDatabase;
let year6: ACohort;
let site: Awaited<ReturnType<typeof aWebsite>>;
let lead: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  year6 = await aCohort(db.statements);
  site = await aWebsite(db.url, COHORT_DAY);
  lead = await site.signedIn(year6.lead);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

describe('the places of a cohort', () => {
  const NEXT = '2028';
  const placesOf = async (cohort: string) => {
    const rows = await db.statements.run('', 'SELECT number FROM place WHERE cohort = $1', [
      cohort,
    ]);
    return rows.length;
  };

  it('are set up by a lead, as many as the council has set, once', async () => {
    const asked = `/year-6-places?cohort=${NEXT}`;
    expect((await lead.get(asked)).text).toContain('Set up 32 places');
    const sent = await lead.post('/year-6-places/set-up', { cohort: NEXT });
    expect(sent.status).toBe(303);
    expect(await placesOf(NEXT)).toBe(32);
    expect((await lead.get(asked)).text).not.toContain('Set up');
    await lead.post('/year-6-places/set-up', { cohort: NEXT });
    expect(await placesOf(NEXT)).toBe(32);
  });

  it('are not set up for a cohort long gone or far ahead', async () => {
    await lead.post('/year-6-places/set-up', { cohort: '2019' });
    await lead.post('/year-6-places/set-up', { cohort: '2040' });
    expect([await placesOf('2019'), await placesOf('2040')]).toEqual([0, 0]);
  });
});

describe('the page of the Year 6 places', () => {
  it('opens with what matters and shows places, funnel, waiting list and load', async () => {
    const { status, text } = await lead.get('/year-6-places');
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain(
      '1 place is free. Next on the waiting list is Sam Ravens. 2 families have not answered',
    );
    expect(words).toContain('2 family agreed');
    expect(words).toContain('3 of 6, room for 3');
    expect(words).toMatch(
      /Needs action \d+ Waiting for family 2 No worker yet 2 Baseline 1 Visits 1 All nominated 12/,
    );
  });

  it('opens, from every number, exactly as many children', async () => {
    const { text } = await lead.get('/year-6-places');
    const numbers = [
      ...text.matchAll(
        /href="(\/year-6-places\?[^"]+)"[^>]*>(\d+)(?: family agreed| waiting for the family)?</g,
      ),
    ];
    expect(numbers.length).toBeGreaterThan(6);
    for (const [, href = '', count] of numbers) {
      const opened = await lead.get(href.replaceAll('&amp;', '&').split('#')[0] ?? '');
      expect([href, rowsUnder(opened.text, 'aria-label="Choose')]).toEqual([href, Number(count)]);
    }
  });

  it('counts in each view what the view lists', async () => {
    const { text } = await lead.get('/year-6-places');
    const views = [
      ...text.matchAll(
        /moj-sub-navigation__link" href="([^"]+)"[^>]*>[^<]+<span class="cw-count">(\d+)</g,
      ),
    ];
    expect(views).toHaveLength(6);
    for (const [, href = '', count] of views) {
      const opened = await lead.get(href.replaceAll('&amp;', '&').split('#')[0] ?? '');
      expect(rowsUnder(opened.text, 'aria-label="Choose')).toBe(Number(count));
    }
  });

  it('downloads the same rows in the same order, and no cell is a formula', async () => {
    await db.statements.run(
      '',
      "UPDATE child SET preferred_name = '=HYPERLINK(\"http://x\")' WHERE legal_surname = 'Nye'",
      [],
    );
    const shown = await lead.get('/year-6-places?view=all');
    const file = await lead.get('/year-6-places/download?view=all');
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.text.trim().split('\r\n');
    expect(lines).toHaveLength(13);
    const order = [...shown.text.matchAll(/name="case" value="([^"]+)"/g)].map(
      ([, reference]) => reference,
    );
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(order);
    expect(file.text).toContain(`"'=HYPERLINK(`);
    expect(shown.text).not.toContain('<a href="http://x');
    await db.statements.run(
      '',
      "UPDATE child SET preferred_name = NULL WHERE legal_surname = 'Nye'",
      [],
    );
  });

  it('is closed to people who have nothing to do with the programme', async () => {
    const analyst = await site.signedIn(
      await anOfficer(db.statements, 'Ann Alyst', ['data_analyst']),
    );
    expect((await analyst.get('/year-6-places')).status).toBe(403);
    expect((await analyst.get(`/year-6-places/score/${year6.cases['Pell']}`)).status).toBe(403);
  });

  it('shows the sum behind a score', async () => {
    const { text } = await lead.get(`/year-6-places/score/${year6.cases['Pell']}`);
    expect(wordsOf(text)).toContain('Attendance 10 20');
    expect(wordsOf(text)).toContain('Score 71 of 100');
  });

  it('shows the waiting list with the reason for each rank', async () => {
    const words = wordsOf((await lead.get('/year-6-places/waiting-list')).text);
    expect(words).toContain('Before number 2: higher score');
    expect(words).toContain('Before number 3: nominated earlier');
    expect(words).toMatch(/Before number 4: (drawn by lot|entered earlier)/);
  });
});

describe('the same step for several children', () => {
  const choose = (act: string, surnames: readonly string[]) => ({
    act,
    from: '/year-6-places?view=family',
    case: surnames.map((surname) => year6.cases[surname] ?? ''),
  });
  const hidden = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
      ([, value = '']) => value,
    );
  const onDay = { 'occurredOn-day': '12', 'occurredOn-month': '1', 'occurredOn-year': '2027' };

  it('says so when nobody was chosen', async () => {
    const { status, text } = await lead.post('/year-6-places/choose', {
      act: 'worker',
      from: '/year-6-places',
    });
    expect(status).toBe(422);
    expect(wordsOf(text)).toContain('There is a problem Choose at least one child');
  });

  it('keeps what was typed and says what is wrong with it', async () => {
    const form = await lead.post('/year-6-places/choose', choose('worker', ['Holt', 'Quill']));
    expect(form.status).toBe(200);
    expect(wordsOf(form.text)).toContain('For 2 children');
    const checked = await lead.post('/several-cases/check', {
      ...choose('', ['Holt']),
      event: 'ALLOCATED',
      ...onDay,
      'occurredOn-month': '13',
    });
    expect(checked.status).toBe(422);
    expect(wordsOf(checked.text)).toContain('There is a problem');
  });

  it('shows what would happen to each child, does it, and says what became of each', async () => {
    const answers = { event: 'ALLOCATED', workerId: year6.worker.id, weight: '1.5', ...onDay };
    const three = { ...choose('', ['Holt', 'Quill', 'Pell']), ...answers };
    const check = await lead.post('/several-cases/check', three);
    expect(wordsOf(check.text)).toContain('It can be recorded for 2 of 3');
    expect(wordsOf(check.text)).toContain('Not possible');
    const before = await db.statements.run('', 'SELECT count(*) FROM case_event', []);
    expect(before).toEqual(await db.statements.run('', 'SELECT count(*) FROM case_event', []));

    // somebody else is quicker with one of them
    await lead.post('/several-cases/record', {
      ...choose('', ['Quill']),
      event: 'DESTINATION_OFFERED',
      urn: '199020',
      ...onDay,
      seen: hidden(check.text, 'seen').filter((it) => it.startsWith(`${year6.cases['Quill']}:`)),
    });

    const send = { ...three, key: hidden(check.text, 'key'), seen: hidden(check.text, 'seen') };
    const result = await lead.post('/several-cases/record', send);
    expect(wordsOf(result.text)).toContain('1 done, 1 left out, 1 changed by somebody else first.');
    expect(wordsOf(result.text)).toContain('Petra Lindqvist changed this case first');
    const events = await db.statements.run<{ n: number }>(
      '',
      "SELECT count(*)::int AS n FROM case_event WHERE type = 'ALLOCATED'",
      [],
    );

    const again = await lead.post('/several-cases/record', send);
    expect(wordsOf(again.text)).toContain('1 recorded before');
    expect(
      await db.statements.run(
        '',
        "SELECT count(*)::int AS n FROM case_event WHERE type = 'ALLOCATED'",
        [],
      ),
    ).toEqual(events);
  });

  it('gives the last room of a worker once', async () => {
    const check = await lead.post('/several-cases/check', {
      ...choose('', ['Quill', 'Nye']),
      event: 'ALLOCATED',
      workerId: year6.worker.id,
      weight: '1.5',
      ...onDay,
    });
    expect(wordsOf(check.text)).toContain('It can be recorded for 1 of 2');
    expect(wordsOf(check.text)).toContain('This worker is at the limit of their caseload');
  });

  it('offers only steps that one of them can take', async () => {
    const { text } = await lead.post('/year-6-places/choose', choose('step', ['Larwood', 'Nye']));
    const words = wordsOf(text);
    expect(words).toContain('Start screening possible for 1 of 2');
    expect(words).not.toContain('Record that the child has died');
  });

  it('arranges cover for all that a colleague holds', async () => {
    const { id } = await anOfficer(db.statements, 'Bronagh Kelly', ['y6_worker']);
    const held = ['Marsh', 'Pell'];
    const steps = await lead.post('/year-6-places/choose', choose('step', held));
    expect(wordsOf(steps.text)).toContain('Arrange cover possible for 2 of 2');
    const answers = {
      ...choose('', held),
      ...{ event: 'COVER_STARTED', coverId: id, ...onDay },
      ...{ 'coverEndDate-day': '26', 'coverEndDate-month': '2', 'coverEndDate-year': '2027' },
    };
    const check = await lead.post('/several-cases/check', answers);
    expect(wordsOf(check.text)).toContain('It can be recorded for all 2');
    const asked = { key: hidden(check.text, 'key'), seen: hidden(check.text, 'seen') };
    const result = await lead.post('/several-cases/record', { ...answers, ...asked });
    expect(wordsOf(result.text)).toContain('2 done');
    const sql = 'SELECT reference FROM send_case WHERE cover_id = $1';
    expect(await db.statements.run('', sql, [id])).toHaveLength(2);
  });

  it('downloads the chosen children only', async () => {
    const { text } = await lead.post('/year-6-places/choose', choose('download', ['Holt', 'Pell']));
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });
});

describe('offering the free place', () => {
  it('holds it for the first of the list, once', async () => {
    const ask = await lead.get('/year-6-places/free-place');
    expect(wordsOf(ask.text)).toContain('Sam Ravens is first on the waiting list');
    const typed = Object.fromEntries(
      ['case', 'version', 'commandKey', 'cohort'].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(ask.text)?.[1] ?? '',
      ]),
    );
    const done = await lead.post('/year-6-places/free-place', typed);
    expect(done.status).toBe(303);
    expect((await lead.post('/year-6-places/free-place', typed)).status).toBe(303);
    const page = wordsOf((await lead.get(done.location ?? '')).text);
    expect(page).toContain('All 5 places are taken');
    expect(page).toContain(`held for ${year6.cases['Ravens']}`);
    const none = await lead.get('/year-6-places/free-place');
    expect(wordsOf(none.text)).toContain('No place is free');
  });

  it('is for leads only', async () => {
    const worker = await site.signedIn(year6.worker);
    expect((await worker.get('/year-6-places/free-place')).status).toBe(403);
    expect((await worker.get('/year-6-places')).text).not.toContain('Offer the free place');
  });
});
