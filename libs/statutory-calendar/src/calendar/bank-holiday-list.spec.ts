import shipped from '../data/bank-holidays.json';
import { lastDayOf } from '../limit/limit';
import { BadHolidayList, bankHolidaysWith, readBankHolidays } from './bank-holiday-list';
import { englandBankHolidays } from './england-bank-holidays';
import { makeCalendar } from './make-calendar';

const file = (...events: unknown[]) => ({ 'england-and-wales': { division: 'x', events } });
const jubilee = { title: 'Jubilee', date: '2026-06-08', notes: '', bunting: true };
const of2026 = shipped['england-and-wales'].events.filter(({ date }) => date.startsWith('2026'));

describe('a newer list of bank holidays', () => {
  it('is read in the shape that the government publishes', () => {
    expect(readBankHolidays(file(jubilee, ...of2026))).toHaveLength(of2026.length + 1);
    expect(readBankHolidays(shipped).map(({ date }) => date)).toEqual(englandBankHolidays.days);
  });

  it('takes the years that it has whole, and leaves the others as they were shipped', () => {
    const list = bankHolidaysWith(readBankHolidays(file(jubilee, ...of2026)));
    expect(list.days).toContain('2026-06-08');
    expect(list.titleOf('2026-06-08')).toBe('Jubilee');
    expect(list.titleOf('2027-12-28')).toContain('Boxing Day');
    expect(list.days).toHaveLength(englandBankHolidays.days.length + 1);
    const fewer = bankHolidaysWith(readBankHolidays(file(jubilee)));
    expect(fewer.days.filter((day) => day.startsWith('2026'))).toEqual(['2026-06-08']);
    expect(bankHolidaysWith(null)).toBe(englandBankHolidays);
  });

  it('moves what is counted in working days, and names itself', () => {
    const list = bankHolidaysWith(readBankHolidays(file(jubilee, ...of2026)));
    const calendar = makeCalendar({ bankHolidays: list.days, titleOf: list.titleOf });
    const before = makeCalendar({ bankHolidays: englandBankHolidays.days });
    expect(lastDayOf({ unit: 'WD', n: 3 }, '2026-06-04', before)).toBe('2026-06-09');
    expect(lastDayOf({ unit: 'WD', n: 3 }, '2026-06-04', calendar)).toBe('2026-06-10');
    expect(calendar.whyNotWorkingDay('2026-06-08')).toEqual({
      kind: 'bankHoliday',
      title: 'Jubilee',
    });
    expect(calendar.version).not.toBe(before.version);
    expect(list.version).not.toBe(englandBankHolidays.version);
  });

  it.each([
    ['nothing', null, 'the top'],
    ['another country', { scotland: { events: [jubilee] } }, 'england-and-wales'],
    ['no days', file(), 'events'],
    [
      'a day that is none',
      file({ ...jubilee, date: '2026-06-31' }),
      'events, 0, date: is not a date',
    ],
    ['a day twice', file(jubilee, jubilee), '8 June 2026 stands in the list twice'],
  ])('is refused with what is wrong: %s', (_, content, words) => {
    expect(() => readBankHolidays(content)).toThrow(BadHolidayList);
    expect(() => readBankHolidays(content)).toThrow(words);
  });
});

it('refuses terms that overlap', () => {
  const terms = [
    ['2026-11-02', '2026-12-18'],
    ['2026-09-01', '2026-11-02'],
  ] as const;
  expect(() =>
    makeCalendar({ bankHolidays: [], terms: { name: 'Larkfield', terms, inset: [] } }),
  ).toThrow(
    'Larkfield has a term from 2026-11-02 to 2026-12-18 that overlaps the term before it, which ends on 2026-11-02.',
  );
});
