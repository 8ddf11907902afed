import { addDays } from '@app/statutory-calendar';
import fc from 'fast-check';
import { Curve } from './curve';
import { type History, type Way } from './history';
import { type Learned, type LearnedLeg } from './learned';
import { Outlook } from './outlook';
import { type Open } from './present-leg';

const DAY = '2026-03-02';
const WAY: Way = { legs: ['ask', 'write', 'send'], waitsIn: 0 };

/** A curve from the chances of 1, 2, 3 … days. */
function curve(...chances: number[]): Curve {
  let left = 1;
  const daily = new Float64Array(401);
  [0, ...chances].forEach((chance, day) => {
    daily[day] = left > 1e-12 ? Math.min(1, chance / left) : 1;
    left -= chance;
  });
  return new Curve(daily);
}

const leg = (whole: Curve, endsHere = 0): LearnedLeg => ({
  byArrival: [whole, whole, whole],
  arrivals: [0, 0],
  endsHere,
  seen: 99,
});
const AT_ONCE = new Curve(new Float64Array(401).fill(1));

function learnedOf(more: Partial<Learned> = {}): Learned {
  return {
    legs: [leg(curve(1)), leg(curve(0.5, 0.5)), leg(curve(0.25, 0.5, 0.25))],
    waitsIn: 0,
    services: new Map([
      ['ep', curve(0.2, 0.3, 0.5)],
      ['school', curve(0.6, 0.4)],
    ]),
    anyService: curve(1),
    inStep: 0,
    afterAnswers: AT_ONCE,
    afterPlan: AT_ONCE,
    ...more,
  };
}

function standing(at: number, more: Partial<History> = {}, since = DAY): Open {
  const entered = WAY.legs.map((_, index) => (index === at ? since : null));
  const history = { entered, over: null, asked: [], planned: [], ...more };
  return { way: WAY, history, standing: { leg: at, since }, startedOn: since, day: DAY };
}
const asked = (...services: string[]) => ({
  asked: services.map((service) => ({ service, askedOn: DAY, inOn: null })),
});
const breachAfter = (days: number, open: Open, learned = learnedOf()) =>
  new Outlook(learned).chanceOfBreach(open, addDays(DAY, days));

describe('legs one after the other', () => {
  it('add up to the chances that are worked out by hand', () => {
    const open = standing(1); // 1 or 2 days, then 1 to 3
    expect(breachAfter(2, open)).toBeCloseTo(1 - 0.125);
    expect(breachAfter(3, open)).toBeCloseTo(1 - 0.5);
    expect(breachAfter(4, open)).toBeCloseTo(1 - 0.875);
    expect(breachAfter(5, open)).toBeCloseTo(0);
    expect(breachAfter(-1, open)).toBe(1);
  });

  it('end where cases end without what the law asks for', () => {
    const legs = [leg(curve(1)), leg(curve(0.5, 0.5), 0.4), leg(curve(0.25, 0.5, 0.25))];
    expect(breachAfter(2, standing(1), learnedOf({ legs }))).toBeCloseTo(1 - 0.4 - 0.6 * 0.125);
  });

  it('name the days between which it is likely to be done', () => {
    expect(new Outlook(learnedOf()).expected(standing(1))).toEqual({
      early: addDays(DAY, 2),
      middle: addDays(DAY, 3),
      late: addDays(DAY, 5),
    });
  });
});

describe('services side by side', () => {
  const only = { legs: [leg(curve(1)), leg(AT_ONCE), leg(AT_ONCE)] };
  const open = standing(0, asked('ep', 'school'));

  it('are done when the last is, each for itself', () => {
    expect(breachAfter(1, open, learnedOf(only))).toBeCloseTo(1 - 0.2 * 0.6);
    expect(breachAfter(2, open, learnedOf(only))).toBeCloseTo(1 - 0.5);
  });

  it('are done when the slowest is, where they go in step', () => {
    expect(breachAfter(1, open, learnedOf({ ...only, inStep: 1 }))).toBeCloseTo(1 - 0.2);
  });

  it('count no more once they have answered', () => {
    const answered = [
      { service: 'ep', askedOn: DAY, inOn: DAY },
      { service: 'school', askedOn: DAY, inOn: null },
    ];
    expect(breachAfter(1, standing(0, { asked: answered }), learnedOf(only))).toBeCloseTo(0.4);
  });
});

describe('what would be if', () => {
  const outlook = new Outlook(learnedOf());
  const open = standing(0, asked('ep'));

  it('a service answered today, or as the fastest quarter do', () => {
    const due = addDays(DAY, 4);
    const at = (to: 'at_once' | 'fast') =>
      outlook.chanceOfBreach(open, due, { service: { name: 'ep', to } });
    expect(at('at_once')).toBeCloseTo(1 - 0.875);
    expect(outlook.chanceOfBreach(open, due)).toBeGreaterThan(at('fast'));
    expect(at('fast')).toBeGreaterThan(at('at_once'));
  });

  it('a later leg were done at once', () => {
    const later = { leg: 2, to: 'at_once' } as const;
    expect(outlook.chanceOfBreach(standing(1), addDays(DAY, 1), { later })).toBeCloseTo(0.5);
  });
});

describe('a day on which nothing comes', () => {
  const chances = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 40 });
  const someLeg = chances.map((weights) => {
    const all = weights.reduce((sum, weight) => sum + weight, 1);
    return curve(...weights.map((weight) => weight / all), 1 / all);
  });

  it('never makes the end earlier, nor a breach less likely', () => {
    const world = fc.record({
      first: someLeg,
      early: someLeg,
      middle: someLeg,
      late: someLeg,
      gone: fc.integer({ min: 0, max: 30 }),
      due: fc.integer({ min: 40, max: 90 }),
    });
    fc.assert(
      fc.property(world, ({ first, early, middle, late, gone, due }) => {
        const next = {
          byArrival: [early, middle, late],
          arrivals: [20, 35],
          endsHere: 0,
          seen: 99,
        };
        const outlook = new Outlook(learnedOf({ legs: [leg(first), next, leg(early)] }));
        const on = (days: number): Open => ({
          ...standing(0),
          way: { legs: WAY.legs },
          day: addDays(DAY, days),
        });
        const dueOn = addDays(DAY, due);
        const [before, after] = [outlook.expected(on(gone)), outlook.expected(on(gone + 1))];
        expect(after.early >= before.early && after.late >= before.late).toBe(true);
        expect(outlook.chanceOfBreach(on(gone + 1), dueOn)).toBeGreaterThanOrEqual(
          outlook.chanceOfBreach(on(gone), dueOn) - 1e-9,
        );
      }),
      { numRuns: 60 },
    );
  });
});
