import { englandBankHolidays, makeCalendar, type CalendarDay } from '@app/statutory-calendar';

const BLOCKS = [
  [0, '09-02', '10-23'],
  [0, '11-03', '12-18'],
  [1, '01-06', '02-12'],
  [1, '02-22', '03-26'],
  [1, '04-14', '05-22'],
  [1, '06-02', '07-21'],
] as const;
const FIRST_YEAR = 2019;
const YEARS = 17;

/** Half-terms of many school years, all alike: a walk through a pathway may take years. */
export const manyTerms: (readonly [CalendarDay, CalendarDay])[] = Array.from(
  { length: YEARS },
  (_, n) => FIRST_YEAR + n,
).flatMap((year) =>
  BLOCKS.map(
    ([later, start, end]) => [`${year + later}-${start}`, `${year + later}-${end}`] as const,
  ),
);

/** An invented school whose terms are known for years ahead. */
export const manySchoolYears = makeCalendar({
  bankHolidays: englandBankHolidays.days,
  terms: { name: 'Wendmoor', terms: manyTerms, inset: [] },
});
