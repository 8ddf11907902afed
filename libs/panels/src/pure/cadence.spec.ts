import { addDays, londonClock, londonDay, makeCalendar, weekdayOf } from '@app/statutory-calendar';
import fc from 'fast-check';
import { wendmoor } from '../../../statutory-calendar/testing/wendmoor';
import { sittingsBetween } from './cadence';
import { type Cadence, type Terms } from './terms';

const weekly: Cadence = {
  every: 'week',
  weekday: 3,
  startsAt: '13:30',
  minutes: 120,
  termOnly: true,
  from: '2026-09-02',
};
const panel = (of: Partial<Cadence>, papers: Partial<Terms> = {}) => ({
  cadence: { ...weekly, ...of },
  papersDue: { n: 4, unit: 'WD', at: '17:00' } as const,
  papersOut: { n: 3, unit: 'WD', at: '12:00' } as const,
  ...papers,
});
const at = (instant: Date) => `${londonDay(instant)} ${londonClock(instant)}`;
const plan = (of: Partial<Cadence>, from: string, to: string) =>
  sittingsBetween(panel(of), from, to, wendmoor);
const days = (of: Partial<Cadence>, from: string, to: string) =>
  plan(of, from, to).sittings.map(({ on }) => on);

describe('a weekly panel in term', () => {
  it('wants its papers by Thursday for Wednesday, and sends them out on Friday', () => {
    const [sitting] = plan({}, '2026-10-21', '2026-10-21').sittings;
    expect(sitting).toMatchObject({ plannedFor: '2026-10-21', on: '2026-10-21' });
    expect(sitting).not.toHaveProperty('moved');
    expect(at(sitting!.startsAt)).toBe('2026-10-21 13:30');
    expect(at(sitting!.endsAt)).toBe('2026-10-21 15:30');
    expect(at(sitting!.papersDue)).toBe('2026-10-15 17:00');
    expect(at(sitting!.papersOut)).toBe('2026-10-16 12:00');
  });

  it('moves from a bank holiday to the next day, and its papers with it', () => {
    const { sittings, skipped } = plan({ weekday: 1 }, '2027-05-03', '2027-05-03');
    expect(sittings).toMatchObject([
      {
        plannedFor: '2027-05-03',
        on: '2027-05-04',
        moved: { movedFrom: '2027-05-03', reason: 'BANK_HOLIDAY' },
      },
    ]);
    expect(at(sittings[0]!.papersDue)).toBe('2027-04-27 17:00');
    expect(skipped).toEqual([]);
  });

  it('leaves out half terms and holidays, bank holidays in them too', () => {
    expect(plan({}, '2026-10-21', '2026-11-04')).toMatchObject({
      sittings: [{ on: '2026-10-21' }, { on: '2026-11-04' }],
      skipped: [{ plannedFor: '2026-10-28', reason: 'SCHOOL_HOLIDAY' }],
    });
    expect(plan({ weekday: 1 }, '2027-03-29', '2027-03-29').skipped).toEqual([
      { plannedFor: '2027-03-29', reason: 'SCHOOL_HOLIDAY' },
    ]);
  });

  it('stops where the terms are not loaded, and says from when', () => {
    const { sittings, termsMissingFrom } = plan({}, '2027-12-01', '2028-03-01');
    expect(sittings.map(({ on }) => on)).toEqual(['2027-12-01', '2027-12-08', '2027-12-15']);
    expect(termsMissingFrom).toBe('2027-12-22');
  });
});

describe('a panel all year', () => {
  const allYear = { every: 'fortnight', weekday: 5, termOnly: false, from: '2026-12-01' } as const;

  it('sits in holidays, and leaves out a bank holiday without a working day after it', () => {
    expect(plan(allYear, '2026-12-01', '2027-01-15')).toMatchObject({
      sittings: [{ on: '2026-12-04' }, { on: '2026-12-18' }, { on: '2027-01-15' }],
      skipped: [{ plannedFor: '2027-01-01', reason: 'BANK_HOLIDAY' }],
    });
  });

  it('gives way when the council is closed', () => {
    const closures = ['2026-12-04', '2026-12-29'];
    const calendar = makeCalendar({ bankHolidays: [], closures });
    const tuesdays = panel({ termOnly: false, weekday: 2, from: '2026-12-29' });
    expect(sittingsBetween(tuesdays, '2026-12-29', '2026-12-29', calendar).sittings).toMatchObject([
      { on: '2026-12-30', moved: { movedFrom: '2026-12-29', reason: 'COUNCIL_CLOSED' } },
    ]);
    expect(sittingsBetween(panel(allYear), '2026-12-04', '2026-12-04', calendar).skipped).toEqual([
      { plannedFor: '2026-12-04', reason: 'COUNCIL_CLOSED' },
    ]);
  });
});

describe('other rhythms', () => {
  it('are the first such weekday of the month', () => {
    expect(days({ every: 'month', weekday: 2 }, '2026-09-01', '2026-12-31')).toEqual([
      '2026-10-06',
      '2026-11-03',
      '2026-12-01',
    ]);
  });

  it('are every six school weeks, holidays not counted', () => {
    const six = { every: 'six_school_weeks', weekday: 4, from: '2026-09-10' } as const;
    expect(days(six, '2026-09-01', '2027-02-28')).toEqual([
      '2026-09-10',
      '2026-10-22',
      '2026-12-10',
      '2027-02-04',
    ]);
  });

  it('are the days that are named, each once, and not two on one day', () => {
    const dates = ['2027-05-04', '2027-05-03', '2027-05-04', '2026-12-05'];
    expect(plan({ every: 'dates', dates }, '2026-09-01', '2027-07-01')).toMatchObject({
      sittings: [{ on: '2027-05-05', plannedFor: '2027-05-03' }, { on: '2027-05-04' }],
      skipped: [{ plannedFor: '2026-12-05', reason: 'WEEKEND' }],
    });
  });
});

describe('any series', () => {
  const cadence = fc.record({
    every: fc.constantFrom('week', 'fortnight', 'month', 'six_school_weeks'),
    weekday: fc.constantFrom(1, 2, 3, 4, 5),
    termOnly: fc.boolean(),
  });
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-09-02', n));

  it('gives the same sittings in two steps as in one, on working days of the week it names', () => {
    fc.assert(
      fc.property(cadence, day, day, (of, a, b) => {
        const [middle, end] = a < b ? [a, b] : [b, a];
        const whole = plan(of, '2026-09-02', end);
        const first = plan(of, '2026-09-02', middle);
        const second = plan(of, addDays(middle, 1), end);
        expect([...first.sittings, ...second.sittings]).toEqual(whole.sittings);
        expect([...first.skipped, ...second.skipped]).toEqual(whole.skipped);
        for (const { plannedFor, on, papersDue, papersOut, startsAt } of whole.sittings) {
          expect(wendmoor.isWorkingDay(on)).toBe(true);
          expect(['Sat', 'Sun']).not.toContain(weekdayOf(on));
          expect(on >= plannedFor && on < addDays(plannedFor, 5)).toBe(true);
          expect(papersDue < papersOut && papersOut < startsAt).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
