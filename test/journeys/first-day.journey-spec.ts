import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { type Actor } from '@app/access';
import { aBrowser, chromePath, Seat } from '../support/browser';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { running, type Running } from '../support/running';
import { aSmallCouncil } from './a-small-council';

const SAMPLE = join(__dirname, '../samples/nominations-41.csv');
const withBrowser = chromePath ? describe : describe.skip;
if (!chromePath)
  process.stderr.write(
    'The journeys are skipped: no Chromium was found. Install chromium, or set CHROME_PATH.\n',
  );

withBrowser('the first day of a newcomer', () => {
  let db: TestDatabase;
  let product: Running;
  let browser: Browser;
  let seat: Seat;
  let people: Record<string, Actor>;
  const axe: string[] = [];
  const look = async (name: string) =>
    void axe.push(...(await seat.look(name)).map((found) => `${name}: ${found}`));

  beforeAll(async () => {
    db = await aTestDatabase();
    people = await aSmallCouncil(db.statements, { today: '2026-11-23', cohort: '2027' });
    product = await running(db.url);
    browser = await aBrowser();
    seat = new Seat(
      await browser.newPage({ viewport: { width: 1280, height: 900 } }),
      product.address,
      'first-day',
    );
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await db?.drop();
  });

  it('imports the 41 nominations, after a look at what the file would do', async () => {
    await seat.signIn('imogen');
    await seat.open('/imports');
    await seat.page.locator('input[type=file][name=file]').setInputFiles(SAMPLE);
    await seat.page.getByRole('button', { name: 'Check the file' }).click();
    await expect(seat.words()).resolves.toContain('41 of 41 rows can be added');
    await look('import-checked');
    await seat.page.getByRole('button', { name: /Add the 41/ }).click();
    await seat.page.getByText('41 children were added').waitFor();
    await seat.open('/year-6-places?view=all');
    await expect(seat.words()).resolves.toContain('41');
    await look('cohort');
  });

  it('takes Y6-1 from nomination to visits in primary school, and is refused an illegal step with its reason', async () => {
    const reference = await firstNomination();
    const step = (name: string) => seat.open(`/cases/${reference}/do/${name}`);
    await step('screening-started');
    await seat.send();
    await seat.open(`/cases/${reference}`);
    await look('case');
    await record(reference, 'SCORE_CONFIRMED', { tvs: 58, completeness: 100 });
    await step('panel-accepted');
    await seat.send({ band: 'intensive' });
    await step('agreement-confirmed');
    const refusal = await seat.words();
    expect(refusal).toContain('The family has not agreed yet');
    expect(refusal).toContain('The child has no worker yet');
    expect(refusal).toMatch(/nothing was changed/i);
    await look('refusal');

    await step('consent-requested');
    await seat.send({ how: 'phone' });
    await step('consent-given');
    await seat.send({
      giver: 'parent',
      giverHasPR: 'yes',
      how: 'phone',
      scope: ['support', 'school'],
    });
    await step('allocated');
    await seat.send({ workerId: people['tamsin']!.id, weight: '1.5' });
    await step('agreement-confirmed');
    await seat.send();
    await step('baseline-completed');
    await seat.send({
      'measures.attendance': '88.4',
      'measures.suspensionDays': '2',
      'measures.teacherView': '9',
      'measures.pupilConcerns': '31',
      'measures.familyConfidence': '3',
      pupilVoice: 'I worry about getting lost.',
      goals: 'Finds the way round by half term\nNames one trusted adult',
      planApproved: 'yes',
    });
    await expect(stageOf(reference)).resolves.toBe('primary_phase');
  });

  it('keeps every word when a form has a mistake in it, and says what is wrong beside the field', async () => {
    const reference = await firstNomination();
    await seat.open(`/cases/${reference}/do/visit-logged`);
    await seat.send({
      note: 'Walked the corridors twice.',
      minutes: '3',
      'occurredOn-day': '31',
      'occurredOn-month': '2',
    });
    const words = await seat.words();
    expect(words).toContain('There is a problem');
    expect(await seat.page.locator('[name=note]').inputValue()).toBe('Walked the corridors twice.');
    expect(await seat.page.title()).toMatch(/^Error: /);
    await look('form-with-mistakes');
    await expect(stageOf(reference)).resolves.toBe('primary_phase');
  });

  it('takes EHC-1 to advice, and says why its dates are what they are', async () => {
    await seat.signOut();
    await seat.signIn('marguerite');
    const [child] = await db.statements.run<{ id: string }>(
      '',
      'SELECT k.id FROM child k ORDER BY k.legal_surname LIMIT 1',
      [],
    );
    const { reference } = await api('/api/cases', {
      pathway: 'ehc_needs_assessment',
      childId: child!.id,
      occurredOn: '2026-10-05',
      payload: { source: 'parent', channel: 'email' },
    });
    await seat.open(`/cases/${reference}/do/panel-listed`);
    await seat.send();
    await seat.open(`/cases/${reference}/do/agreed-to-assess`);
    await seat.send({ advisers: ['parent', 'school', 'ep', 'health', 'social_care'] });
    await expect(stageOf(reference)).resolves.toBe('advice');
    await seat.open(`/cases/${reference}`);
    const words = await seat.words();
    expect(words).toContain('day 49 of 140');
    expect(words).toContain('22 February 2027');
    await look('assessment');
    await seat.page
      .getByRole('link', { name: /Why this date/ })
      .first()
      .click();
    await seat.page.waitForLoadState();
    const why = await seat.words();
    expect(why).toContain('20 weeks');
    expect(why).toContain('5 October 2026');
    await look('why-date');
  });

  it('shows the assessment on the 20-week board', async () => {
    await seat.open('/boards');
    await expect(seat.words()).resolves.toMatch(/Open assessments 1\b/);
    await look('board');
  });

  it('moves the clock past a timer, and sees the reminder among the messages', async () => {
    await seat.open('/demo-clock');
    const form = seat.page.locator('main form.cw-form');
    for (const [part, value] of [
      ['day', '11'],
      ['month', '1'],
      ['year', '2027'],
    ] as const)
      await form.locator(`[name$="-${part}"]`).fill(value);
    await form.locator('button').click();
    await until(async () => {
      const sent = await db.statements.run(
        '',
        "SELECT 1 FROM message WHERE status = 'sent' AND notice IN ('N-62', 'N-64')",
        [],
      );
      return sent.length > 0;
    });
    await seat.open('/messages');
    await expect(seat.words()).resolves.toMatch(/sent/i);
    await look('messages');
  });

  it('has nothing that axe would report, and nothing wider than a phone', async () => {
    expect(axe).toEqual([]);
    await seat.page.setViewportSize({ width: 320, height: 900 });
    for (const path of ['/my-work', '/boards', '/year-6-places', '/cases']) {
      await seat.open(path);
      expect([path, await seat.scrollsSideways()]).toEqual([path, false]);
    }
  });

  async function firstNomination(): Promise<string> {
    const [row] = await db.statements.run<{ reference: string }>(
      '',
      "SELECT reference FROM send_case WHERE pathway = 'y6_transition' ORDER BY reference LIMIT 1",
      [],
    );
    return row!.reference;
  }

  async function stageOf(reference: string): Promise<string> {
    const [row] = await db.statements.run<{ stage: string }>(
      '',
      'SELECT stage FROM send_case WHERE reference = $1',
      [reference],
    );
    return row!.stage;
  }

  /** The same command as the page's, through the JSON API of the signed-in person. */
  async function api(path: string, body: object): Promise<{ reference: string }> {
    const session = (await (
      await seat.page.request.get(`${product.address}/api/session`)
    ).json()) as { csrfToken: string };
    const answer = await seat.page.request.post(product.address + path, {
      data: body,
      headers: { 'x-csrf-token': session.csrfToken },
    });
    if (answer.status() !== 201) throw new Error(`${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as { reference: string };
  }

  function record(reference: string, type: string, payload: object) {
    return api(`/api/cases/${reference}/events`, { type, occurredOn: '2026-11-23', payload });
  }
});

async function until(holds: () => Promise<boolean>, ms = 120_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (performance.now() < deadline) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('It did not happen in time');
}
