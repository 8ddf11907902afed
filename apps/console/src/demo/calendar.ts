import {
  addDays,
  type CalendarDay,
  englandBankHolidays,
  schoolYearOf,
  weekdayOf,
} from '@app/statutory-calendar';
import { easterSunday } from './easter';

/** Half-terms and training days of one school year, or of several. */
export interface Terms {
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
}

/** Wendmoor's published years: the ones of the scenarios, so that the demonstration and the tests count alike. */
const PUBLISHED: Readonly<Record<number, Terms>> = {
  2025: {
    terms: [
      ['2025-09-01', '2025-10-24'],
      ['2025-11-03', '2025-12-19'],
      ['2026-01-05', '2026-02-13'],
      ['2026-02-23', '2026-03-27'],
      ['2026-04-13', '2026-05-22'],
      ['2026-06-01', '2026-07-21'],
    ],
    inset: ['2025-09-01', '2025-11-03', '2026-01-05', '2026-06-01', '2026-07-20', '2026-07-21'],
  },
  2026: {
    terms: [
      ['2026-09-01', '2026-10-23'],
      ['2026-11-02', '2026-12-18'],
      ['2027-01-04', '2027-02-12'],
      ['2027-02-22', '2027-03-25'],
      ['2027-04-12', '2027-05-28'],
      ['2027-06-07', '2027-07-22'],
    ],
    inset: ['2026-09-01', '2026-09-02', '2026-11-02', '2027-01-04', '2027-06-07', '2027-07-22'],
  },
};
const PUBLISHED_AUTUMN_2027: Terms = {
  terms: [
    ['2027-09-01', '2027-10-22'],
    ['2027-11-01', '2027-12-17'],
  ],
  inset: ['2027-09-01', '2027-09-02', '2027-11-01'],
};

const YEARS_BACK = 2;
const YEARS_AHEAD = 3;

/** The terms of the council's own schools around a day: more than 18 months ahead of it, and two years back. */
export function councilTerms(today: CalendarDay): Terms {
  return joined(today, termsOfYear);
}

/** One academy keeps its own dates: two weeks in October, and a later summer. */
export function academyTerms(today: CalendarDay): Terms {
  return joined(today, (year) => {
    const [autumn, second, ...rest] = generated(year).terms;
    const last = rest.at(-1)!;
    return {
      terms: [
        [autumn![0], addDays(autumn![1], -7)],
        second!,
        ...rest.slice(0, -1),
        [last[0], addDays(last[1], 2)],
      ],
      inset: [autumn![0], rest[0]![0]],
    };
  });
}

function joined(today: CalendarDay, of: (year: number) => Terms): Terms {
  const first = schoolYearOf(today) - YEARS_BACK;
  const years = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, n) => of(first + n));
  return {
    terms: years.flatMap(({ terms }) => terms),
    inset: years.flatMap(({ inset }) => inset),
  };
}

function termsOfYear(year: number): Terms {
  const known = PUBLISHED[year];
  if (known) return known;
  if (year !== 2027) return generated(year);
  const rest = generated(year).terms.slice(2);
  return { ...PUBLISHED_AUTUMN_2027, terms: [...PUBLISHED_AUTUMN_2027.terms, ...rest] };
}

/** A year like Wendmoor's others, with two training days. */
function generated(year: number): Terms {
  const next = year + 1;
  const autumnBreak = lastMonday(`${year}-10-31`);
  const februaryBreak = addDays(firstMonday(`${next}-02-01`), 14);
  const mayBreak = lastMonday(`${next}-05-31`);
  const easter = easterSunday(next);
  const isEarly = easter < `${next}-04-01`;
  const autumnStart = firstWorkingDay(`${year}-09-01`);
  const springStart = firstWorkingDay(firstMonday(`${next}-01-02`));
  return {
    terms: [
      [autumnStart, addDays(autumnBreak, -3)],
      [addDays(autumnBreak, 7), addDays(lastMonday(`${year}-12-16`), 4)],
      [springStart, addDays(februaryBreak, -3)],
      [addDays(februaryBreak, 7), addDays(easter, isEarly ? -3 : -9)],
      [addDays(easter, isEarly ? 15 : 8), addDays(mayBreak, -3)],
      [addDays(mayBreak, 7), addDays(lastMonday(`${next}-07-21`), 2)],
    ],
    inset: [autumnStart, springStart],
  };
}

function firstMonday(from: CalendarDay): CalendarDay {
  return weekdayOf(from) === 'Mon' ? from : firstMonday(addDays(from, 1));
}

function lastMonday(upTo: CalendarDay): CalendarDay {
  return weekdayOf(upTo) === 'Mon' ? upTo : lastMonday(addDays(upTo, -1));
}

function firstWorkingDay(from: CalendarDay): CalendarDay {
  const isOff = ['Sat', 'Sun'].includes(weekdayOf(from)) || englandBankHolidays.days.includes(from);
  return isOff ? firstWorkingDay(addDays(from, 1)) : from;
}
