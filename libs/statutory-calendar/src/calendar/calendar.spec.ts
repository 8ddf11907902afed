import fc from 'fast-check';
import { addDays, NotACalendarDay } from '../day/calendar-day';
import { office, wendmoor, wendmoorLoadedBefore } from '../../testing/wendmoor';
import { TermsNotLoaded } from './calendar';
import { englandBankHolidays } from './england-bank-holidays';
import { fingerprint } from './fingerprint';
import { makeCalendar } from './make-calendar';

const aDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-09-01', n));

describe('working days', () => {
  it('leave out weekends, bank holidays and days on which the council is closed', () => {
    const calendar = makeCalendar({
      bankHolidays: englandBankHolidays.days,
      closures: ['2026-12-29'],
    });
    expect(calendar.isWorkingDay('2026-12-24')).toBe(true);
    expect(calendar.whyNotWorkingDay('2026-12-26')).toEqual({ kind: 'weekend', title: 'weekend' });
    expect(calendar.whyNotWorkingDay('2026-12-28')?.kind).toBe('bankHoliday');
    expect(calendar.whyNotWorkingDay('2026-12-29')?.kind).toBe('closure');
    expect(calendar.firstWorkingDayOnOrAfter('2026-12-25')).toBe('2026-12-30');
    expect(calendar.lastWorkingDayOnOrBefore('2026-12-28')).toBe('2026-12-24');
  });

  it('say how many are left, and how many it is late', () => {
    expect(office.workingDaysBetween('2026-12-23', '2026-12-30')).toBe(3);
    expect(office.workingDaysBetween('2026-12-30', '2026-12-23')).toBe(-3);
    expect(office.workingDaysBetween('2026-12-25', '2026-12-28')).toBe(0);
  });

  it('leave out once a day that is off for two reasons', () => {
    const calendar = makeCalendar({
      bankHolidays: ['2027-12-25', '2027-12-27'],
      closures: ['2027-12-27', '2027-12-26'],
    });
    expect(calendar.workingDaysBetween('2027-12-24', '2027-12-28')).toBe(1);
    expect(calendar.workingDaysBetween('2027-12-23', '2027-12-24')).toBe(1);
    expect(calendar.workingDaysBetween('2027-12-24', '2027-12-24')).toBe(0);
  });

  it('add up over any day in between', () => {
    fc.assert(
      fc.property(aDay, aDay, aDay, (a, b, c) => {
        const between = (from: string, to: string) => office.workingDaysBetween(from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });
});

describe('school days', () => {
  it('are 190 in each year of the reference calendar', () => {
    const pupilDays = (from: string, to: string) => {
      let count = 0;
      for (let day = from; day <= to; day = addDays(day, 1))
        if (wendmoor.isSchoolDay(day)) count += 1;
      return count;
    };
    expect(pupilDays('2025-09-01', '2026-07-21')).toBe(190);
    expect(pupilDays('2026-09-01', '2027-07-22')).toBe(190);
  });

  it.each([
    ['2026-07-20', 'training day', 'inset'],
    ['2026-10-28', 'half term', 'holiday'],
    ['2026-12-25', 'Christmas holiday', 'holiday'],
    ['2027-03-29', 'Easter holiday', 'holiday'],
    ['2027-05-03', 'Early May bank holiday', 'bankHoliday'],
    ['2026-08-12', 'summer holiday', 'holiday'],
    ['2026-10-10', 'weekend', 'weekend'],
  ])('leave out %s: %s', (day, title, kind) => {
    expect(wendmoor.whyNotSchoolDay(day)).toEqual({ kind, title });
    expect(wendmoor.isSchoolDay(day)).toBe(false);
  });

  it('are refused past, before and without loaded terms, naming the school and what to do', () => {
    const ask =
      (day: string, calendar = wendmoor) =>
      () =>
        calendar.isSchoolDay(day);
    expect(ask('2027-12-18')).toThrow(TermsNotLoaded);
    expect(ask('2025-08-29')).toThrow(TermsNotLoaded);
    expect(ask('2027-12-18')).toThrow(
      'The term dates of Wendmoor (invented local authority) are loaded to 17 December 2027 only',
    );
    expect(ask('2027-12-18')).toThrow('Ask the administrator to load');
    expect(ask('2026-10-05', office)).toThrow('The term dates of this school are not loaded');
  });

  it('carry the school, the day and the end of the dates with the refusal', () => {
    const refused = (() => {
      try {
        return wendmoorLoadedBefore('2026-09-01').isSchoolDay('2026-09-07');
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({
      name: 'TermsNotLoaded',
      schoolName: 'Wendmoor (invented local authority)',
      day: '2026-09-07',
      loadedTo: '2026-07-21',
    });
  });

  it('are refused in a year that is missing between two that are loaded', () => {
    const terms = [
      ['2024-09-02', '2025-07-21'],
      ['2026-09-01', '2026-10-23'],
    ] as const;
    const holey = makeCalendar({
      bankHolidays: [],
      terms: { name: 'Larkfield', terms, inset: [] },
    });
    expect(() => holey.isSchoolDay('2025-11-05')).toThrow(TermsNotLoaded);
    const after = (start: string) =>
      makeCalendar({
        bankHolidays: [],
        terms: {
          name: 'Larkfield',
          terms: [
            ['2026-06-01', '2026-07-01'],
            [start, '2026-12-18'],
          ],
          inset: [],
        },
      }).whyNotSchoolDay('2026-08-03');
    expect(after('2026-10-09')).toEqual({ kind: 'holiday', title: 'summer holiday' });
    expect(() => after('2026-10-10')).toThrow(TermsNotLoaded);
    expect(holey.isSchoolDay('2026-09-01')).toBe(true);
  });
});

describe('a calendar', () => {
  it('is known by its data', () => {
    const same = makeCalendar({ bankHolidays: ['2026-12-25'] });
    const other = makeCalendar({ bankHolidays: ['2026-12-25', '2026-12-28'] });
    expect(same.version).toBe(makeCalendar({ bankHolidays: ['2026-12-25'] }).version);
    expect(same.version).not.toBe(other.version);
    const moved = makeCalendar({ bankHolidays: ['2026-12-26'] });
    expect(same.version).not.toBe(moved.version);
    expect(makeCalendar({ bankHolidays: [], version: 'snapshot 4' }).version).toBe('snapshot 4');
  });

  it('refuses days that are not days and terms that end before they start', () => {
    expect(() => makeCalendar({ bankHolidays: ['25/12/2026'] })).toThrow(NotACalendarDay);
    expect(() =>
      makeCalendar({
        bankHolidays: [],
        terms: { name: 'Larkfield', terms: [['2026-10-23', '2026-09-01']], inset: [] },
      }),
    ).toThrow('Larkfield has a term from 2026-10-23 to 2026-09-01: it ends before it starts.');
  });
});

describe('a fingerprint', () => {
  it('has eight digits, whatever it is taken from', () => {
    const many = Array.from({ length: 200 }, (_, n) => fingerprint([`Day ${n}`]));
    expect(many.filter((it) => !/^[0-9a-f]{8}$/.test(it))).toEqual([]);
    expect(new Set(many).size).toBe(200);
  });

  it('tells apart texts that are cut in other places', () => {
    expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
  });
});

describe('the bank holidays shipped with the product', () => {
  it('know their titles and their end', () => {
    expect(englandBankHolidays.titleOf('2026-04-03')).toBe('Good Friday');
    expect(englandBankHolidays.titleOf('2026-04-02')).toBeUndefined();
    expect(englandBankHolidays.loadedTo).toBe('2028-12-31');
    expect(englandBankHolidays.days).toHaveLength(40);
  });

  it('are weekdays in order, eight a year', () => {
    const { days } = englandBankHolidays;
    expect([...days].sort()).toEqual(days);
    for (const year of ['2024', '2025', '2026', '2027', '2028']) {
      expect(days.filter((day) => day.startsWith(year))).toHaveLength(8);
    }
  });
});

describe('days that are none', () => {
  it.each([
    ['a training day', { terms: [], inset: ['2026-02-30'] }],
    ['a term', { terms: [['2026-09-01', '2026-11-31']] as const, inset: [] }],
  ])('are refused in %s', (_, dates) => {
    const terms = { name: 'Larkfield', ...dates };
    expect(() => makeCalendar({ bankHolidays: [], terms })).toThrow(NotACalendarDay);
  });

  it('let a term be a single day', () => {
    const terms = { name: 'Larkfield', terms: [['2026-09-01', '2026-09-01']] as const, inset: [] };
    const single = makeCalendar({ bankHolidays: [], terms });
    expect(single.termsLoadedTo).toBe('2026-09-01');
  });
});
