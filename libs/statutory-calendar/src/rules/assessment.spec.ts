import { rule } from '../../testing/rule-book';
import { BadRuleInput } from './rule-input';

/** A working day, not the council's clock. */
const LAST = 'lastWorkingDayOnOrBefore';

describe('needs assessment', () => {
  it('starts when the authority becomes responsible some other way', () => {
    const input = {
      trigger: 'becameResponsibleS24',
      date: '2026-01-05',
      decisionNotified: '2026-02-16',
    };
    expect(rule('EHCNA-DECIDE-6W', input)).toMatchObject({
      dueDate: '2026-02-16',
      status: 'met',
      daysLate: 0,
    });
  });

  it.each([
    ['2026-01-05', 'excused_late'],
    ['2026-02-16', 'excused_late'],
    ['2026-02-17', 'met_late'],
    ['2026-01-04', 'met_late'],
  ])('has an appointment missed on %s make late advice %s', (missedAppointment, status) => {
    const got = rule('EHCNA-ADVICE-6W', {
      adviceRequestReceivedByBody: '2026-01-05',
      adviceReturned: '2026-02-20',
      ehcRequestReceived: '2025-12-15',
      missedAppointment,
    });
    expect(got).toMatchObject({ status, daysLate: 4 });
    expect(got).toMatchObject({
      laFinalPlanDueUnchanged: '2026-05-04',
      laExceptionAvailable: false,
    });
  });

  it.each([
    [{}, {}],
    [{ missedAppointment: '2026-01-12' }, { laExceptionAvailable: false }],
    [
      { ehcRequestReceived: '2025-12-15' },
      { laExceptionAvailable: false, laFinalPlanDueUnchanged: '2026-05-04' },
    ],
  ])('speaks of the council’s own clock only where the facts do: %j', (facts, expected) => {
    const got = rule('EHCNA-ADVICE-6W', { adviceRequestReceivedByBody: '2026-01-05', ...facts });
    const ofCouncil = Object.entries(got).filter(([key]) => key.startsWith('la') && key !== LAST);
    expect(Object.fromEntries(ofCouncil)).toEqual(expected);
  });

  it('calls a plan on time met, whatever ground was recorded', () => {
    const input = {
      requestReceived: '2026-01-05',
      finalPlanSent: '2026-05-25',
      exceptionRecorded: 'absent_4_weeks',
    };
    expect(rule('EHCNA-FINAL-20W', input)).toMatchObject({ status: 'met', daysLate: 0 });
  });

  it.each([
    ['2026-05-24', 'open'],
    ['2026-05-25', 'due_today'],
    ['2026-05-26', 'overdue'],
  ])('is on %s %s', (asOf, status) => {
    expect(rule('EHCNA-FINAL-20W', { requestReceived: '2026-01-05', asOf })).toMatchObject({
      status,
    });
  });

  it('does not take a missed appointment for a ground of the authority', () => {
    const input = {
      requestReceived: '2026-01-05',
      asOf: '2026-06-10',
      exceptionRecorded: 'missed_appointment',
    };
    expect(() => rule('EHCNA-FINAL-20W', input)).toThrow(BadRuleInput);
  });

  it('has no window for a short closure', () => {
    const facts = {
      schoolClosedFrom: '2026-12-19',
      schoolReopens: '2027-01-05',
      adviceRequestedFromHead: '2026-12-18',
    };
    expect(rule('EHCNA-EXC-CLOSURE', facts)).toEqual({
      closedDays: 17,
      qualifyingClosure: false,
      windowStart: null,
      windowEnd: null,
      groundAvailable: false,
    });
  });
});
