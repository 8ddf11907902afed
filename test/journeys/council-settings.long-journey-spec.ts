import { type Browser } from 'playwright-core';
import { aPersona } from '../support/a-web-app';
import { aBrowser, type Seat, type Working } from '../support/browser';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { running, type Running } from '../support/running';
import { aSmallCouncil } from './a-small-council';
import { aSeat, withBrowser } from './parts/a-desk';

jest.setTimeout(90_000);

withBrowser('a council that changes its settings', () => {
  let db: TestDatabase;
  let product: Running;
  let browser: Browser;
  const faults: string[] = [];

  const sitDown = (persona: string, working: Working = {}) =>
    aSeat({ browser, address: product.address, journey: 'settings' }, persona, working);
  const look = async (seat: Seat, name: string) =>
    void faults.push(...(await seat.look(name)).map((found) => `${name}: ${found}`));

  beforeAll(async () => {
    db = await aTestDatabase();
    await aSmallCouncil(db.statements, { today: '2026-11-23', cohort: '2027' });
    await aPersona(db.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    product = await running(db.url, {}, { withWorker: false });
    browser = await aBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await db?.drop();
  });

  it('has one person propose, with what is wrong said beside the field', async () => {
    const ash = await sitDown('ash');
    await ash.open('/admin/settings');
    await look(ash, 'list');
    await ash.follow('Year 6 transition');
    await ash.follow('Propose other settings');
    await look(ash, 'form');
    await ash.page.locator('[name="threshold"]').fill('forty');
    await ash.page.locator('[name="reason"]').fill('The panel sees fewer children');
    await ash.page.getByRole('button', { name: 'Propose these settings' }).click();
    await expect(ash.words()).resolves.toContain('Score that goes to the panel: enter a number');
    await look(ash, 'refused');
    await ash.page.locator('[name="threshold"]').fill('40');
    await ash.page.getByRole('button', { name: 'Propose these settings' }).click();
    await expect(ash.words()).resolves.toContain('You proposed it, so a second person approves it');
    await look(ash, 'own');
  });

  it('has another approve it, without scripts and by keys alone', async () => {
    const marguerite = await sitDown('marguerite', { withoutScripts: true, byKeys: true });
    await marguerite.follow('Settings');
    await marguerite.follow('Year 6 transition');
    await look(marguerite, 'proposal');
    await marguerite.page.getByRole('button', { name: 'Approve' }).press('Enter');
    await marguerite.page.getByText('The settings are approved').waitFor();
    await expect(marguerite.words()).resolves.toContain('New cases begin under version 1');
    await look(marguerite, 'approved');
  });

  it('lets a manager change a score and a rule that finds children, and shows both once approved', async () => {
    const page = '/admin/settings/tats_case';
    const marguerite = await sitDown('marguerite');
    await marguerite.open(page);
    await marguerite.follow('Propose other settings');
    await marguerite.page.locator('[name="priority.transition"]').fill('8');
    await marguerite.page.locator('[name="finding.manyWeeks"]').fill('4');
    await marguerite.page.locator('[name="reason"]').fill('We see children sooner');
    await look(marguerite, 'score and rules form');
    await marguerite.page.getByRole('button', { name: 'Propose these settings' }).click();
    await marguerite.page.getByText('a second person approves it').waitFor();
    const ash = await sitDown('ash');
    await ash.open(page);
    await ash.page.getByRole('button', { name: 'Approve' }).click();
    await ash.page.getByText('The settings are approved').waitFor();
    const row = (label: string) =>
      ash.page.getByRole('row').filter({ hasText: label }).first().innerText();
    await expect(row('At a change of school')).resolves.toContain('8');
    await expect(row('T3: the last weeks in which they count')).resolves.toContain('4');
    await look(ash, 'score and rules approved');
  });

  it('breaks no rule of WCAG 2.2 AA on the way, and no page is wider than a phone', () => {
    expect(faults).toEqual([]);
  });
});
