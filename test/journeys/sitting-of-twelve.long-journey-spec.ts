import { type CDPSession } from 'playwright-core';
import { panelsAt, sittingsOf } from '../panels/a-panel';
import { type Seat } from '../support/browser';
import { aCaseAt, aChild, aDoor, WENDMOOR } from '../support/given';
import { readPdf, textOfPdf } from '../support/papers/read-pdf';
import { Desk, withBrowser } from './parts/a-desk';
import { faultsHeard, heard, treeOf } from './parts/heard';

const WEDNESDAY = '2026-10-21';
const NAMES = [
  ...['Ava', 'Kofi', 'Mabel', 'Luca', 'Yusuf', 'Poppy', 'Dexter'],
  ...['Roma', 'Tariq', 'Hanna', 'Usman', 'Levi', 'Amara', 'Viktor'],
];
const CLICKS = 22;
const KEYS = 15;
const REASONS = 'textarea[name="reasons"]';

const DECIDED = `
SELECT h.legal_forename AS name FROM sitting_item i JOIN send_case c ON c.id = i.case_id JOIN child h ON h.id = c.child_id WHERE i.status = 'decided'`;

/** The panel takes twelve new children at one sitting, and so does the council's setting for their cases. */
const TWELVE_AT_ONCE = `UPDATE panel_terms SET terms = jsonb_set(terms, '{fresh}', '{"count": 12, "minutes": 8}')`;
const TWELVE_SLOTS = `
INSERT INTO policy_pack (authority, pathway, version, valid_from, numbers, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
VALUES ($1, 'tats_case', 1, '2026-09-01', '{"newSlots": 12}', 'Two schools share the panel', $2, '2026-09-01', 'approved', $3, '2026-09-01')`;

withBrowser('a sitting of twelve items, by two people at once', () => {
  let desk: Desk;
  let address: string;
  let chair: Seat;
  let minutes: Seat;
  let cdp: CDPSession;
  let clicks = 0;
  let keys = 0;
  const most: Record<string, number> = {};

  beforeAll(async () => {
    desk = await Desk.set('sitting-of-twelve', '2026-10-14');
    const { statements, people } = desk;
    const { panels, members, ahead } = panelsAt(statements, '2026-10-14');
    await panels.setUp(WENDMOOR, '2026-09-01');
    const panel = (await panels.on(WENDMOOR, 'tats', WEDNESDAY))!;
    const { delphine, owen, hal, joss, runa, rhys } = people;
    const all = { chair: delphine, coordinator: owen, psychology: hal, attendance: joss };
    for (const [service, { id }] of Object.entries({ ...all, specialist_teacher: runa }))
      await members.add(owen, panel, {
        ...{ officerId: id, service: service as 'chair', comesTo: 'every', fromOn: '2026-09-01' },
      });
    await members.add(owen, panel, {
      ...{ officerId: rhys.id, service: 'police', comesTo: 'invited', fromOn: '2026-09-01' },
    });
    await statements.run('', TWELVE_AT_ONCE, []);
    await statements.run('', TWELVE_SLOTS, [WENDMOOR, owen.id, people.marguerite.id]);
    await ahead.generate(WENDMOOR);
    const door = aDoor(statements, '2026-10-12');
    for (const forename of NAMES) {
      const child = await aChild(statements, { forename, dob: '2014-03-09', urn: '199020' });
      await aCaseAt(door, delphine, 'tats_case', child, [
        ['2026-10-12', 'CHILD_IDENTIFIED'],
        ['2026-10-13', 'TRIAGE_STARTED'],
      ]);
    }
    const sittings = await sittingsOf(statements, 'tats');
    address = `/sittings/${sittings.find(({ sitsOn }) => sitsOn === WEDNESDAY)!.id}`;
    chair = await desk.beside('delphine');
    minutes = await desk.beside('owen');
    cdp = await chair.page.context().newCDPSession(chair.page);
    const { keyboard } = chair.page;
    const press = keyboard.press.bind(keyboard);
    keyboard.press = (key, options) => ((keys += 1), press(key, options));
  }, 120_000);
  afterAll(() => desk?.clear());

  /** What a screen reader reads of the chair's page, in its order; a fault in it is a fault of the page. */
  async function hears(name: string): Promise<readonly string[]> {
    const tree = await treeOf(cdp);
    desk.faults.push(...faultsHeard(tree).map((fault) => `${name}: ${fault}`));
    return heard(tree);
  }

  async function clicksOn(name: string, role: 'button' | 'link' = 'link'): Promise<void> {
    clicks += 1;
    await chair.page
      .getByRole(role, { name, exact: role === 'button' })
      .first()
      .click();
    await chair.page.waitForLoadState();
  }

  async function changes(child: string, typed: Record<string, string>): Promise<void> {
    await clicksOn(`Change ${child}`);
    clicks += Object.keys(typed).length;
    await chair.send(typed);
  }

  it('is prepared by its chair with few clicks', async () => {
    await chair.moveTo('2026-10-14');
    await chair.open('/panels');
    await clicksOn('Team Around the School');
    await clicksOn('Wed 21 October 2026');
    await clicksOn('Agenda');
    await clicksOn('Open the agenda', 'button');
    await changes('Kofi Ashby', { what: 'dropped', reason: 'The school asked for a week' });
    await changes('Viktor Ashby', { what: 'urgent', reason: 'Sent home on Monday' });
    await changes('Mabel Ashby', { what: 'asked', service: 'police', reason: 'The family asks' });
    const read = await hears('agenda');
    expect(read.find((line) => line.startsWith('heading'))).toBe(
      'heading 1: Agenda for Wednesday 21 October 2026',
    );
    expect(read).toContain('heading 2: On the agenda (12)');
    await desk.looks('agenda', chair);
    await chair.moveTo('2026-10-19');
    await chair.open(`${address}/agenda`);
    await clicksOn('Fix it and send the papers out', 'button');
    expect(await chair.words()).toContain('0 of 12 items done');
    expect(clicks).toBeLessThanOrEqual(CLICKS);
  }, 120_000);

  it('gives each member their papers, behind a link for them', async () => {
    await desk.on('2026-10-19', 'rhys');
    await desk.open(`${address}/room`);
    expect(await desk.words()).toContain('Mabel Ashby');
    expect(await desk.words()).not.toContain('Ava Ashby');
    const [file] = await Promise.all([
      chair.page.waitForEvent('download'),
      chair.page.getByRole('button', { name: 'Your papers (PDF)' }).press('Enter'),
    ]);
    expect(new URL(file.url()).pathname).toMatch(/^\/papers\/[0-9a-f-]{36}$/);
  }, 60_000);

  it('is begun with a quorum', async () => {
    await minutes.moveTo(WEDNESDAY);
    await minutes.open(`${address}/room`);
    await registers(
      'Delphine Achebe',
      'Owen Prys',
      'Hal Brannigan',
      'Joss Wyndham',
      'Runa Castell',
    );
    await presses(minutes, 'Start the sitting');
    await chair.open(`${address}/room`);
    const read = await hears('room');
    expect(read.findIndex((line) => line.startsWith('heading 1'))).toBeLessThan(
      read.findIndex((line) => line === 'heading 2: Agenda'),
    );
    expect(read).toContain('button: Open this item');
    await chair.page.keyboard.press('o');
    await leads(() => chair.page.keyboard.press('Enter'));
  }, 60_000);

  it('takes its items by keys alone while the other writes too, and loses nothing', async () => {
    for (let done = 0; done < 12; done++) {
      const { page } = chair;
      await minutes.open(new URL(page.url()).pathname);
      await minutes.page.getByText('Recommendation, disagreement').click();
      await minutes.page.locator('#challenge').fill(`Noted for item ${done + 1}`);
      await holds(chair, '#challenge', `Noted for item ${done + 1}`);
      if (done === 3) await withoutConnection();
      if (done === 6) await quorumLostAndBack();
      if (done === 0) await hearsTheForm();
      keys = 0;
      await (done % 3 === 0 ? agreesActions() : advises());
      await leads(() => page.keyboard.press('Control+Enter'));
      const kind = done % 3 === 0 ? 'actions' : 'advice';
      most[kind] = Math.max(most[kind] ?? 0, keys);
      expect(await chair.words()).toContain(`${done + 1} of 12 items done`);
    }
    expect(Math.max(...Object.values(most))).toBeLessThanOrEqual(KEYS);
    const noted = await desk.statements.run<{ challenge: string }>(
      '',
      `SELECT outcome->>'challenge' AS challenge FROM sitting_item WHERE status = 'decided' ORDER BY settled_at`,
      [],
    );
    expect(noted.map(({ challenge }) => challenge)).toEqual(
      Array.from({ length: 12 }, (_, at) => `Noted for item ${at + 1}`),
    );
  }, 400_000);

  it('ends, and its minutes go out the same day', async () => {
    const { page } = chair;
    await leads(() => page.getByRole('button', { name: 'Close the sitting' }).press('Enter'));
    const read = await hears('minutes');
    expect(read.filter((line) => line.startsWith('heading 2'))).toHaveLength(12);
    await leads(() => page.getByRole('button', { name: 'Approve the minutes' }).press('Enter'));
    await desk.looks('minutes', chair);
    expect(await chair.words()).toContain('Approved by Delphine Achebe on 21 October 2026');
    await minutes.open(`${address}/minutes`);
    const [file] = await Promise.all([
      minutes.page.waitForEvent('download'),
      minutes.page.getByRole('button', { name: 'Minutes (PDF)' }).press('Enter'),
    ]);
    const bytes = await minutes.page.request.get(file.url()).then((answer) => answer.body());
    const text = textOfPdf(readPdf(bytes)).toLowerCase();
    const decided = await desk.statements.run<{ name: string }>('', DECIDED, []);
    expect(decided).toHaveLength(12);
    for (const { name } of decided) expect(text).toContain(`${name.toLowerCase()} ashby`);
    expect(text).toContain('noted for item 12');
  }, 90_000);

  it('has pages without a fault, for the eye and the ear', () => {
    expect(desk.faults).toEqual([]);
  });

  /** The EHC question, which comes first: not now, the parent was told, and why. */
  async function answersFirst(): Promise<void> {
    const { keyboard } = chair.page;
    for (const key of ['n', 'ArrowDown', 'Tab', 'Space', 'Tab']) await keyboard.press(key);
    await keyboard.insertText('The plan at school is new');
    for (const key of ['Escape', 'n']) await keyboard.press(key);
  }

  async function advises(): Promise<void> {
    const { keyboard } = chair.page;
    await answersFirst();
    for (const key of ['ArrowDown', 'n', 'Space', 'n']) await keyboard.press(key);
    await keyboard.insertText('The school can do this');
  }

  async function agreesActions(): Promise<void> {
    const { keyboard } = chair.page;
    await answersFirst();
    for (const key of ['Space', 'n']) await keyboard.press(key);
    await keyboard.insertText('Outreach three mornings a week');
    await keyboard.press('Tab');
    await keyboard.insertText('Runa Castell');
    for (const key of ['Escape', 'n']) await keyboard.press(key);
    await keyboard.insertText('Pastoral lead');
    for (const key of ['Escape', 'n']) await keyboard.press(key);
    await keyboard.insertText('The quiet start helped');
  }

  async function hearsTheForm(): Promise<void> {
    const read = await hears('item');
    const at = (words: string) => read.findIndex((line) => line.includes(words));
    expect(read).toContain('status, read out when it changes');
    for (const [first, then] of [
      ['heading 1', 'Why the child is on the agenda'],
      ['Why the child is on the agenda', 'Does this child need an EHC assessment?'],
      ['Does this child need an EHC assessment?', 'group: Decision'],
      ['group: Decision', 'textbox: Reasons'],
      ['textbox: Reasons', 'button: Save and open the next item'],
      ['button: Save and open the next item', 'heading 2: Agenda'],
      ['heading 2: Agenda', 'heading 2: In the room'],
    ] as const) {
      expect([first, at(first)]).not.toEqual([first, -1]);
      expect([then, at(then) > at(first)]).toEqual([then, true]);
    }
    await desk.looks('item', chair);
  }

  async function withoutConnection(): Promise<void> {
    const { page } = minutes;
    await page.context().setOffline(true);
    await page.locator(REASONS).fill('Typed by the minute-taker without a connection');
    await page
      .getByRole('status')
      .filter({ hasText: 'No connection. What you type stays' })
      .waitFor();
    await page.context().setOffline(false);
    await holds(chair, REASONS, 'Typed by the minute-taker without a connection');
    await page.locator(REASONS).fill('');
    await holds(chair, REASONS, '');
  }

  async function quorumLostAndBack(): Promise<void> {
    const { page } = minutes;
    await page.getByText('Change the register').click();
    await page.getByLabel(/^Joss Wyndham,/).selectOption('left');
    await presses(minutes, 'Keep the register');
    await presses(minutes, 'Note that the quorum is lost');
    await chair.page.locator('main').getByText('No quorum. Not here: attendance').first().waitFor();
    await registers('Joss Wyndham');
    await presses(minutes, 'Go on with a quorum');
    await chair.page.locator('main').getByText('Quorum met for this item').first().waitFor();
  }

  async function leads(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([chair.page.waitForEvent('load'), act()]);
  }

  async function registers(...names: string[]): Promise<void> {
    const { page } = minutes;
    await page.getByText('Change the register').click();
    for (const name of names) await page.getByLabel(new RegExp(`^${name},`)).selectOption('here');
    await presses(minutes, 'Keep the register');
  }
});

async function presses({ page }: Seat, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}

/** Waits until a box holds these words. */
async function holds({ page }: Seat, box: string, words: string): Promise<void> {
  for (let turn = 0; turn < 150; turn++) {
    if ((await page.locator(box).inputValue()) === words) return;
    await page.waitForTimeout(100);
  }
  expect(await page.locator(box).inputValue()).toBe(words);
}
