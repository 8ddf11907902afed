import { rule, school } from '../../testing/rule-book';
import { isCalendarDay } from '../day/calendar-day';
import { BadRuleInput } from './rule-input';
import { ruleBook } from './book';

describe('facts that do not fit', () => {
  it.each([
    [
      'EHCNA-DECIDE-6W',
      {},
      'EHCNA-DECIDE-6W needs requestReceived: a date like 2026-10-05. It is missing.',
    ],
    ['EHCNA-DECIDE-6W', { requestReceived: '2026-02-30' }, 'It was given "2026-02-30".'],
    ['EHCNA-DECIDE-6W', { requestReceivedInstant: 'noon' }, 'an instant like'],
    ['EHCNA-DECIDE-6W', { trigger: 'x', date: '2026-01-01' }, 'one of becameResponsibleS24'],
    [
      'TRIB-ORDER-44',
      { orderMade: '2026-02-09', orderType: 'all of it' },
      'one of dismiss_cease_appeal',
    ],
    [
      'TRIB-ORDER-44',
      { orderMade: '2026-02-09', orderType: 'toString' },
      'one of dismiss_cease_appeal',
    ],
    [
      'ATT-THRESHOLD',
      { possibleSessions: 10, absentSessions: 11 },
      'no more than possibleSessions',
    ],
    ['ATT-THRESHOLD', { possibleSessions: -1, absentSessions: 0 }, 'not negative'],
    [
      'PT-FIXED',
      { transferType: 'primary_to_secondary', transferCalendarYear: 27 },
      'a year like 2027',
    ],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05' }, "school's calendars"],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05', calendar: [7] }, "school's calendars"],
    [
      'SEN2-WEEK20',
      { ReceivedDate: '2025-03-03', AssessmentOutcomeDate: '2025-07-21', Week20: 2 },
      '0, or 1',
    ],
    ['SEN2-WEEK20-COHORT', { plans: [null] }, 'number 1 is not one'],
    ['UPN-CHECK', {}, 'needs upn: a text'],
    [
      'MED-AGREEMENT-2W',
      { mediationAgreementDate: '2026-03-20', issueAppealable: 'no' },
      'true or false',
    ],
    ['EHCNA-DECIDE-6W', { requestReceivedInstant: '2026-06-30' }, 'an instant like'],
    ['EHCNA-DECIDE-6W', { requestReceivedInstant: 7 }, 'an instant like'],
    ['EHCNA-DECIDE-6W', { requestReceivedInstant: 'Tomorrow' }, 'an instant like'],
    ['ATT-THRESHOLD', { possibleSessions: '10', absentSessions: 0 }, 'not negative'],
    ['ATT-THRESHOLD', { possibleSessions: Infinity, absentSessions: 0 }, 'not negative'],
    ['ATT-THRESHOLD', { possibleSessions: 10.5, absentSessions: 0 }, 'a whole number'],
    ['ATT-THRESHOLD', { possibleSessions: 10, absentSessions: 11 }, 'needs absentSessions'],
    ['SEN2-WEEK20-COHORT', { plans: 'all' }, 'needs plans: a list'],
    ['SEN2-WEEK20-COHORT', { plans: ['all'] }, 'needs plans: a list of plans; number 1'],
    [
      'SEN2-WEEK20-COHORT',
      { plans: [{ days: 100 }, { ReceivedDate: '2025-03-03' }] },
      'SEN2-WEEK20-COHORT, plan 2, needs days',
    ],
    [
      'SEN2-WEEK20-COHORT',
      { plans: [{ AssessmentOutcomeDate: '2025-03-03' }] },
      'plan 1, needs days',
    ],
    ['SEN2-WEEK20-COHORT', { plans: [{ days: 100, Week20: 2 }] }, 'plan 1, needs Week20'],
    ['PT-FIXED', { transferCalendarYear: 27 }, 'needs transferCalendarYear: a year'],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05' }, 'needs calendar: the names'],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05', calendar: [] }, 'needs calendar: the names'],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05', calendar: ['Wendmoor', 7] }, 'the names'],
    ['S19-15SD', { daysCodedI: [['2026-09-03', 'soon']], ...school }, 'needs daysCodedI: a list'],
    ['S19-15SD', { daysCodedI: [['soon', '2026-09-03']], ...school }, 'needs daysCodedI: a list'],
    [
      'EHCNA-DECIDE-6W',
      { requestReceived: '2026-01-05', decisionNotified: '2026-01-04' },
      'needs decisionNotified: a day from 2026-01-05 on',
    ],
    [
      'EHCNA-FINAL-20W',
      { requestReceived: '2026-01-05', finalPlanSent: '2025-12-31' },
      'needs finalPlanSent',
    ],
    [
      'AR-FINAL-8W-12W',
      { reviewMeeting: '2026-05-18', amendmentNoticeSent: '2026-05-17' },
      'on or after reviewMeeting',
    ],
    [
      'SEN2-WEEK20',
      { ReceivedDate: '2025-03-03', AssessmentOutcomeDate: '2025-03-02' },
      'on or after ReceivedDate',
    ],
    ['AR-12M', { planFirstMade: '2025-03-10', planAmendedByTribunal: 'soon' }, 'planAmendedBy'],
  ])('%s %j', (code, input, words) => {
    expect(() => rule(code, input)).toThrow(BadRuleInput);
    expect(() => rule(code, input)).toThrow(words);
  });

  it('carry their name, the rule and the key', () => {
    expect(refusal(() => rule('XFER-6W', {}))).toMatchObject({
      name: 'BadRuleInput',
      code: 'XFER-6W',
      key: 'transferDate',
    });
    expect(refusal(() => rule('EHCNA-NEVER', {}))).toMatchObject({
      name: 'UnknownRule',
      code: 'EHCNA-NEVER',
    });
  });
});

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It was taken');
}

it('says of each rule from which day on its law stands', () => {
  const undated = ruleBook().filter(({ effectiveFrom }) => !isCalendarDay(effectiveFrom));
  expect(undated).toEqual([]);
});
