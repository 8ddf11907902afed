import { Temporal } from 'temporal-polyfill';
import scenarios from '../../../../test/vectors/scenarios.json';
import { wendmoor } from '../../testing/wendmoor';
import { appealResponseDue, tribunalDay } from '../rules/appeal-window';
import { lastDayOf, type Limit } from './limit';
import { limitFrom, type Operator } from './operators';

/**
 * The operators written a second time, from the words of the law and with other tools: a library of dates, whole lists
 * of days, and nothing of the first implementation.
 */
const { calendar } = scenarios;
const off = new Set(calendar.bankHolidays);
const training = new Set(calendar.inset);
const day = (text: string) => Temporal.PlainDate.from(text);

const isWorking = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !off.has(date.toString());
const isInTerm = (text: string) =>
  calendar.terms.some(([first = '', last = '']) => first <= text && text <= last);
const isRecess = ({ month, day: dayOfMonth }: Temporal.PlainDate) =>
  month === 8 || (month === 12 && dayOfMonth >= 25) || (month === 1 && dayOfMonth === 1);

/** Every day of some years, listed once. */
const all = Array.from({ length: 2600 }, (_, days) => day('2023-06-01').add({ days }));
const textOf = (date: Temporal.PlainDate) => date.toString();
const working = all.filter(isWorking).map(textOf);
const school = working.filter((text) => isInTerm(text) && !training.has(text));
const outsideRecess = all.filter((date) => isWorking(date) && !isRecess(date)).map(textOf);

/** The nth day of a list after a day; before it, if n is negative. */
function nth(list: readonly string[], from: Temporal.PlainDate, n: number): Temporal.PlainDate {
  const text = from.toString();
  const after = list.findIndex((each) => each > text);
  const before = list.findLastIndex((each) => each < text);
  return day(list[n < 0 ? before + 1 + n : after + n - 1]!);
}

const SECOND: Record<
  Exclude<Operator, 'schoolWeeks'>,
  (from: Temporal.PlainDate, n: number) => Temporal.PlainDate
> = {
  withinDays: (from, days) => from.add({ days }),
  withinWeeks: (from, weeks) => from.add({ weeks }),
  withinMonths: (from, months) => from.add({ months }),
  daysBeginning: (from, n) => from.add({ days: n - 1 }),
  monthsBeginning: (from, months) => {
    const isThere = from.add({ months }).day === from.day;
    return isThere ? from.add({ months }).subtract({ days: 1 }) : from.add({ months });
  },
  workingDays: (from, n) => nth(working, from, n),
  workingDaysBeginning: (from, n) => nth(working, from.subtract({ days: 1 }), n),
  schoolDays: (from, n) => nth(school, from, n),
  atLeastDaysBefore: (from, days) => from.subtract({ days }),
  atLeastWeeksBefore: (from, weeks) => from.subtract({ weeks }),
  atLeastMonthsBefore: (from, months) => from.subtract({ months }),
  atLeastWorkingDaysBefore: (from, n) => nth(working, from, -n),
  before: (from) => from.subtract({ days: 1 }),
  on: (from) => from,
};

/** The same numbers in every run (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (least: number, most: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}

const CHEAP = Object.keys(SECOND).filter(
  (it) => !/orking|school/.test(it),
) as (keyof typeof SECOND)[];
const WALKED = Object.keys(SECOND).filter((it) =>
  /orking|school/.test(it),
) as (keyof typeof SECOND)[];
const isPlain = (operator: Operator) => operator === 'before' || operator === 'on';

function differences(
  operators: readonly (keyof typeof SECOND)[],
  {
    rounds,
    seed,
    first,
    span,
    most,
  }: Record<'rounds' | 'seed' | 'span' | 'most', number> & { first: string },
) {
  const roll = dice(seed);
  const found: unknown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const operator = operators[roll(0, operators.length - 1)]!;
    const from = day(first).add({ days: roll(0, span) });
    const n = roll(1, most);
    const limit: Limit = limitFrom(operator, isPlain(operator) ? undefined : n);
    const ours = lastDayOf(limit, from.toString(), wendmoor);
    const theirs = SECOND[operator](from, n).toString();
    if (ours !== theirs) found.push({ operator, from: from.toString(), n, ours, theirs });
  }
  return found;
}

describe('a second implementation of the operators agrees', () => {
  it('on 90,000 days of two centuries that calendars do not touch', () => {
    const range = {
      rounds: 90_000,
      seed: 20_261_122,
      first: '1912-01-01',
      span: 62_000,
      most: 140,
    };
    expect(differences(CHEAP, range)).toEqual([]);
  });

  it('on 10,000 days that are counted in working days and school days', () => {
    const range = { rounds: 10_000, seed: 7, first: '2025-11-01', span: 380, most: 25 };
    expect(differences(WALKED, range)).toEqual([]);
  });

  it('on the last days and the answers of the Tribunal, every day of five years', () => {
    for (let days = 0; days < 5 * 365; days += 1) {
      const from = day('2024-06-01').add({ days });
      const before = from.subtract({ days: 1 });
      const last = nth(isRecess(from) ? outsideRecess : working, before, 1);
      expect(tribunalDay(from.toString(), wendmoor)).toBe(last.toString());
      const answer = nth(outsideRecess, from, 30);
      expect(appealResponseDue(from.toString(), wendmoor)).toBe(answer.toString());
    }
  });
});
