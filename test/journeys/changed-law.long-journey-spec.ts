import { type Browser } from 'playwright-core';
import { aPersona } from '../support/a-web-app';
import { aBrowser, type Seat, type Working } from '../support/browser';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anOfficer } from '../support/given';
import { running, type Running } from '../support/running';
import { aSmallCouncil } from './a-small-council';
import { aSeat, withBrowser } from './parts/a-desk';

jest.setTimeout(90_000);

const TODAY = '2026-11-23';
const decide = { rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 4 };
const pack = {
  name: 'ACT-2026',
  title: 'An invented Act',
  source: 'invented 2026 c. 1',
  effectiveFrom: '2026-11-01',
  appliesBy: 'trigger',
  changes: [decide, { rule: 'EHCNA-FINAL-20W', grounds: ['absent_2_weeks'] }],
};
const changed = (...changes: object[]) => ({ ...pack, changes });

withBrowser('law that changes', () => {
  let db: TestDatabase;
  let product: Running;
  let browser: Browser;
  let reference: string;
  const faults: string[] = [];

  const sitDown = (persona: string, working: Working = {}) =>
    aSeat({ browser, address: product.address, journey: 'changed-law' }, persona, working);
  const look = async (seat: Seat, name: string) =>
    void faults.push(...(await seat.look(name)).map((found) => `${name}: ${found}`));

  beforeAll(async () => {
    db = await aTestDatabase();
    await aSmallCouncil(db.statements, { today: TODAY, cohort: '2027' });
    await aPersona(db.statements, 'ash', ['administrator'], { name: 'Ash Kerr' });
    const officer = await anOfficer(db.statements, 'Wren Hale', ['ehc_officer']);
    const child = await aChild(db.statements);
    const story = [['2026-11-03', 'REQUEST_RECEIVED']] as const;
    const door = aDoor(db.statements, TODAY);
    ({ reference } = await aCaseAt(door, officer, 'ehc_needs_assessment', child, [...story]));
    product = await running(db.url, {}, { withWorker: false });
    browser = await aBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await db?.drop();
  });

  it('is refused with what is wrong and where, and what was typed stays', async () => {
    const ash = await sitDown('ash');
    const wrong: [object, string][] = [
      [changed({ ...decide, rule: 'EHCNA-NEVER' }), 'there is no rule EHCNA-NEVER in the book'],
      [
        changed({ ...decide, effectiveFrom: '2026-12-01' }),
        'no law is given from 1 November 2026 to 30 November 2026',
      ],
      [changed(decide, { ...decide, effectiveFrom: '2027-01-01' }), 'it overlaps changes 1'],
      [{ ...pack, effectiveTo: '2026-10-01' }, 'before it begins on 1 November 2026'],
    ];
    for (const [file, words] of wrong) {
      await ash.open('/admin/law/load');
      await ash.page.locator('[name="pack"]').fill(JSON.stringify(file));
      await ash.page.getByRole('button', { name: 'Show what it would change' }).click();
      await expect(ash.words()).resolves.toContain(words);
      await expect(ash.page.locator('[name="pack"]').inputValue()).resolves.toBe(
        JSON.stringify(file),
      );
    }
    await look(ash, 'refused');
  });

  it('shows every open case that it would change to whoever loads it, who cannot approve it', async () => {
    const ash = await sitDown('ash');
    await ash.open('/admin/law/load');
    await ash.page.locator('[name="pack"]').fill(JSON.stringify(pack));
    await ash.page.getByRole('button', { name: 'Show what it would change' }).click();
    const words = await ash.words();
    expect(words).toContain('1 of 1 open case would change');
    expect(words).toContain('15 December 2026');
    expect(words).toContain('1 December 2026');
    expect(words).toContain(
      'may be excused. The family is away from the area for at least 2 weeks',
    );
    expect(words).toContain('You loaded it, so a second person approves it');
    await look(ash, 'own');
  });

  it('is approved by another, without scripts and by keys alone, and gives a certificate', async () => {
    const marguerite = await sitDown('marguerite', { withoutScripts: true, byKeys: true });
    await marguerite.open('/admin/law');
    await marguerite.follow('An invented Act');
    await look(marguerite, 'diff');
    await marguerite.page.getByRole('button', { name: 'Approve' }).press('Enter');
    await marguerite.page.getByText('The pack is approved').waitFor();
    await expect(marguerite.words()).resolves.toContain('All open cases count by it since');
    await look(marguerite, 'certificate');
  });

  it('gives the case its new date, and says why', async () => {
    const marguerite = await sitDown('marguerite');
    await marguerite.open(`/cases/${reference}/why/w6/1`);
    const words = await marguerite.words();
    expect(words).toContain('1 December 2026');
    expect(words).toContain('ACT-2026');
    await look(marguerite, 'why');
    await marguerite.open(`/cases/${reference}`);
    await look(marguerite, 'case');
  });

  it('lets two people change the days on which the council is closed', async () => {
    const ash = await sitDown('ash', { withoutScripts: true, byKeys: true });
    await ash.open('/admin/days-off');
    await look(ash, 'days-off');
    await ash.page.locator('[name="closures"]').fill('29 December 2026');
    await ash.page.locator('[name="closuresReason"]').fill('The offices are closed');
    await ash.page.getByRole('button', { name: 'Show what it would change' }).press('Enter');
    await ash.page.getByText('You proposed it, so a second person approves it').waitFor();
    await look(ash, 'days-off-own');
    const marguerite = await sitDown('marguerite');
    await marguerite.open('/admin/days-off');
    await marguerite.follow('Council closure days');
    await marguerite.page.getByRole('button', { name: 'Approve' }).click();
    await marguerite.page.getByText('The change is approved').waitFor();
    await look(marguerite, 'days-off-approved');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(faults).toEqual([]);
  });
});
