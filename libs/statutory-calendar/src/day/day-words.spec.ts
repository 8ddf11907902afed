import { dayAndMonth, longDay, plainDay, shortDay } from './day-words';
import {
  ageOn,
  birthday,
  isYoungPerson,
  lastDayOfSchoolAge,
  ncYearOn,
  schoolLeavingDay,
  schoolYearOf,
} from './school-year';

describe('a day in words', () => {
  it('is long in sentences and short in tables, and never cuts the month', () => {
    expect(longDay('2026-10-05')).toBe('Monday 5 October 2026');
    expect(shortDay('2026-10-05')).toBe('Mon 5 October 2026');
    expect(plainDay('2026-10-05')).toBe('5 October 2026');
    expect(dayAndMonth('2027-02-21')).toBe('21 February');
    expect(longDay('2027-02-21')).toBe('Sunday 21 February 2027');
  });

  it('knows every month', () => {
    const months = Array.from({ length: 12 }, (_, n) =>
      dayAndMonth(`2026-${String(n + 1).padStart(2, '0')}-01`).slice(2),
    );
    expect(months.join()).toBe(
      'January,February,March,April,May,June,July,August,September,October,November,December',
    );
  });

  it('refuses what is not a day', () => {
    expect(() => longDay('5 October 2026')).toThrow('is not a date');
  });
});

describe('the school year', () => {
  it('starts on 1 September', () => {
    expect(schoolYearOf('2026-09-01')).toBe(2026);
    expect(schoolYearOf('2027-08-31')).toBe(2026);
    expect(schoolYearOf('2026-08-31')).toBe(2025);
  });

  it.each([
    ['2018-05-17', '2026-11-01', '4'],
    ['2015-08-31', '2026-09-01', '7'],
    ['2015-09-01', '2026-09-01', '6'],
    ['2022-08-31', '2026-09-01', 'R'],
    ['2022-09-01', '2026-09-01', 'N2'],
    ['2023-09-01', '2026-09-01', 'N1'],
    ['2025-01-01', '2026-09-01', 'N1'],
    ['2010-09-01', '2026-08-31', '10'],
    ['2010-09-01', '2026-09-01', '11'],
    ['2001-10-03', '2026-09-01', '14'],
  ])('has a child born on %s in year %3$s on %2$s', (dob, on, year) => {
    expect(ncYearOn(dob, on)).toBe(year);
  });
});

describe('age', () => {
  it('is reached on the birthday', () => {
    expect(ageOn('2018-05-17', '2026-05-16')).toBe(7);
    expect(ageOn('2018-05-17', '2026-05-17')).toBe(8);
    expect(birthday('2001-10-03', 25)).toBe('2026-10-03');
  });

  it('is reached on 1 March by a child born on 29 February', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
    expect(birthday('2008-02-29', 20)).toBe('2028-02-29');
  });
});

describe('compulsory school age', () => {
  it.each([
    [2025, '2026-06-26'],
    [2026, '2027-06-25'],
    [2027, '2028-06-30'],
  ])('ends on the last Friday of June of the school year %i', (year, day) => {
    expect(schoolLeavingDay(year)).toBe(day);
  });

  it.each([
    ['2010-09-01', '2027-06-25'],
    ['2011-06-25', '2027-06-25'],
    ['2011-08-31', '2027-06-25'],
    ['2011-09-01', '2028-06-30'],
    ['2012-02-29', '2028-06-30'],
  ])('ends for a child born on %s on %s, whichever side of 16 that is', (dob, day) => {
    expect(lastDayOfSchoolAge(dob)).toBe(day);
  });

  it('makes a young person of a child on the day after, until 25', () => {
    expect(isYoungPerson('2010-09-01', '2026-09-01')).toBe(false); // 16 today
    expect(isYoungPerson('2010-09-01', '2027-06-25')).toBe(false);
    expect(isYoungPerson('2010-09-01', '2027-06-26')).toBe(true);
    expect(isYoungPerson('2011-08-31', '2027-06-26')).toBe(true); // still 15
    expect(isYoungPerson('2001-11-22', '2026-11-21')).toBe(true);
    expect(isYoungPerson('2001-11-22', '2026-11-22')).toBe(false);
  });
});
