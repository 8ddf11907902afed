import fc from 'fast-check';
import { addDays } from '../day/calendar-day';
import { wendmoor } from '../../testing/wendmoor';
import { lastDayOf, type Limit } from './limit';
import { amountOf } from './limit-words';
import { workedOut } from './worked-out';

const words = (limit: Limit, from: string) =>
  workedOut(limit, from, wendmoor)
    .steps.map(({ text, small }) => (small ? `${text} [${small}]` : text))
    .join(' | ');

describe('how a date was worked out', () => {
  it('says it for the 20 weeks of a Sunday, as the page shows it', () => {
    expect(workedOut({ unit: 'CW', n: 20 }, '2026-10-04', wendmoor)).toEqual({
      dueOn: '2027-02-21',
      lastWorkingDay: '2027-02-19',
      steps: [
        {
          text: 'The rule allows 20 weeks of that day. Weeks are calendar weeks: weekends, bank holidays and school holidays count.',
          small: '+ 20 weeks (140 days)',
        },
        {
          text: '20 weeks after a Sunday is a Sunday. The law does not move the date to the Monday.',
          day: '2027-02-21',
        },
        {
          text: 'The office is closed that day, so the last day to act is the working day before.',
          day: '2027-02-19',
          small: 'Sunday',
        },
      ],
    });
  });

  it('names the bank holiday that closes the office', () => {
    expect(words({ unit: 'CW', n: 20 }, '2026-01-05')).toContain('move the date to the Tuesday');
    expect(words({ unit: 'CW', n: 20 }, '2026-01-05')).toContain('[Spring bank holiday]');
  });

  it('stops at the day itself when the office is open', () => {
    expect(workedOut({ unit: 'CW', n: 6 }, '2026-01-05', wendmoor).steps).toHaveLength(2);
    expect(words({ unit: 'CW', n: 6 }, '2026-01-05')).not.toContain('does not move');
  });

  it('names the bank holidays left out of working days', () => {
    const text = words({ unit: 'WD', n: 3 }, '2026-04-02');
    expect(text).toContain('and so are: Good Friday, 3 April; Easter Monday, 6 April.');
    expect(text).toContain('The last day in time is Thursday 9 April 2026.');
  });

  it('names half term and training days left out of school days', () => {
    expect(words({ unit: 'SD', n: 10 }, '2026-10-19')).toContain(
      'Half term, 26 October to 30 October; Training day, 2 November.',
    );
  });

  it('names the long holiday once, bank holidays inside it included', () => {
    expect(words({ unit: 'SD', n: 15 }, '2025-12-10')).toContain(
      'Christmas holiday, 22 December to 2 January; Training day, 5 January.',
    );
  });

  it('counts back before a meeting', () => {
    const text = words({ unit: 'WD', n: -5 }, '2026-05-11');
    expect(text).toContain('The rule asks for 5 working days before that day.');
    expect(text).toContain('Early May bank holiday, 4 May');
    expect(text).toContain('Counting back, the last day in time is Friday 1 May 2026.');
  });

  it('shows where the count starts when the limit rolls', () => {
    const [first] = workedOut({ unit: 'WD', n: 1, roll: true }, '2026-10-03', wendmoor).steps;
    expect(first).toEqual({
      text: 'Saturday 3 October 2026 is not a working day, so the count starts from the next one.',
      day: '2026-10-05',
    });
  });

  it('says that the day itself is the first', () => {
    expect(words({ unit: 'daysBeginning', n: 15 }, '2026-04-27')).toContain(
      'The rule allows 15 days beginning with that day. The day itself is the first of them.',
    );
    expect(words({ unit: 'before' }, '2027-02-15')).toContain('It must be done before that day.');
  });

  it('names a bank holiday on the day itself only where that day could have counted', () => {
    const text = (limit: Limit) => words(limit, '2026-04-03');
    expect(text({ unit: 'workingDaysBeginning', n: 1 })).toContain(
      'Weekends are left out, and so are: Good Friday, 3 April; Easter Monday, 6 April.',
    );
    expect(text({ unit: 'WD', n: 1 })).toContain(
      'Weekends are left out, and so are: Easter Monday, 6 April.',
    );
  });

  it('names what lies between when it counts back, and never the day itself', () => {
    expect(words({ unit: 'WD', n: -1 }, '2026-04-07')).toContain(
      'and so are: Good Friday, 3 April; Easter Monday, 6 April.',
    );
    expect(words({ unit: 'WD', n: -1 }, '2026-04-06')).toContain(
      'and so are: Good Friday, 3 April.',
    );
  });

  it('speaks of weekends alone where no holiday is left out', () => {
    expect(words({ unit: 'WD', n: 5 }, '2026-03-16')).toContain('| Weekends are left out. |');
    expect(words({ unit: 'CD', n: 5 }, '2026-03-16')).not.toContain('left out');
    expect(words({ unit: 'SW', n: 1 }, '2026-03-16')).not.toContain('Weekends are left out');
  });

  it('names every half term by its own dates', () => {
    const text = words({ unit: 'SD', n: 90 }, '2026-10-19');
    expect(text).toContain('Half term, 26 October to 30 October');
    expect(text).toContain('Half term, 15 February to 19 February');
  });

  it('adds nothing where the rule names the day, or the day before it', () => {
    const steps = (unit: 'on' | 'before') =>
      workedOut({ unit }, '2026-10-06', wendmoor).steps.map(({ text, small }) => [text, small]);
    expect(steps('on')).toEqual([
      ['The rule names that day.', undefined],
      ['It is due on that day.', undefined],
    ]);
    expect(steps('before')).toEqual([
      ['It must be done before that day.', undefined],
      ['The last day in time is the day before.', undefined],
    ]);
    expect([amountOf({ unit: 'on' }), amountOf({ unit: 'before' })]).toEqual([
      'the day itself',
      'the day before',
    ]);
  });

  it('counts weeks back, and gives weeks alone in days too', () => {
    expect(words({ unit: 'CW', n: -2 }, '2026-05-18')).toMatch(
      /\[− 2 weeks \(14 days\)\] \| 2 weeks before a Monday is a Monday\./,
    );
    expect(words({ unit: 'CD', n: 15 }, '2026-03-23')).toContain('[+ 15 days]');
  });

  it('shows where the count of school days starts when the limit rolls', () => {
    expect(words({ unit: 'SD', n: 1, roll: true }, '2026-10-28')).toContain(
      'Wednesday 28 October 2026 is not a school day, so the count starts from the next one.',
    );
  });

  it('says “the rule” of a local clock', () => {
    const { steps } = workedOut({ unit: 'CW', n: 1 }, '2026-10-04', wendmoor, 'rule');
    expect(steps[1]?.text).toContain('The rule does not move the date');
  });

  it('always ends on the day that lastDayOf gives, and on a working day', () => {
    const limits = fc.oneof(
      fc.record({
        unit: fc.constantFrom('CD', 'CW', 'WD', 'SD', 'SW', 'months'),
        n: fc.integer({ min: 1, max: 6 }),
        roll: fc.boolean(),
      }),
      fc.record({
        unit: fc.constantFrom('daysBeginning', 'monthsBeginning', 'workingDaysBeginning'),
        n: fc.integer({ min: 1, max: 6 }),
      }),
      fc.constant<Limit>({ unit: 'before' }),
    ) as fc.Arbitrary<Limit>;
    const aDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-11-01', n));
    fc.assert(
      fc.property(limits, aDay, (limit, from) => {
        const { dueOn, lastWorkingDay, steps } = workedOut(limit, from, wendmoor);
        expect(dueOn).toBe(lastDayOf(limit, from, wendmoor));
        expect(wendmoor.isWorkingDay(lastWorkingDay)).toBe(true);
        expect(lastWorkingDay <= dueOn).toBe(true);
        expect(steps.some(({ day }) => day === dueOn)).toBe(true);
        expect(steps.at(-1)?.day).toBe(lastWorkingDay);
      }),
      { numRuns: 300 },
    );
  });
});
