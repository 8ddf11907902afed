import { type Seat } from '../support/browser';
import { plansInReview, REGISTER_DAY } from '../support/plans-in-review';
import { Desk, withBrowser } from './parts/a-desk';

withBrowser('reviews that were never held', () => {
  let desk: Desk;
  let petra: Seat;

  const press = async (name: string) => {
    await petra.page.getByRole('button', { name }).click();
    await petra.page.waitForLoadState();
  };

  beforeAll(async () => {
    desk = await Desk.set('never-held', REGISTER_DAY);
    await plansInReview(desk.statements);
    await desk.statements.run('', 'UPDATE demo_clock SET today = $1', [REGISTER_DAY]);
    petra = await desk.beside('petra');
  }, 60_000);
  afterAll(() => desk?.clear());

  it('are found from the register, as at today and on a day gone by', async () => {
    await petra.open('/my-work');
    await petra.follow('Annual reviews');
    expect(await petra.words()).toContain('4 reviews were never held, of 14 plans.');
    await desk.looks('register', petra);
    await petra.open('/boards/annual-reviews?on=2026-12-01&by=school');
    expect(await petra.words()).toContain('As at 1 December 2026.');
    await petra.open('/boards/phase-transfers');
    await desk.looks('transfers', petra);
    await petra.open('/boards/annual-reviews/year-11');
    await desk.looks('year-11', petra);
    await petra.open('/boards/annual-reviews/dates-met');
    await desk.looks('dates-met', petra);
  });

  it('are asked for in one go, with a look at each child and a result for each', async () => {
    await petra.open('/boards/annual-reviews');
    await petra.follow('Reviews never held');
    await petra.follow('Choose all 4 on this page');
    await desk.looks('list', petra);
    await press('Ask the schools');
    await press('Check each child');
    expect(await petra.words()).toContain('There is a problem');
    await desk.looks('questions', petra);
    await petra.page.getByLabel('The school has not answered').check();
    await press('Check each child');
    expect(await petra.words()).toContain('It can be done for 3 of 4.');
    await desk.looks('check', petra);
    await press('Do it for 3 children');
    expect(await petra.words()).toContain('3 done, 1 left out.');
    await desk.looks('result', petra);
    await petra.follow('Alex Birch');
    expect(await petra.words()).toContain('Annual review opened');
  });

  it('print with every row and without what cannot be pressed on paper', async () => {
    await petra.open('/boards/annual-reviews/plans?stage=never_held');
    const printed = await petra.onPaper('list');
    expect(printed).toContain('Alex Cedar');
    expect(printed).not.toContain('Ask the schools');
  });

  it('have pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
