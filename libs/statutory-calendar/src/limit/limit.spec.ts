import fc from 'fast-check';
import { addDays, weekdayOf } from '../day/calendar-day';
import { TermsNotLoaded } from '../calendar/calendar';
import { office, wendmoor, wendmoorLoadedBefore } from '../../testing/wendmoor';
import { lastDayOf, type Limit } from './limit';

const due = (limit: Limit, from: string, calendar = wendmoor) => lastDayOf(limit, from, calendar);
const aDay = fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-11-01', n));

describe('the operators of the rule book', () => {
  it.each<[string, Limit, string, string]>([
    ['6 weeks', { unit: 'CW', n: 6 }, '2026-01-05', '2026-02-16'],
    ['15 days', { unit: 'CD', n: 15 }, '2026-03-23', '2026-04-07'],
    ['2 months, clamped', { unit: 'months', n: 2 }, '2026-12-31', '2027-02-28'],
    ['15 days beginning', { unit: 'daysBeginning', n: 15 }, '2026-04-27', '2026-05-11'],
    ['12 months starting', { unit: 'monthsBeginning', n: 12 }, '2025-03-10', '2026-03-09'],
    ['12 months from a leap day', { unit: 'monthsBeginning', n: 12 }, '2024-02-29', '2025-02-28'],
    ['3 months into a short month', { unit: 'monthsBeginning', n: 3 }, '2026-11-30', '2027-02-28'],
    ['before', { unit: 'before' }, '2027-02-15', '2027-02-14'],
    ['on', { unit: 'on' }, '2027-02-15', '2027-02-15'],
    ['2 weeks in advance', { unit: 'CW', n: -2 }, '2026-05-18', '2026-05-04'],
    ['3 working days', { unit: 'WD', n: 3 }, '2026-04-02', '2026-04-09'],
    ['5 working days back', { unit: 'WD', n: -5 }, '2026-05-11', '2026-05-01'],
    [
      '15 working days beginning',
      { unit: 'workingDaysBeginning', n: 15 },
      '2026-04-01',
      '2026-04-23',
    ],
    ['beginning on a Saturday', { unit: 'workingDaysBeginning', n: 1 }, '2026-10-03', '2026-10-05'],
  ])('%s', (_, limit, from, expected) => {
    expect(due(limit, from)).toBe(expected);
  });
});

describe('the examples of the handbook', () => {
  it.each<[string, Limit, string, string]>([
    ['15 school days over Christmas', { unit: 'SD', n: 15 }, '2025-12-10', '2026-01-15'],
    ['20 school days before the summer', { unit: 'SD', n: -20 }, '2026-07-17', '2026-06-19'],
    ['10 working days over Christmas', { unit: 'WD', n: 10 }, '2025-12-11', '2025-12-29'],
    ['10 school days before Christmas', { unit: 'SD', n: -10 }, '2026-12-18', '2026-12-04'],
    ['the sixth school day', { unit: 'SD', n: 5 }, '2026-03-25', '2026-04-15'],
    ['4 weeks after a meeting', { unit: 'CW', n: 4 }, '2026-11-01', '2026-11-29'],
  ])('%s', (_, limit, from, expected) => {
    expect(due(limit, from)).toBe(expected);
  });
});

describe('an anchor that does not count', () => {
  it('is moved forward only where the limit rolls', () => {
    expect(due({ unit: 'WD', n: 1 }, '2026-10-03')).toBe('2026-10-05');
    expect(due({ unit: 'WD', n: 1, roll: true }, '2026-10-03')).toBe('2026-10-06');
    expect(due({ unit: 'WD', n: 1, roll: false }, '2026-10-03')).toBe('2026-10-05');
    expect(due({ unit: 'SD', n: 1 }, '2026-10-28')).toBe('2026-11-03');
    expect(due({ unit: 'SD', n: 1, roll: true }, '2026-10-28')).toBe('2026-11-04');
  });

  it('never moves a period of calendar days or weeks', () => {
    expect(due({ unit: 'CW', n: 4, roll: true }, '2026-10-03')).toBe('2026-10-31');
  });
});

describe('school weeks', () => {
  it('are weeks that have a pupil day, on the same weekday', () => {
    expect(due({ unit: 'SW', n: 6 }, '2026-09-09')).toBe('2026-10-21');
    expect(due({ unit: 'SW', n: 7 }, '2026-09-09')).toBe('2026-11-04');
  });

  it('move a weekday without school on to the next pupil day', () => {
    expect(due({ unit: 'SW', n: 1 }, '2026-10-19')).toBe('2026-11-03');
    expect(due({ unit: 'SW', n: -1 }, '2026-11-09')).toBe('2026-10-23');
    expect(due({ unit: 'SW', n: 0 }, '2026-10-28')).toBe('2026-11-03');
  });

  it('start from the first pupil day where the limit rolls', () => {
    expect(due({ unit: 'SW', n: 1, roll: true }, '2026-10-28')).toBe('2026-11-10');
    expect(due({ unit: 'SW', n: 1 }, '2026-10-28')).toBe('2026-11-04');
  });
});

describe('counting', () => {
  it('lands on a day that counts, and back on the anchor', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const anchor = office.firstWorkingDayOnOrAfter(day);
        const last = due({ unit: 'WD', n }, anchor, office);
        expect(office.isWorkingDay(last)).toBe(true);
        expect(office.workingDaysBetween(anchor, last)).toBe(n);
        expect(due({ unit: 'WD', n: -n }, last, office)).toBe(anchor);
      }),
    );
  });

  it('keeps the weekday over any number of weeks', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        expect(weekdayOf(due({ unit: 'CW', n }, day))).toBe(weekdayOf(day));
      }),
    );
  });

  it('ends a period that begins with a day one day before the period of it', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 200 }), (day, n) => {
        const beginning = due({ unit: 'daysBeginning', n }, day);
        expect(addDays(beginning, 1)).toBe(due({ unit: 'CD', n }, day));
      }),
    );
  });
});

describe('a limit that cannot be worked out', () => {
  it('is refused where the school dates end', () => {
    const known = wendmoorLoadedBefore('2026-09-01');
    expect(due({ unit: 'SD', n: 3 }, '2026-07-14', known)).toBe('2026-07-17');
    expect(() => due({ unit: 'SD', n: 4 }, '2026-07-14', known)).toThrow(TermsNotLoaded);
    expect(() => due({ unit: 'SW', n: 1 }, '2026-07-14', known)).toThrow('Wendmoor');
    expect(() => due({ unit: 'SD', n: 1 }, '2026-07-14', office)).toThrow(TermsNotLoaded);
  });

  it('is refused for numbers and days that are none', () => {
    expect(() => due({ unit: 'WD', n: 1.5 }, '2026-07-14')).toThrow(RangeError);
    expect(() => due({ unit: 'SW', n: 0.5 }, '2026-07-14')).toThrow(RangeError);
    expect(() => due({ unit: 'daysBeginning', n: 0 }, '2026-07-14')).toThrow(RangeError);
    expect(() => due({ unit: 'on' }, '14 July')).toThrow('is not a date');
  });
});
