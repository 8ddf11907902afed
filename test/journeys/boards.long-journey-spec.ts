import { type Seat } from '../support/browser';
import { finishedAssessments, FORECAST_DAY } from '../support/finished-assessments';
import { plansInReview } from '../support/plans-in-review';
import { Desk, withBrowser } from './parts/a-desk';

/** Each board with what must stand on it. */
const BOARDS: Readonly<Record<string, readonly [path: string, words: string]>> = {
  causes: ['/boards?by=waits', 'By what holds them'],
  teams: ['/boards?by=team', 'Team'],
  areas: ['/boards?by=area', 'Area'],
  'past-day': ['/boards?on=2026-12-01', 'As at Tuesday 1 December 2026'],
  advice: ['/boards/advice?when=late', 'Educational psychology'],
  'plans-sent': ['/boards/plans-sent', 'Plans sent'],
  workload: ['/boards/workload', 'Workload'],
  published: ['/boards/published?table=annual_reviews', 'Published figures'],
  exclusions: ['/exclusions', 'Exclusions'],
  'dates-met': ['/boards/annual-reviews/dates-met?time=concluded', 'Concluded within 12 months'],
  'reviews-then': ['/boards/annual-reviews/what-was-corrected?on=2026-12-20', 'Known now'],
  'back-test': ['/boards/forecast/back-test', 'Review concluded within 12 months'],
};

withBrowser('a manager who goes through all the boards', () => {
  let desk: Desk;
  let plain: Seat;

  beforeAll(async () => {
    desk = await Desk.set('boards', FORECAST_DAY);
    await finishedAssessments(desk.statements, desk.people.marguerite);
    await plansInReview(desk.statements);
    await desk.statements.run('', 'UPDATE demo_clock SET today = $1', [FORECAST_DAY]);
    plain = await desk.beside('marguerite', { withoutScripts: true, byKeys: true });
  }, 180_000);
  afterAll(() => desk?.clear());

  it.each(Object.entries(BOARDS))('reads %s without scripts', async (_name, [path, words]) => {
    await plain.open(path);
    expect(await plain.words()).toContain(words);
  });

  it('opens the cases behind a number by the keyboard alone', async () => {
    await plain.open('/boards');
    await plain.follow('Plans sent');
    expect(new URL(plain.page.url()).pathname).toBe('/boards/plans-sent');
  });

  it('meets no page with a fault, on a phone either', async () => {
    const seat = await desk.beside('marguerite');
    for (const [name, [path]] of Object.entries(BOARDS)) {
      await seat.open(path);
      await desk.looks(name, seat);
    }
    expect(desk.faults).toEqual([]);
  });
});
