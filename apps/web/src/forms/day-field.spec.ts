import { dayAsTyped, dayField, readDay } from './day-field';

const typed = (day: string, month: string, year: string) => ({
  'when-day': day,
  'when-month': month,
  'when-year': year,
});
const read = (day: string, month: string, year: string) =>
  readDay(typed(day, month, year), 'when', 'Visit');

describe('a day in three boxes', () => {
  it.each([
    ['27', '3', '2026', '2026-03-27'],
    ['07', '03', '2026', '2026-03-07'],
    [' 1 ', 'March', '2026', '2026-03-01'],
    ['29', 'feb', '2028', '2028-02-29'],
  ])('%j %j %j is %s', (day, month, year, whole) => {
    expect(read(day, month, year)).toEqual({ day: whole });
  });

  it.each([
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['0', '1', '2026'],
    ['1', '13', '2026'],
    ['1', '1', '26'],
    ['1', '1', '0026'],
    ['1', '1', '9999'],
    ['one', '1', '2026'],
    ['1.5', '1', '2026'],
    ['1', 'ma', '2026'],
  ])('%j %j %j is not a real date', (day, month, year) => {
    expect(read(day, month, year)).toEqual({ problem: 'Visit: enter a real date, like 27 3 2026' });
  });

  it('says which boxes are missing', () => {
    expect(read('27', '', '')).toEqual({ problem: 'Visit: enter a month and a year as well' });
    expect(read('', '3', '2026')).toEqual({ problem: 'Visit: enter a day as well' });
  });

  it('is nothing when all three are empty, and takes an array for nothing', () => {
    expect(read('', ' ', '')).toEqual({});
    expect(readDay({ 'when-day': ['1', '2'] }, 'when', 'Visit')).toEqual({});
  });

  it('shows again what was typed, or a ready day', () => {
    const values = (body: object) =>
      dayField('when', 'Visit', body as Record<string, unknown>).parts.map(({ value }) => value);
    expect(values(typed('31', '2', '2026'))).toEqual(['31', '2', '2026']);
    expect(values(dayAsTyped('when', '2026-03-07'))).toEqual(['7', '3', '2026']);
    expect(values({ when: '<script>' })).toEqual(['', '', '']);
  });
});
