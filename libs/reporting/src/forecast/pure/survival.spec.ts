import { Curve } from './curve';
import { dailyChance, drawnTo, goingOn, lifeTable, plainChance, type Spell } from './survival';

const times = (days: number, count: number, ended = true): Spell[] =>
  new Array<Spell>(count).fill({ days, ended });

/** Remission in weeks of 21 patients on 6-MP (Freireich and others, 1963), the example of many textbooks. */
const REMISSION: Spell[] = [
  ...times(6, 3),
  ...times(6, 1, false),
  ...times(7, 1),
  ...times(9, 1, false),
  ...times(10, 1),
  ...[10, 11].flatMap((week) => times(week, 1, false)),
  ...times(13, 1),
  ...times(16, 1),
  ...[17, 19, 20].flatMap((week) => times(week, 1, false)),
  ...times(22, 1),
  ...times(23, 1),
  ...[25, 32, 32, 34, 35].flatMap((week) => times(week, 1, false)),
];

describe('how long things go on, when some are not over yet', () => {
  it('is what the textbook works out by hand', () => {
    const shares = goingOn(plainChance(lifeTable(REMISSION)));
    const rounded = [5, 6, 7, 10, 13, 16, 22, 23, 35].map((week) => shares[week]?.toFixed(3));
    expect(rounded).toEqual([
      ...['1.000', '0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448', '0.448'],
    ]);
  });

  it('counts those at risk as the textbook does', () => {
    const { atRisk } = lifeTable(REMISSION);
    expect([6, 7, 10, 13, 16, 22, 23].map((week) => atRisk[week])).toEqual([
      21, 17, 15, 12, 11, 7, 6,
    ]);
  });

  it('is shorter when the open ones are left out, which is why they are not', () => {
    const finished = REMISSION.filter(({ ended }) => ended);
    const share = (spells: Spell[]) => goingOn(plainChance(lifeTable(spells)))[16] ?? 1;
    expect(share(finished)).toBeLessThan(share(REMISSION) - 0.3);
  });

  it('lets a case from before the records count only from where they begin', () => {
    const spells: Spell[] = [
      { days: 2, ended: true },
      { days: 5, ended: true, after: 4 },
      { days: 9, ended: true, after: 4 },
      { days: 6, ended: true },
    ];
    const { atRisk, ended } = lifeTable(spells);
    expect([2, 3, 4, 5, 6, 9].map((day) => atRisk[day])).toEqual([2, 1, 3, 3, 2, 1]);
    expect([2, 5, 6, 9].map((day) => ended[day])).toEqual([1, 1, 1, 1]);
  });

  it('takes what has gone on for longer to take longer still, where hardly anybody is left', () => {
    const table = lifeTable([...times(10, 40), ...times(50, 8), ...times(60, 1, false)]);
    const chance = dailyChance(table);
    expect(chance[10]).toBeCloseTo(40 / 49);
    expect(chance[50]).toBeLessThan(8 / 9);
    expect((chance[100] ?? 0) / (chance[200] ?? 1)).toBeCloseTo(2);
    expect(chance[300]).toBeGreaterThan(0);
  });

  it('draws a small group towards all, and a large one hardly', () => {
    const all = plainChance(lifeTable(times(10, 500)));
    const own = (count: number) => drawnTo(all, lifeTable(times(20, count)))[10] ?? 0;
    expect(own(0)).toBe(1);
    expect(own(2)).toBeGreaterThan(0.9);
    expect(own(2000)).toBeLessThan(0.02);
  });
});

describe('a curve for one that has come so far', () => {
  const curve = new Curve(
    plainChance(lifeTable([...times(10, 50), ...times(20, 30), ...times(40, 20)])),
  );

  it('leaves out the days that have gone by', () => {
    expect(curve.doneWithin(10)).toBeCloseTo(0.5);
    expect(curve.doneWithin(10, 11)).toBeCloseTo(30 / 50);
    expect(curve.doneWithin(8, 11)).toBe(0);
    expect(curve.doneWithin(29, 11)).toBeCloseTo(1);
  });

  it('knows by which day a share is done, and when it cannot say', () => {
    expect(curve.daysFor(0.5)).toBe(10);
    expect(curve.daysFor(0.9)).toBe(40);
    expect(new Curve(new Float64Array(401)).daysFor(0.5)).toBeUndefined();
  });
});
