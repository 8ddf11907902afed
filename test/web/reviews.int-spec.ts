import { EhcPlans } from '@app/casework';
import { FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';
import { plansInReview, type PlansGiven, REGISTER_DAY } from '../support/plans-in-review';

let db: TestDatabase;
let given: PlansGiven;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Person;
const HOME = '/boards/annual-reviews';

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  given = await plansInReview(db.statements);
  site = await aWebsite(db.url, REGISTER_DAY);
  manager = await site.signedIn(given.manager);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

const plain = (href: string) => href.replaceAll('&amp;', '&');
const rowsOf = (html: string) => rowsUnder(html, 'role="rowheader"');
/** Links of a page whose text is a number: what each opens must have so many rows. */
function numbersOf(html: string): [href: string, count: number][] {
  const links = [...html.matchAll(/href="(\/boards\/[^"]+)"[^>]*>(\d+)</g)];
  return [...new Map(links.map(([, href = '', count]) => [plain(href), Number(count)]))];
}

async function expectEachNumberToOpenItsRows(url: string, atLeast: number) {
  const { text, status } = await manager.get(url);
  expect(status).toBe(200);
  const numbers = numbersOf(text);
  expect(numbers.length).toBeGreaterThanOrEqual(atLeast);
  for (const [href, count] of numbers)
    expect([href, rowsOf((await manager.get(href)).text)]).toEqual([href, count]);
}

describe('the register of annual reviews', () => {
  it('opens with reviews that were never held', async () => {
    const words = wordsOf((await manager.get(HOME)).text);
    expect(words).toContain('4 reviews were never held, of 14 plans.');
    expect(words).toContain('Never held 4 28.6% of plans');
    expect(words).toContain('1 for more than a year');
    expect(words).toContain('Decided within 4 weeks 33.3% 1 of 3');
  });

  it.each(['month', 'school', 'officer', 'year'])(
    'opens, from every number by %s, as many rows',
    async (by) => {
      await expectEachNumberToOpenItsRows(`${HOME}?by=${by}`, 12);
    },
  );

  it('does the same as at a day gone by, and says so', async () => {
    await expectEachNumberToOpenItsRows(`${HOME}?on=2026-12-01`, 10);
    const words = wordsOf((await manager.get(`${HOME}?on=1+December+2026`)).text);
    expect(words).toContain('As at 1 December 2026.');
    expect((await manager.get(`${HOME}?on=31+February+2026`)).status).toBe(422);
  });

  it.each(['/plans', '/dates-met', '/year-11', '/how-worked-out'])(
    'has the page %s',
    async (path) => {
      expect((await manager.get(HOME + path)).status).toBe(200);
    },
  );

  it('downloads what the list shows, as CSV and as a workbook', async () => {
    const file = await manager.get(`${HOME}/plans/download?stage=never_held`);
    expect(file.text.trim().split('\r\n')).toHaveLength(5);
    const book = await manager.get(`${HOME}/plans/download?stage=never_held&file=xlsx`);
    expect(book.headers['content-type']).toContain('spreadsheetml');
    expect((await manager.get(`${HOME}/download`)).text).toContain('All,4,1,1,3,1,1,0,3,');
    expect((await manager.get('/boards/phase-transfers/download')).text).toContain(
      'Not at full periods',
    );
  });

  it('lists children who move on with the last safe day for the meeting', async () => {
    const words = wordsOf((await manager.get('/boards/phase-transfers')).text);
    expect(words).toContain('by 15 February 2027');
    expect(words).toContain('23 November 2026');
    expect(words).toMatch(
      /Alex Maple Year 6, Fernhollow Primary Primary to secondary school by Mon 15 February 2027/,
    );
    expect(wordsOf((await manager.get('/boards/phase-transfers?transfer=march')).text)).toContain(
      '6 January 2027',
    );
  });

  it('calls Year 11 reviews to prioritise, with the lawful ground, and never plans to cease', async () => {
    const words = wordsOf((await manager.get(`${HOME}/year-11`)).text);
    expect(words).toContain('reviews to prioritise');
    expect(words).toContain('Age is not a ground.');
    expect(words.toLowerCase()).not.toContain('cease');
  });

  it('says what was put right on a plan, when, by whom and why', async () => {
    const plans = new EhcPlans(db.statements, new FixedClock(londonInstant(REGISTER_DAY, '10:00')));
    const planId = given.plans['Early']!;
    await plans.mend(given.manager, planId, { madeOn: '2026-11-03' }, 'Dated a day early');
    const words = wordsOf((await manager.get(`${HOME}/what-was-corrected`)).text);
    expect(words).toContain('Plan made: was 2 November 2026, is 3 November 2026');
    expect(words).toContain('Dated a day early');
    expect(words).toContain('by Marguerite Osei');
  });

  it('is closed to schools and to those who work on other things', async () => {
    for (const role of ['school_senco', 'data_analyst', 'ehc_officer'] as const) {
      const other = await site.signedIn(await anOfficer(db.statements, `Other ${role}`, [role]));
      for (const path of [
        HOME,
        `${HOME}/plans`,
        '/boards/phase-transfers',
        `${HOME}/plans/download`,
      ])
        expect([role, path, (await other.get(path)).status]).toEqual([role, path, 403]);
    }
    const reviewer = await site.signedIn(given.officer);
    expect(wordsOf((await reviewer.get('/my-work')).text)).toContain('Annual reviews');
    expect((await reviewer.get(HOME)).status).toBe(200);
  });
});

describe('asking for meetings that were never held', () => {
  const from = `${HOME}/plans?stage=never_held`;
  const chosen = () =>
    ['Birch', 'Cedar', 'Dogwood', 'Elder'].map((surname) => given.plans[surname]!);
  const hidden = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
      ([, value = '']) => value,
    );

  it('shows each child first, refuses one with its reason, and has a result for each', async () => {
    const list = await manager.get(`${from}&chosen=all`);
    const boxes = [...list.text.matchAll(/name="plan" value="([^"]+)" checked/g)].map(
      ([, id]) => id,
    );
    expect(boxes.sort()).toEqual(chosen().sort());
    const form = await manager.post(`${HOME}/ask`, { plan: chosen(), way: 'school', from });
    expect(wordsOf(form.text)).toContain('2 of them have no open review');
    const unanswered = await manager.post(`${HOME}/ask/check`, {
      plan: chosen(),
      way: 'school',
      from,
    });
    expect(unanswered.status).toBe(422);
    const answers = { plan: chosen(), way: 'school', from, whyNotYet: 'no_reply' };
    const check = await manager.post(`${HOME}/ask/check`, answers);
    expect(wordsOf(check.text)).toContain('It can be done for 3 of 4.');
    expect(wordsOf(check.text)).toMatch(
      /Alex Elder .*Not possible The meeting is set for 22 January 2027. Left out./,
    );
    const sent = { ...answers, key: hidden(check.text, 'key'), seen: hidden(check.text, 'seen') };
    const result = wordsOf((await manager.post(`${HOME}/ask/record`, sent)).text);
    expect(result).toContain('3 done, 1 left out.');
    expect(result).toContain('The school is asked to arrange the meeting');
    const again = wordsOf((await manager.post(`${HOME}/ask/record`, sent)).text);
    expect(again).toContain('3 recorded before, 1 left out.');
    const [asked] = await db.statements.run<{ n: number }>(
      '',
      `SELECT count(*)::int AS n FROM instruction i JOIN send_case c ON c.id = i.case_id JOIN child k ON k.id = c.child_id
       WHERE k.legal_surname IN ('Birch', 'Cedar') AND i.detail->>'notice' = 'N-55'`,
      [],
    );
    expect(asked?.n).toBe(2);
  });

  it('says of a review that changed meanwhile that nothing was recorded on it', async () => {
    const plan = given.plans['Dogwood']!;
    const answers = { plan, way: 'school', from, whyNotYet: 'no_reply' };
    const result = await manager.post(`${HOME}/ask/record`, {
      ...answers,
      seen: `${plan}:1`,
      key: '',
    });
    expect(wordsOf(result.text)).toContain('changed by somebody else first');
  });

  it('lets the council arrange with a reason, also where no review was open', async () => {
    const plan = [given.plans['Ash']!, given.plans['Dogwood']!];
    const answers = { plan, way: 'council', from, reason: 'Two schools have no SENCO this term' };
    const check = await manager.post(`${HOME}/ask/check`, answers);
    const sent = { ...answers, key: hidden(check.text, 'key'), seen: hidden(check.text, 'seen') };
    const result = wordsOf((await manager.post(`${HOME}/ask/record`, sent)).text);
    expect(result).toContain('2 done.');
    expect(result).toContain('The council is to arrange the meeting');
    const [note] = await db.statements.run<{ text: string }>(
      '',
      `SELECT n.text FROM note n JOIN send_case c ON c.id = n.case_id JOIN child k ON k.id = c.child_id WHERE k.legal_surname = 'Ash'`,
      [],
    );
    expect(note?.text).toBe('Two schools have no SENCO this term');
  });

  it('asks for a child when none was chosen', async () => {
    const { status, location } = await manager.post(`${HOME}/ask`, { way: 'school', from });
    expect([status, location]).toEqual([303, from]);
  });
});
