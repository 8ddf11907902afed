import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  daysBetween,
  isCalendarDay,
  mondayOf,
  NotACalendarDay,
  weekdayOf,
} from './calendar-day';

const FIRST = Temporal.PlainDate.from('1900-01-01');
const aDay = fc.integer({ min: 0, max: 73_413 }).map((n) => FIRST.add({ days: n }).toString());
const midDay = fc
  .integer({ min: 20_000, max: 53_000 })
  .map((n) => FIRST.add({ days: n }).toString());
const temporal = (day: string) => Temporal.PlainDate.from(day);

describe('civil days agree with Temporal', () => {
  it('in adding days', () => {
    fc.assert(
      fc.property(midDay, fc.integer({ min: -15_000, max: 15_000 }), (day, n) => {
        expect(addDays(day, n)).toBe(temporal(day).add({ days: n }).toString());
      }),
    );
  });

  it('in adding months, clamped to the end of the month', () => {
    fc.assert(
      fc.property(midDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
        expect(addMonths(day, n)).toBe(temporal(day).add({ months: n }).toString());
      }),
    );
  });

  it('at the leap day of 2000, which ends four hundred years', () => {
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(addDays('2000-03-01', -1)).toBe('2000-02-29');
    expect(addDays('2000-02-29', 1)).toBe('2000-03-01');
  });

  it('in the day of the week', () => {
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    fc.assert(
      fc.property(aDay, (day) => {
        expect(weekdayOf(day)).toBe(names[temporal(day).dayOfWeek - 1]);
      }),
    );
  });

  it('in the days between two days', () => {
    fc.assert(
      fc.property(aDay, aDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(temporal(from).until(temporal(to)).days);
      }),
    );
  });

  it('in what is a date at all', () => {
    const parts = [
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    ] as const;
    fc.assert(
      fc.property(...parts, (year, month, date) => {
        const real = (() => {
          try {
            return Boolean(
              Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' }),
            );
          } catch {
            return false;
          }
        })();
        const two = (n: number) => String(n).padStart(2, '0');
        expect(isCalendarDay(`${year}-${two(month)}-${two(date)}`)).toBe(real);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a calendar day', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2101-01-01',
    '2026-1-5',
    '05/01/2026',
    '2026-01-05T00:00',
    ' 2026-01-05',
    '',
    'today',
    null,
    undefined,
    20260105,
  ])('is not %p', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  it.each(['1900-01-01', '2100-12-31', '2024-02-29', '2000-02-29'])('is %s', (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });

  it('has no 29 February in 1900 and 2100', () => {
    expect(isCalendarDay('1900-02-29')).toBe(false);
    expect(isCalendarDay('2100-02-29')).toBe(false);
  });

  it('goes from 29 February to the end of February in a year without one', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-07-31', -5)).toBe('2026-02-28');
  });

  it('names its Monday', () => {
    expect(mondayOf('2026-10-05')).toBe('2026-10-05');
    expect(mondayOf('2026-10-11')).toBe('2026-10-05');
  });

  it('says in words what it was given instead', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(NotACalendarDay);
    expect(() => addDays('2026-02-30', 1)).toThrow('“2026-02-30” is not a date');
    expect(new NotACalendarDay('x').name).toBe('NotACalendarDay');
    expect(() => addDays('2100-12-31', 1)).toThrow(NotACalendarDay);
    expect(() => addDays('1900-01-01', -1)).toThrow(NotACalendarDay);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', Number.NaN)).toThrow(RangeError);
  });
});
