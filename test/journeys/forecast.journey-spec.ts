import { type Seat } from '../support/browser';
import { finishedAssessments, FORECAST_DAY } from '../support/finished-assessments';
import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a manager who looks at what lies ahead', () => {
  let desk: Desk;
  let cases: Readonly<Record<string, string>>;
  let seat: Seat;
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await seat.look(name)).map((fault) => `${name}: ${fault}`));
  };
  const chanceOf = async (name: string) => {
    const row = seat.page.getByRole('row').filter({ hasText: name });
    return Number(/about (\d+) in 100/.exec(await row.innerText())?.[1]);
  };

  beforeAll(async () => {
    desk = await Desk.set('forecast', FORECAST_DAY);
    cases = await finishedAssessments(desk.statements, desk.people.marguerite);
    seat = await desk.beside('marguerite');
  });
  afterAll(() => desk?.clear());

  it('finds the assessments most likely to be late, and what drives each', async () => {
    await seat.open('/boards/forecast');
    const rows = seat.page.locator('table.cw-forecast tbody tr');
    expect(await rows.count()).toBe(5);
    const first = await rows.locator('th a').allInnerTexts();
    expect(first.slice(0, 3)).toEqual(['Alex Answered', 'Alex Waiting', 'Alex Drafting']);
    for (const at of [0, 1, 2]) {
      const words = await rows.nth(at).innerText();
      expect(words).toMatch(/ in 100/);
      expect(words).toMatch(/Half take up to|so far/);
      expect(words).not.toContain('Osei');
    }
    await look('list');
  });

  it('acts on one of them from the list, on the form of its case', async () => {
    const before = await chanceOf('Alex Drafting');
    await seat.follow('Send the draft plan for Alex Drafting');
    expect(new URL(seat.page.url()).pathname).toBe(`/cases/${cases['Drafting']}/do/draft-issued`);
    await seat.send({ qualityCheck: 'done' });
    expect(await seat.words()).toContain('Draft plan sent to the family');
    await look('case');
    await seat.open('/boards/forecast');
    expect(await chanceOf('Alex Drafting')).toBeLessThan(before);
  });

  it('sees how good forecasts were, and may open the file of them', async () => {
    await seat.follow('How good the forecast is');
    expect(await seat.words()).toContain('Brier score');
    await look('back-test');
  });

  it('meets no page with a fault, on a phone either', () => {
    expect(faults).toEqual([]);
  });
});
