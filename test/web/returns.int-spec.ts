import { unzipSync } from 'fflate';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anOfficer } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';
import { type ACouncil, aCouncilWithPlans, RETURN_DAY } from '../returns/a-council-with-plans';

let db: TestDatabase;
let council: ACouncil;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Person;

beforeAll(async () => {
  db = await aTestDatabase();
  council = await aCouncilWithPlans(db.statements);
  site = await aWebsite(db.url, RETURN_DAY);
  manager = await site.signedIn(council.manager);
}, 120_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const rowsOf = (html: string) => rowsUnder(html, 'role="rowheader"');
const child = (surname: string) => council.children[surname] ?? '';
/** A download of a person who is signed in: its name and its bytes. */
async function taken(person: Person, url: string) {
  const { headers, rawPayload } = await site.app.inject({
    method: 'GET',
    url,
    headers: { cookie: person.cookie },
  });
  const name = /filename="([^"]+)"/.exec(String(headers['content-disposition']))?.[1];
  return { name, bytes: rawPayload };
}
const planOf = async (surname: string) => {
  const [plan] = await db.statements.run<{ id: string }>(
    '',
    'SELECT id FROM ehc_plan WHERE child_id = $1',
    [child(surname)],
  );
  return plan?.id ?? '';
};

describe('the page of the returns', () => {
  it('says what would be sent, and opens from each number exactly those records', async () => {
    await db.statements.run('', 'UPDATE child SET ethnicity = NULL, sex = NULL WHERE id = $1', [
      child('Pending'),
    ]);
    const { status, text } = await manager.get('/returns');
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain('SEN2 2026');
    expect(wordsOf(text)).toContain('Plans in force 6 on survey day');
    expect(wordsOf(text)).toMatch(/Errors 2 ?: the department would send these back/);
    const numbers = [...text.matchAll(/href="(\/returns\/list[^"]+)"[^>]*>(\d+)</g)];
    expect(numbers.length).toBeGreaterThan(3);
    for (const [, href = '', count] of numbers) {
      const list = await manager.get(href.replaceAll('&amp;', '&'));
      expect([href, rowsOf(list.text)]).toEqual([href, Number(count)]);
    }
  });

  it('leads to the record, says what to enter, and the record mended leaves the list', async () => {
    const list = await manager.get('/returns/list?rule=104');
    expect(wordsOf(list.text)).toContain('Ethnicity is missing');
    const edit = `/children/${child('Pending')}/edit`;
    expect(list.text).toContain(`href="${edit}"`);
    const form = await manager.get(edit);
    expect(wordsOf(form.text)).toContain('For statutory returns');
    const [record] = await db.statements.run<Record<string, string>>(
      '',
      'SELECT legal_forename AS "legalForename", legal_surname AS "legalSurname", urn FROM child WHERE id = $1',
      [child('Pending')],
    );
    const answers = {
      ...record,
      ...{ 'dob-day': '1', 'dob-month': '10', 'dob-year': '2011' },
      ...{ sex: 'F', ethnicity: 'ABAN', postcode: 'we41ab', upnUnknown: 'UN8', disabled: 'no' },
    };
    expect((await manager.post(edit, answers)).status).toBe(303);
    const after = await manager.get('/returns/list?rule=104');
    expect(wordsOf(after.text)).toContain('Nothing is wrong here.');
    const [saved] = await db.statements.run(
      '',
      'SELECT ethnicity, postcode, disabled, pupil_premium FROM child WHERE id = $1',
      [child('Pending')],
    );
    expect(saved).toEqual({
      ethnicity: 'ABAN',
      postcode: 'WE4 1AB',
      disabled: false,
      pupil_premium: null,
    });
  });

  it('hands out the files, and writes down who took them', async () => {
    const zip = await taken(manager, '/returns/sen2?year=2026');
    expect(zip.name).toBe('sen2-2026-2026-02-02.zip');
    expect(Object.keys(unzipSync(zip.bytes)).filter((name) => name.endsWith('.csv'))).toHaveLength(
      9,
    );
    const workbook = await taken(manager, '/returns/annex-a');
    expect(workbook.name).toBe('annex-a-2026-02-02.xlsx');
    const csv = await manager.get('/returns/list/download?year=2026');
    expect(csv.text).toContain('What to enter');
    const looks = await db.statements.run(
      '',
      "SELECT page FROM access_log WHERE action = 'file.downloaded' AND officer_id = $1 ORDER BY id",
      [council.manager.id],
    );
    expect(looks).toEqual([{ page: 'SEN2 return 2026' }, { page: 'Annex A' }]);
  });

  it('shows an analyst the figures and no name that they may not know', async () => {
    const analyst = await site.signedIn(
      await anOfficer(db.statements, 'Ines Pardo', ['data_analyst']),
    );
    const list = await analyst.get('/returns/list');
    expect(list.status).toBe(200);
    expect(wordsOf(list.text)).toContain('A child whose record you may not open');
    expect(list.text).not.toContain('Rowan');
  });

  it('is closed to everybody else', async () => {
    const worker = await site.signedIn(
      await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker']),
    );
    for (const path of ['/returns', '/returns/list', '/returns/sen2', '/returns/annex-a'])
      expect([path, (await worker.get(path)).status]).toEqual([path, 403]);
  });
});

describe('the designated officers', () => {
  it('are empty in the return until somebody has said which there are', async () => {
    const home = async () => wordsOf((await manager.get('/returns')).text);
    expect(await home()).toContain('Nobody has said yet, so the return leaves them empty');
    await manager.get('/returns/designated-officers');
    const answers = { officers: ['dmo', 'dsco'] };
    expect((await manager.post('/returns/designated-officers', answers)).status).toBe(303);
    expect(await home()).toContain(
      'There is a designated medical officer and a designated social care officer.',
    );
    const kept = await db.statements.run('', 'SELECT dmo, dco, dsco FROM designated_officers', []);
    expect(kept).toEqual([{ dmo: true, dco: false, dsco: true }]);
  });
});

describe('putting a plan right', () => {
  it('shows what stands, changes what is different, and keeps the reason', async () => {
    const path = `/returns/plans/${await planOf('Standing')}`;
    const record = await manager.get(`/children/${child('Standing')}/edit`);
    expect(record.text).toContain(`href="${path}"`);
    const form = await manager.get(path);
    expect(form.text).toContain('value="199020"');
    const answers = {
      ...{ 'madeOn-day': '4', 'madeOn-month': '3', 'madeOn-year': '2019' },
      ...{ primaryNeed: 'SEMH', namedUrn: '199020', urn: '199025', unit: 'none' },
      ...{ 'entryOn-day': '1', 'entryOn-month': '9', 'entryOn-year': '2025' },
      ...{ 'lastMetOn-day': '4', 'lastMetOn-month': '11', 'lastMetOn-year': '2025' },
      ...{ 'lastConcludedOn-day': '28', 'lastConcludedOn-month': '11' },
      ...{ 'lastConcludedOn-year': '2025', lastOutcome: 'amend', money: 'personalBudget' },
      reason: 'As the plan of November says',
    };
    expect((await manager.post(path, answers)).status).toBe(303);
    const [plan] = await db.statements.run(
      '',
      `SELECT p.primary_need, p.secondary_need, p.direct_payments, o.urn, l.reason FROM ehc_plan p
       JOIN ehc_plan_placement o ON o.plan_id = p.id JOIN ehc_plan_change l ON l.plan_id = p.id AND l.what = 'mended' WHERE p.child_id = $1`,
      [child('Standing')],
    );
    expect(plan).toEqual({
      primary_need: 'SEMH',
      secondary_need: null,
      direct_payments: false,
      urn: '199025',
      reason: 'As the plan of November says',
    });
  });

  it.each([
    ['no reason', {}, 'Say why this is put right'],
    ['a URN of five digits', { urn: '19902' }, 'The URN of a school is 6 digits'],
    ['a college number that is none', { namedUkprn: '123' }, 'A UKPRN is 8 digits'],
    ['two names of one place', { urn: '199020', setting: 'EHE' }, 'Give the main place once'],
    ['an end without a reason', { 'ceasedOn-day': '1' }, 'enter a month and a year as well'],
    [
      'no day of the plan',
      { 'madeOn-day': '', 'madeOn-month': '', 'madeOn-year': '' },
      'Enter the day',
    ],
  ])('refuses %s in words, and changes nothing', async (_, wrong, words) => {
    const stands = () => db.statements.run('', 'SELECT * FROM ehc_plan ORDER BY id', []);
    const was = await stands();
    const path = `/returns/plans/${await planOf('Athome')}`;
    const dated = { 'madeOn-day': '6', 'madeOn-month': '1', 'madeOn-year': '2020' };
    const answer = await manager.post(path, { ...dated, primaryNeed: 'ASD', ...wrong });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain(words);
    expect(await stands()).toEqual(was);
  });

  it('is not there for people who may not open the child’s record', async () => {
    const officer = await site.signedIn(
      await anOfficer(db.statements, 'Ewan Brook', ['review_officer'], { authority: '899' }),
    );
    expect((await officer.get('/returns/plans/not-a-plan')).status).toBe(404);
  });
});
