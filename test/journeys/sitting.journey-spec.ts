import { readFile } from 'node:fs/promises';
import { panelsAt, sittingsOf } from '../panels/a-panel';
import { type Seat } from '../support/browser';
import { aCaseAt, aChild, aDoor, WENDMOOR } from '../support/given';
import { Keyboard } from '../support/keyboard';
import { Desk, withBrowser } from './parts/a-desk';

const WEDNESDAY = '2026-10-21';
const REASONS = 'textarea[name="reasons"]';

withBrowser('a sitting from its agenda to its minutes', () => {
  let desk: Desk;
  let address: string;
  let chair: Seat;
  let coordinator: Seat;
  let keys: Keyboard;
  const references: string[] = [];

  beforeAll(async () => {
    desk = await Desk.set('sitting', '2026-10-14');
    const { statements, people } = desk;
    const { panels, members, ahead } = panelsAt(statements, '2026-10-14');
    await panels.setUp(WENDMOOR, '2026-09-01');
    const panel = (await panels.on(WENDMOOR, 'tats', WEDNESDAY))!;
    const { delphine, owen, hal, joss, runa } = people;
    for (const [service, { id }] of Object.entries({
      ...{ chair: delphine, coordinator: owen, psychology: hal, attendance: joss },
      specialist_teacher: runa,
    }))
      await members.add(owen, panel, {
        ...{ officerId: id, service: service as 'chair', comesTo: 'every', fromOn: '2026-09-01' },
      });
    await ahead.generate(WENDMOOR);
    for (const forename of ['Ava', 'Kofi', 'Mabel', 'Luca']) {
      const child = await aChild(statements, { forename, dob: '2014-03-09', urn: '199020' });
      const door = aDoor(statements, '2026-10-12');
      const { reference } = await aCaseAt(door, delphine, 'tats_case', child, [
        ['2026-10-12', 'CHILD_IDENTIFIED'],
        ['2026-10-13', 'TRIAGE_STARTED'],
      ]);
      references.push(reference);
    }
    const all = await sittingsOf(statements, 'tats');
    address = `/sittings/${all.find(({ sitsOn }) => sitsOn === WEDNESDAY)!.id}`;
    chair = await desk.beside('delphine');
    coordinator = await desk.beside('owen');
    keys = new Keyboard(chair.page);
  }, 90_000);
  afterAll(() => desk?.clear());

  it('is prepared by the coordinator, who says why somebody is on or off', async () => {
    await coordinator.moveTo('2026-10-14');
    await coordinator.open(`${address}/agenda`);
    await presses(coordinator, 'Open the agenda');
    await desk.looks('agenda', coordinator);
    expect(await coordinator.words()).toContain('Put forward by the school on 12 October 2026');
    await coordinator.follow('Change Luca Ashby');
    await desk.looks('line', coordinator);
    await coordinator.send({ what: 'dropped', reason: 'The school asked for a week' });
    expect(await coordinator.words()).toContain('Taken off by Owen Prys: The school asked');
    await coordinator.follow('Change Luca Ashby');
    await coordinator.send({ what: 'added', reason: 'The school is ready after all' });
    await desk.looks('agenda-changed', coordinator);

    await chair.open(`${address}/room`);
    expect(await chair.words()).toContain('The agenda is not fixed yet');
    await coordinator.moveTo('2026-10-19');
    await coordinator.open(`${address}/agenda`);
    await presses(coordinator, 'Fix it and send the papers out');
    expect(await coordinator.words()).toContain('0 of 4 items done');
    await desk.on('2026-10-19', 'rhys');
    await desk.open(`${address}/room`);
    expect(await desk.words()).not.toContain('Ashby');
  }, 90_000);

  it('is begun when the register shows a quorum', async () => {
    await coordinator.moveTo(WEDNESDAY);
    await coordinator.open(`${address}/room`);
    await registers({ 'Delphine Achebe': 'here', 'Hal Brannigan': 'here' });
    await registers({ 'Joss Wyndham': 'here', 'Runa Castell': 'here', 'Owen Prys': 'here' });
    await coordinator.page.getByText('Change the register').click();
    await desk.looks('register', coordinator);
    await coordinator.follow('Declare an interest');
    await desk.looks('interest', coordinator);
    await coordinator.open(`${address}/room`);
    await presses(coordinator, 'Start the sitting');
    await desk.looks('begun', coordinator);
  }, 90_000);

  it('is run by keys alone, while somebody else types in the same item', async () => {
    const { page } = chair;
    await chair.open(`${address}/room`);
    await page.keyboard.press('o');
    await loads(() => page.keyboard.press('Enter'));
    await ehcByKeys();
    await desk.looks('open', chair);

    await coordinator.open(new URL(page.url()).pathname);
    const theirs = coordinator.page.locator(REASONS);
    await theirs.focus();
    await keys.answer(page.locator(REASONS), 'The quiet start helped');
    await says(chair, 'Kept at');
    await coordinator.page.keyboard.type('Outreach can begin');
    await says(coordinator, 'Delphine Achebe has written here: “The quiet start helped”');
    expect(await theirs.inputValue()).toBe('Outreach can begin');
    expect(await page.locator(REASONS).inputValue()).toBe('The quiet start helped');
    await desk.looks('clash', coordinator);
    await page.keyboard.press('Escape');
    await coordinator.page.getByRole('button', { name: 'Keep both' }).click();
    await holds(chair, REASONS, 'The quiet start helped\nOutreach can begin');

    await page.keyboard.press('d');
    await keys.answer(page.locator('[name="decision"]'), 'DECISION_ACTIONS');
    await page.keyboard.press('a');
    await page.keyboard.insertText('Outreach three mornings a week');
    const row = 'DECISION_ACTIONS__actions.0';
    await keys.answer(page.locator(`[name="${row}.owner"]`), 'Runa Castell');
    await keys.answer(page.locator('[name="DECISION_ACTIONS__leadPractitioner"]'), 'Pastoral lead');
    await holds(coordinator, `[name="${row}.what"]`, 'Outreach three mornings a week');
    await desk.looks('typed', chair);
    await loads(() => page.keyboard.press('Control+Enter'));
    expect(await chair.words()).toContain('1 of 4 items done');
    await desk.looks('next', chair);
  }, 120_000);

  it('keeps what is typed while the connection is gone, and puts an item off', async () => {
    const { page } = chair;
    await page.context().setOffline(true);
    await keys.answer(page.locator(REASONS), 'Typed without a connection');
    await says(chair, 'No connection. What you type stays here');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator(REASONS).inputValue()).toBe('Typed without a connection');
    await page.context().setOffline(false);
    await says(chair, 'Kept at');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await keys.answer(page.locator('[name="decision"]'), 'DEFER');
    await keys.answer(page.locator('[name="deferReason"]'), 'FAMILY_REQUEST');
    await loads(() => page.keyboard.press('Control+Enter'));
    expect(await chair.words()).toContain('2 of 4 items done');
  }, 90_000);

  it('decides nothing while the quorum is lost, and goes on when it is back', async () => {
    const { page } = chair;
    await coordinator.open(`${address}/room`);
    await registers({ 'Joss Wyndham': 'left' });
    await presses(coordinator, 'Note that the quorum is lost');
    await says(chair, 'No quorum. Not here: attendance');
    await ehcByKeys();
    await keys.answer(page.locator(REASONS), 'The school can do this');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await keys.answer(page.locator('[name="decision"]'), 'DECISION_SIGNPOST');
    await keys.answer(page.locator('[name="DECISION_SIGNPOST__towards"]'), 'outreach');
    await loads(() => page.keyboard.press('Control+Enter'));
    expect(await chair.words()).toContain('The sitting lost its quorum');
    expect(await page.locator(REASONS).inputValue()).toBe('The school can do this');
    await desk.looks('refused', chair);

    await registers({ 'Joss Wyndham': 'here' });
    await presses(coordinator, 'Go on with a quorum');
    await loads(() => page.keyboard.press('Control+Enter'));
    expect(await chair.words()).toContain('3 of 4 items done');
  }, 90_000);

  it('is the same without scripts, to the minutes and their files', async () => {
    const plain = await desk.beside('delphine', { withoutScripts: true });
    await plain.open(`${address}/room`);
    await plain.send({
      'ehcQuestion.answer': 'not_now',
      'ehcQuestion.parentTold': 'yes',
      'ehcQuestion.reason': 'The plan at school is new',
      decision: 'DECISION_SIGNPOST',
      DECISION_SIGNPOST__towards: 'outreach',
      reasons: 'The school can do this',
    });
    expect(await plain.words()).toContain('4 of 4 items done');
    await desk.looks('plain', plain);

    await chair.open(`${address}/room`);
    await keys.enter(chair.page.getByRole('button', { name: 'Close the sitting' }));
    await desk.looks('minutes', chair);
    await keys.enter(chair.page.getByRole('button', { name: 'Approve the minutes' }));
    expect(await chair.words()).toContain('Approved by Delphine Achebe on 21 October 2026');
    await desk.looks('minutes-approved', chair);
    for (const [paper, mark] of [
      ['Minutes (PDF)', '%PDF'],
      ['Minutes (Word)', 'PK'],
    ] as const) {
      const [file] = await Promise.all([
        chair.page.waitForEvent('download'),
        chair.page.getByRole('button', { name: paper }).press('Enter'),
      ]);
      const bytes = await readFile(await file.path());
      expect([paper, bytes.toString('latin1', 0, mark.length)]).toEqual([paper, mark]);
    }
  }, 90_000);

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });

  /** Does something that leads the chair to another page. */
  async function loads(act: () => Promise<void>): Promise<void> {
    await Promise.all([chair.page.waitForEvent('load'), act()]);
  }

  /** The question that comes before each decision, by keys. */
  async function ehcByKeys(): Promise<void> {
    const { page } = chair;
    await page.keyboard.press('e');
    await keys.answer(page.locator('[name="ehcQuestion.answer"]'), 'not_now');
    await keys.answer(page.locator('[name="ehcQuestion.parentTold"]'), 'yes');
    await keys.answer(page.locator('[name="ehcQuestion.reason"]'), 'The plan at school is new');
  }

  async function registers(answers: Readonly<Record<string, string>>): Promise<void> {
    const { page } = coordinator;
    await page.getByText('Change the register').click();
    for (const [name, answer] of Object.entries(answers))
      await page.getByLabel(new RegExp(`^${name},`)).selectOption(answer);
    await presses(coordinator, 'Keep the register');
  }
});

async function presses({ page }: Seat, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}

const says = ({ page }: Seat, words: string) =>
  page.locator('main').getByText(words).first().waitFor();

/** Waits until a box holds these words. */
async function holds({ page }: Seat, box: string, words: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    if ((await page.locator(box).inputValue()) === words) return;
    await page.waitForTimeout(100);
  }
  expect(await page.locator(box).inputValue()).toBe(words);
}
