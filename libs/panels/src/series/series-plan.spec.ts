import { addDays, londonInstant } from '@app/statutory-calendar';
import fc from 'fast-check';
import { planSeries, type StandingSitting, type WantedSitting } from './series-plan';

const DAY = '2026-11-04';
const dayAt = (n: number) => addDays(DAY, n);

const wanted = (n: number, of: Partial<WantedSitting> = {}): WantedSitting => ({
  plannedFor: dayAt(n),
  sitsOn: dayAt(n),
  movedBecause: null,
  startsAt: londonInstant(dayAt(n), '13:30'),
  minutes: 120,
  papersDueAt: londonInstant(dayAt(n - 4), '17:00'),
  papersOutAt: londonInstant(dayAt(n - 3), '12:00'),
  reach: 4,
  ...of,
});
const standing = (n: number, of: Partial<StandingSitting> = {}): StandingSitting => {
  const row = { ...wanted(n), id: `s${n}`, isFree: true, isExtra: false, ...of };
  return row;
};

describe('the plan of a series', () => {
  it('changes nothing where everything stands', () => {
    const rows = [0, 7, 14];
    expect(
      planSeries(
        rows.map((n) => standing(n)),
        rows.map((n) => wanted(n)),
      ),
    ).toEqual({
      add: [],
      move: [],
      callOff: [],
    });
  });

  it('adds what is missing, moves what is near, and calls off what is left', () => {
    const plan = planSeries([standing(2), standing(12)], [wanted(0), wanted(7), wanted(21)]);
    expect(plan.move.map(({ from, to }) => [from.id, to.plannedFor])).toEqual([['s2', dayAt(0)]]);
    expect(plan.add.map(({ plannedFor }) => plannedFor)).toEqual([dayAt(7), dayAt(21)]);
    expect(plan.callOff.map(({ id }) => id)).toEqual(['s12']);
  });

  it('tells why: new terms, a holiday, or a holiday that is none any more', () => {
    const plan = planSeries(
      [standing(1), standing(7), standing(14, { sitsOn: dayAt(15), movedBecause: 'BANK_HOLIDAY' })],
      [wanted(0), wanted(7, { sitsOn: dayAt(8), movedBecause: 'BANK_HOLIDAY' }), wanted(14)],
    );
    expect(plan.move.map(({ because }) => because)).toEqual([
      ...['BANK_HOLIDAY', 'CALENDAR_CHANGED', 'TERMS_CHANGED'],
    ]);
  });

  it('moves papers without telling calendars why', () => {
    const papers = { papersDueAt: londonInstant(dayAt(-6), '17:00') };
    expect(planSeries([standing(0)], [wanted(0, papers)]).move).toMatchObject([
      { because: undefined },
    ]);
  });

  it('does not plan beside an extra sitting of the same day', () => {
    const extra = standing(7, { isExtra: true, isFree: false });
    expect(planSeries([extra], [wanted(7)])).toEqual({ add: [], move: [], callOff: [] });
  });

  it('never touches what people have touched, never plans a day twice, and comes to rest', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        days,
        days,
        fc.uniqueArray(fc.integer({ min: 0, max: 60 })),
        (have, want, busy) => {
          const rows = have.map((n) => standing(n, { isFree: !busy.includes(n) }));
          const plan = planSeries(
            rows,
            want.map((n) => wanted(n)),
          );
          const touched = [...plan.move.map(({ from }) => from), ...plan.callOff];
          expect(touched.every((row) => row.isFree)).toBe(true);
          const after = [
            ...rows.filter((row) => !touched.includes(row)),
            ...plan.move.map(({ from, to }) => ({ ...from, ...to })),
            ...plan.add.map((to) => ({ ...to, id: to.plannedFor, isFree: true, isExtra: false })),
          ];
          const planned = after.map(({ sitsOn }) => sitsOn);
          expect(new Set(planned).size).toBe(planned.length);
          expect(
            planSeries(
              after,
              want.map((n) => wanted(n)),
            ),
          ).toEqual({
            ...{ add: [], move: [], callOff: [] },
          });
        },
      ),
    );
  });
});
