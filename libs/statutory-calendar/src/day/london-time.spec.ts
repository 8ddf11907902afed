import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { londonClock, londonDay, londonInstant, londonTime } from './london-time';

const HOUR = 3_600_000;
const london = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/London');
const anInstant = fc.date({
  min: new Date('1996-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
});
/** Within two days of a change of the clocks. */
const nearAChange = fc
  .tuple(
    fc.integer({ min: 1996, max: 2037 }),
    fc.constantFrom('03-31', '03-25', '10-31', '10-25'),
    fc.integer({ min: -8 * 24 * 60, max: 8 * 24 * 60 }),
  )
  .map(
    ([year, day, minutes]) => new Date(Date.parse(`${year}-${day}T01:00:00Z`) + minutes * 60_000),
  );

describe('time in London agrees with Temporal', () => {
  it.each([
    ['at any instant', anInstant],
    ['around the changes of the clocks', nearAChange],
  ])('%s', (_, instants) => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(londonDay(instant)).toBe(london(instant).toPlainDate().toString());
        expect(londonClock(instant)).toBe(london(instant).toPlainTime().toString().slice(0, 5));
      }),
      { numRuns: 500 },
    );
  });

  it('in the instant of a day and time', () => {
    fc.assert(
      fc.property(nearAChange, (near) => {
        const day = near.toISOString().slice(0, 10);
        const time = near.toISOString().slice(11, 16);
        const expected = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(
          'Europe/London',
        );
        expect(londonInstant(day, time).getTime()).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });
});

describe('time in London', () => {
  it('has an e-mail of 23:30Z in June received on the next day', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });

  it('changes to summer time at 1am on the last Sunday of March', () => {
    expect(londonTime(new Date('2026-03-29T00:59:00Z'))).toBe('12:59am');
    expect(londonTime(new Date('2026-03-29T01:00:00Z'))).toBe('2am');
    expect(londonInstant('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes the first of the two hours in October', () => {
    const first = londonInstant('2026-10-25', '01:30');
    expect(first.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(londonTime(first)).toBe('1:30am');
    expect(londonTime(new Date(first.getTime() + HOUR))).toBe('1:30am');
    expect(londonTime(new Date('2026-10-25T00:59:00Z'))).toBe('1:59am');
    expect(londonTime(new Date('2026-10-25T01:00:00Z'))).toBe('1am');
  });

  it.each([
    ['2026-01-12T14:12:00Z', '2:12pm'],
    ['2026-01-12T14:00:00Z', '2pm'],
    ['2026-01-12T09:05:00Z', '9:05am'],
    ['2026-01-12T12:00:00Z', 'midday'],
    ['2026-01-12T12:30:00Z', '12:30pm'],
    ['2026-01-12T00:00:00Z', 'midnight'],
    ['2026-01-12T00:07:00Z', '12:07am'],
  ])('writes %s as %s', (instant, words) => {
    expect(londonTime(new Date(instant))).toBe(words);
  });

  it('refuses what is not a time or an instant', () => {
    expect(() => londonInstant('2026-01-12', '24:00')).toThrow(RangeError);
    for (const time of ['109:00', '09:000', '09:60'])
      expect(() => londonInstant('2026-01-12', time)).toThrow(RangeError);
    expect(() => londonInstant('2026-01-12', '9:00')).toThrow('“9:00” is not a time');
    expect(() => londonDay(new Date('yesterday'))).toThrow(RangeError);
  });
});
