import { cohortOn, cohortWords } from './cohort-name';
import { clockLine, nextClock } from './next-date';

describe('the name of a cohort', () => {
  it('is the year of its September, from the September before', () => {
    expect(cohortOn('2026-09-01')).toBe('2027');
    expect(cohortOn('2027-01-12')).toBe('2027');
    expect(cohortOn('2027-08-31')).toBe('2027');
    expect(cohortWords('2027')).toBe('September 2027');
  });
});

describe('the next date of a child', () => {
  const clock = (code: string, dueOn: string, occurrence = 1) => ({
    code,
    subject: '',
    occurrence,
    dueOn,
  });

  it('is the step’s own date, not one of what goes on beside it', () => {
    const clocks = [
      clock('alloc_sla', '2026-12-01'),
      clock('accept_timeout', '2027-01-13', 2),
      clock('summer_start', '2027-07-22'),
    ];
    expect(nextClock({ clocks })?.code).toBe('accept_timeout');
    expect(nextClock({ clocks: [clock('consent_renewal', '2027-12-01')] })).toBeUndefined();
  });

  it('says which ask to the family ends', () => {
    expect(clockLine(clock('accept_timeout', '2027-01-13'))).toBe('First ask ends');
    expect(clockLine(clock('accept_timeout', '2027-01-29', 2))).toBe('Second ask ends');
    expect(clockLine(clock('something_new', '2027-01-29'))).toBe('Next step due');
  });
});
