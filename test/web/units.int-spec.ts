import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
} from '../support/given';
import { aWebsite, type Person, wordsOf } from '../support/a-website';

const TODAY = '2026-10-19';
const UNIT = '199020';
const OTHER = '199025';

const ENQUIRY: JourneyStep = ['2026-09-14', 'ENQUIRY_LOGGED'];
const toPanel = (more: Record<string, unknown> = {}): [JourneyStep, ...JourneyStep[]] => [
  ENQUIRY,
  ['2026-09-16', 'REFERRAL_SUBMITTED', more],
  ['2026-09-21', 'ELIGIBILITY_PASSED'],
];
const offer: JourneyStep = ['2026-09-30', 'PANEL_OFFER', { unitUrn: UNIT }];
const wait: JourneyStep = ['2026-09-30', 'PANEL_WAITLIST', { unitUrn: UNIT, matchOk: false }];
const stay: JourneyStep[] = [
  ['2026-10-01', 'CONSENT_GIVEN'],
  ['2026-10-05', 'OFFER_ACCEPTED'],
  ['2026-10-12', 'ADMITTED'],
];

let db: TestDatabase;
let site: Awaited<ReturnType<typeof aWebsite>>;
let chair: Actor;
let people: Record<'chair' | 'lead' | 'otherLead' | 'reader', Person>;
const cases: Record<string, string> = {};

async function aReferral(surname: string, steps: [JourneyStep, ...JourneyStep[]]): Promise<void> {
  const child = await aChild(db.statements, { forename: 'Rowan', surname, dob: '2014-03-01' });
  const door = aDoor(db.statements, TODAY);
  cases[surname] = (await aCaseAt(door, chair, 'hd_referral', child, steps)).reference;
}

const leads = async (name: string, urn: string) => {
  const officer = await anOfficer(db.statements, name, ['unit_lead']);
  await db.statements.run('', 'UPDATE officer SET school_urn = $2 WHERE id = $1', [
    officer.id,
    urn,
  ]);
  return officer;
};

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  chair = await anOfficer(db.statements, 'Imogen Farrow', ['panel_chair', 'send_manager']);
  await places(db.statements, 3, UNIT, { programme: 'hd_unit' });
  await aReferral('Admitted', [...toPanel(), offer, ...stay]);
  await aReferral('Offered', [...toPanel(), ['2026-10-14', 'PANEL_OFFER', { unitUrn: UNIT }]]);
  await aReferral('Early', [...toPanel({ exclusion: 'none' }), wait]);
  await aReferral('Excluded', [...toPanel({ exclusion: 'issued' }), wait]);
  site = await aWebsite(db.url, TODAY);
  people = {
    chair: await site.signedIn(chair),
    lead: await site.signedIn(await leads('Una Lead', UNIT)),
    otherLead: await site.signedIn(await leads('Oz Lead', OTHER)),
    reader: await site.signedIn(await anOfficer(db.statements, 'Dee Reader', ['dpo'])),
  };
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const placeRows = () =>
  db.statements.run<Record<string, unknown>>(
    '',
    'SELECT cohort, number, suspended_why, closed_on FROM place ORDER BY cohort, number',
    [],
  );
const refusedAs = async (
  send: () => Promise<{ status: number; text: string }>,
  status: number,
  ...words: string[]
) => {
  const before = await placeRows();
  const answer = await send();
  expect(answer.status).toBe(status);
  for (const each of words) expect(wordsOf(answer.text)).toContain(each);
  expect(await placeRows()).toEqual(before);
  return answer;
};

describe('the page of the unit places', () => {
  it('shows each place with who has it, and who waits with the reason for the order', async () => {
    const { status, text } = await people.chair.get('/units');
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain('1 of 3 places is vacant.');
    expect(words).toContain('3 places: 1 occupied, 1 held, 1 vacant');
    expect(words).toMatch(/Occupied Rowan Admitted Assessment place Since 12 October 2026/);
    expect(words).toMatch(/Held Rowan Offered Place offered Since 14 October 2026, until/);
    expect(words).toMatch(/1 Rowan Excluded 42 .* 40 for a permanent exclusion, 2 for weeks wait/);
    expect(words).toMatch(/2 Rowan Early 2 /);
    expect(text).toContain(`href="/cases/${cases['Admitted']}"`);
    const looks = await db.statements.run(
      '',
      "SELECT 1 FROM access_log WHERE action = 'list.seen' AND page = 'units'",
      [],
    );
    expect(looks).not.toHaveLength(0);
  });

  it('opens behind each number the rows it counts', async () => {
    const { text } = await people.chair.get('/units');
    const views = [
      ...text.matchAll(/href="(\/units[^"]*)"[^>]*>[^<]+<span class="cw-count">(\d+)/g),
    ];
    expect(views).toHaveLength(9);
    for (const [, href = '', count] of views) {
      const opened = await people.chair.get(href);
      const isWaiting = href.endsWith('waiting');
      const rows = isWaiting
        ? opened.text.match(/data-l="Rank"/g)
        : opened.text.match(/data-l="Since and until"/g);
      expect([href, rows?.length ?? 0]).toEqual([href, Number(count)]);
    }
  });

  it('gives the same rows as a file', async () => {
    const file = await people.chair.get('/units/download');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.trim().split('\r\n')).toHaveLength(1 + 3 + 2);
  });

  it('shows a unit lead the own unit without the names of those who wait, and no other unit', async () => {
    const { status, text } = await people.lead.get('/units');
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain('Rowan Admitted');
    expect(wordsOf(text)).toContain('2 children wait');
    expect(text).not.toContain('Excluded');
    expect(text).not.toContain('Create a unit');
    expect((await people.lead.get(`/cases/${cases['Admitted']}`)).status).toBe(200);
    expect((await people.lead.get(`/cases/${cases['Offered']}`)).status).toBe(200);
    expect((await people.lead.get(`/cases/${cases['Early']}`)).status).toBe(404);
    expect((await people.otherLead.get(`/cases/${cases['Admitted']}`)).status).toBe(404);
    expect(wordsOf((await people.otherLead.get('/units')).text)).toContain('There is no unit yet');
  });

  it('is in the navigation of those roles and closed to readers', async () => {
    expect((await people.lead.get('/my-work')).text).toContain('href="/units"');
    expect((await people.reader.get('/my-work')).text).not.toContain('href="/units"');
    expect((await people.reader.get('/units')).status).toBe(403);
    expect((await people.lead.get('/units/add')).status).toBe(403);
    expect((await people.reader.post('/units/add', { urn: OTHER, places: '4' })).status).toBe(403);
  });
});

describe('the places of a unit', () => {
  it('are set up once, with four places unless told otherwise', async () => {
    const form = await people.chair.get('/units/add');
    expect(form.text).toMatch(/name="places"[^>]*value="4"/);
    const unit = { urn: OTHER, places: '2', why: 'Agreement of May' };
    expect((await people.chair.post('/units/add', unit)).location).toBe('/units');
    expect((await placeRows()).filter(({ cohort }) => cohort === OTHER)).toHaveLength(2);
    await refusedAs(() => people.chair.post('/units/add', unit), 422, 'has a unit already');
  });

  it.each([
    ['0', 'from 1 to 8'],
    ['9', 'from 1 to 8'],
    ['four', 'from 1 to 8'],
  ])('refuse the number %s and keep what was typed', async (typed, words) => {
    const send = () =>
      people.chair.post('/units/add', { urn: '199001', places: typed, why: 'Pilot <b>' });
    const { text } = await refusedAs(send, 422, words);
    expect(text).toContain(`value="${typed}"`);
    expect(text).toContain('Pilot &lt;b&gt;');
    expect(text).toMatch(/<option value="199001" selected/);
  });

  it('grow to eight and not to nine', async () => {
    for (let made = 3; made < 8; made++)
      await people.chair.post(`/units/${UNIT}/places/add`, { why: 'Agreement varied' });
    expect((await placeRows()).filter(({ cohort }) => cohort === UNIT)).toHaveLength(8);
    const ninth = () => people.chair.post(`/units/${UNIT}/places/add`, { why: 'More' });
    await refusedAs(ninth, 422, 'at most 8 places');
    const noReason = () => people.chair.post(`/units/${UNIT}/places/add`, {});
    await refusedAs(noReason, 422, 'Say why');
  });

  it('are suspended, used again and closed while nobody has them, and never else', async () => {
    const send = (number: number, event: string) =>
      people.chair.post(`/units/${UNIT}/places/${number}`, { event, why: 'The teacher is away' });
    await refusedAs(() => send(1, 'DECOMMISSION'), 422, 'A child has this place');
    await refusedAs(() => send(2, 'SUSPEND'), 422, 'A child has this place');
    await refusedAs(() => send(3, 'OCCUPY'), 422, 'Select what happens to the place');
    expect((await send(3, 'SUSPEND')).status).toBe(303);
    const page = wordsOf((await people.chair.get('/units?view=suspended')).text);
    expect(page).toContain('Since 19 October 2026: The teacher is away');
    await refusedAs(() => send(3, 'SUSPEND'), 422, 'suspended already');
    expect((await send(3, 'RESUME')).status).toBe(303);
    expect((await send(8, 'DECOMMISSION')).status).toBe(303);
    await refusedAs(() => send(8, 'SUSPEND'), 404);
    const written = await db.statements.run<{ type: string }>(
      '',
      "SELECT type FROM place_event WHERE why = 'The teacher is away' ORDER BY at",
      [],
    );
    expect(written.map(({ type }) => type)).toEqual(['SUSPEND', 'RESUME', 'DECOMMISSION']);
  });

  it('of another council, or that do not exist, are not found', async () => {
    await db.statements.run(
      '',
      "INSERT INTO authority (code, name) VALUES ('898', 'Elsewhere')",
      [],
    );
    await places(db.statements, 1, '188001', { authority: '898', programme: 'hd_unit' });
    for (const path of ['/units/188001/places/1', `/units/${UNIT}/places/99`, '/units/x/places/1'])
      expect((await people.chair.get(path)).status).toBe(404);
    const close = { event: 'DECOMMISSION', why: 'No longer ours' };
    await refusedAs(() => people.chair.post('/units/188001/places/1', close), 404);
  });
});

describe('the page of the hub places', () => {
  const HUB = '199001';
  const enhanced = async (surname: string, levelOn: string, more: JourneyStep[] = []) => {
    const child = await aChild(db.statements, { forename: 'Wren', surname, dob: '2022-01-03' });
    const steps: [JourneyStep, ...JourneyStep[]] = [
      ['2026-03-02', 'CHILD_NOTIFIED'],
      [levelOn, 'LEVEL_SET', { level: 'enhanced' }],
      ...more,
    ];
    await aCaseAt(aDoor(db.statements, levelOn), chair, 'ey_transition', child, steps);
  };

  it('shows who has each place until when, and who could have one in which order', async () => {
    expect((await people.chair.post('/hub-places/add', { urn: HUB, places: '0' })).status).toBe(
      422,
    );
    const added = await people.chair.post('/hub-places/add', { urn: HUB, places: '2' });
    expect([added.status, added.location]).toEqual([303, '/hub-places']);
    await enhanced('Later', '2026-03-20');
    await enhanced('Earlier', '2026-03-16');
    await enhanced('Placed', '2026-03-16', [['2026-03-16', 'HUB_PLACE_GIVEN', { unitUrn: HUB }]]);
    const words = wordsOf((await people.chair.get('/hub-places')).text);
    expect(words).toContain('1 of 2 places is free. 2 children could have one');
    expect(words).toMatch(
      /1 Wren Placed EY-\d+ 16 March 2026 The start at school, September 2026 2 Nobody/,
    );
    expect(words).toMatch(
      /1 Wren Earlier EY-\d+ Starts school in September 2026. Enhanced level since 16 March 2026 2 Wren Later/,
    );
    expect((await people.lead.get('/hub-places')).status).toBe(403);
  });
});
