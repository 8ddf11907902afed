import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Asked, type History, knownOn, standingOf, type Way } from './history';
import { learned } from './learned';
import { spellsOf } from './spells';

const WAY: Way = { legs: ['ask', 'write'], waitsIn: 0 };
const START = '2026-01-05';
const on = (day: number | null): CalendarDay | null => (day === null ? null : addDays(START, day));
const asked = (service: string, day: number, inDay: number | null): Asked => ({
  service,
  askedOn: addDays(START, day),
  inOn: on(inDay),
});

/** Comes on a day, is written from another and finished on a third. */
function history(
  came: number,
  written: number | null,
  done: number | null,
  more: Partial<History> = {},
): History {
  const over = done === null ? null : { on: addDays(START, done), how: 'finished' as const };
  return { entered: [on(came), on(written)], over, asked: [], planned: [], ...more };
}
const daysOf = (histories: History[], leg: number, day = 100) =>
  spellsOf(WAY, histories, addDays(START, day)).legs[leg]?.map(({ days, ended, after }) => [
    days,
    ended,
    after,
  ]);

describe('what is learned from', () => {
  it('counts a leg that still goes on up to the day, and says that its end is not known', () => {
    expect(daysOf([history(0, 2, 3), history(10, 30, 50), history(80, null, null)], 0)).toEqual([
      [20, true, 0],
      [20, false, 0],
    ]);
  });

  it('leaves out what was over before the first end on record, and counts the rest from there', () => {
    const early = history(0, 90, 95); // lasted until the records begin on day 60, and beyond
    const first = history(40, 50, 60);
    expect(daysOf([early, first], 0)).toEqual([[90, true, 60]]);
    expect(daysOf([early, first], 1)).toEqual([
      [5, true, 0],
      [10, true, 10],
    ]);
  });

  it('takes advice that never came as settled on the day the case went on without it', () => {
    const gone = history(0, 50, 60, { asked: [asked('ep', 5, null), asked('school', 5, 20)] });
    const all = [history(0, 0, 1), gone];
    const { services } = spellsOf(WAY, all, addDays(START, 100));
    expect(services.get('ep')).toMatchObject([{ days: 45, ended: true }]);
    expect(services.get('school')).toMatchObject([{ days: 15, ended: true }]);
  });

  it('knows nothing of what comes after a day', () => {
    const whole = history(0, 30, 60, { asked: [asked('ep', 5, 28), asked('ot', 35, null)] });
    const then = knownOn(whole, addDays(START, 20));
    expect(then).toEqual(history(0, null, null, { asked: [asked('ep', 5, null)] }));
    expect(standingOf(then)).toEqual({ leg: 0, since: START });
    expect(standingOf(whole)).toBeUndefined();
  });
});

describe('services asked about one child', () => {
  const many = (inDays: (at: number) => readonly [ep: number, school: number]) =>
    Array.from({ length: 120 }, (_, at) => {
      const [ep, school] = inDays(at);
      const last = Math.max(ep, school);
      const both = [asked('ep', 0, ep), asked('school', 0, school)];
      return history(0, last, last + 5, { asked: both });
    });
  const stepOf = (histories: History[]) =>
    learned(spellsOf(WAY, [history(0, 0, 0), ...histories], addDays(START, 300))).inStep;

  it('are known to answer together, where they do', () => {
    expect(stepOf(many((at) => [20 + at, 20 + at]))).toBeGreaterThanOrEqual(0.75);
  });

  it('are known to answer each for itself, where they do', () => {
    expect(stepOf(many((at) => [20 + at, 20 + ((at * 53) % 120)]))).toBeLessThanOrEqual(0.25);
  });
});
