import { addDays } from '@app/statutory-calendar';
import fc from 'fast-check';
import { readTypedDay, slashed } from './typed-day';

const problem = (text: string) => {
  const reading = readTypedDay(text);
  return 'problem' in reading ? reading.problem : reading.value;
};

describe('a day as people type it', () => {
  it('reads every day of two centuries back, however it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 73_000 }),
        fc.constantFrom('/', '.', '-', ' '),
        (after, sign) => {
          const day = addDays('1900-01-01', after);
          const [year, month, date] = day.split('-').map(Number) as [number, number, number];
          expect(readTypedDay(day)).toEqual({ value: day });
          expect(readTypedDay(slashed(day))).toEqual({ value: day });
          expect(readTypedDay([date, month, year].join(sign))).toEqual({ value: day });
        },
      ),
    );
  });

  it.each([
    ['27 March 2016', '2016-03-27'],
    ['27th Mar 2016', '2016-03-27'],
    ['Sunday 27 March 2016', '2016-03-27'],
    ['27-Mar-2016', '2016-03-27'],
    ['27/03/2016 00:00:00', '2016-03-27'],
    ['2016-03-27T00:00:00.000Z', '2016-03-27'],
    ['  7/3/2016 ', '2016-03-07'],
  ])('reads %s', (text, day) => {
    expect(readTypedDay(text)).toEqual({ value: day });
  });

  it.each([
    ['45000', '15/03/2023'],
    ['42456.5', '27/03/2016'],
    ['61', 'is not a date'],
    ['99999', 'is not a date'],
    ['12-Mar', 'not a whole date'],
    ['Mar-16', 'not a whole date'],
    ['12/3', 'not a whole date'],
    ['31/02/2016', '29 February 2016'],
    ['31/02/2015', '28 February 2015'],
    ['12/25/2016', 'type 25/12/2016'],
    ['27/13/2016', 'There is no month 13'],
    ['27/3/16', 'four digits'],
    ['27/3/116', 'four digits'],
    ['27/3/1016', 'Check the year'],
    ['0/3/2016', 'not a real date'],
    ['27 Marz 2016', '2016-03-27'],
    ['27 Xyz 2016', 'names no month'],
    ['yesterday', 'is not a date'],
    ['x'.repeat(1_000_000), '…” is not a date'],
    [`${' '.repeat(500_000)}x${' '.repeat(500_000)}`, 'is not a date'],
  ])('says what to type for %.20s', (text, words) => {
    expect(problem(text)).toContain(words);
  });
});
