import { makeCalendar } from '@app/statutory-calendar';
import { office, wendmoor } from '../../../statutory-calendar/testing/wendmoor';
import { termsIn, weeksOfTerm, windowsOn } from './windows';

describe('windows', () => {
  it('run back from a day in the middle of the autumn, over half-term', () => {
    expect(windowsOn('2026-11-20', wendmoor)).toEqual({
      year: { from: '2026-09-01', to: '2026-11-20' },
      thisTerm: { from: '2026-09-01', to: '2026-11-20' },
      lastTerm: { from: '2026-04-13', to: '2026-07-21' },
      lastTwoTerms: { from: '2026-01-05', to: '2026-07-21' },
      threeTerms: { from: '2026-01-05', to: '2026-11-20' },
      fourWeeks: { from: '2026-10-17', to: '2026-11-20' },
      sixWeeks: { from: '2026-10-03', to: '2026-11-20' },
    });
  });

  it('take the year from its autumn, also in summer and in the holidays after it', () => {
    const { year, thisTerm, threeTerms } = windowsOn('2026-08-15', wendmoor);
    expect(year).toEqual({ from: '2025-09-01', to: '2026-08-15' });
    expect(thisTerm).toEqual({ from: '2026-04-13', to: '2026-08-15' });
    expect(threeTerms).toEqual({ from: '2025-09-01', to: '2026-08-15' });
  });

  it('count four weeks in which there was school, also from a Sunday and from a holiday', () => {
    expect(windowsOn('2026-11-22', wendmoor).fourWeeks).toEqual({
      from: '2026-10-17',
      to: '2026-11-22',
    });
    expect(windowsOn('2026-10-28', wendmoor).fourWeeks).toEqual({
      from: '2026-10-01',
      to: '2026-10-28',
    });
  });

  it('leave out what reaches past the terms that are loaded', () => {
    expect(windowsOn('2026-11-20', office)).toEqual({});
    const first = makeCalendar({
      bankHolidays: [],
      terms: { name: 'New', terms: [['2026-09-01', '2026-10-23']], inset: [] },
    });
    expect(windowsOn('2026-09-10', first)).toEqual({
      year: { from: '2026-09-01', to: '2026-09-10' },
      thisTerm: { from: '2026-09-01', to: '2026-09-10' },
    });
  });

  it('know the school weeks of a term, and the terms of a window', () => {
    const weeks = weeksOfTerm('2026-11-11', wendmoor).map(({ from }) => from);
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-08-31', '2026-11-09', 10]);
    expect(weeks).not.toContain('2026-10-26');
    const { threeTerms, lastTwoTerms } = windowsOn('2026-11-20', wendmoor);
    expect(termsIn(threeTerms!, wendmoor)).toEqual(['2025-spring', '2025-summer', '2026-autumn']);
    expect(termsIn(lastTwoTerms!, wendmoor)).toEqual(['2025-spring', '2025-summer']);
  });
});
