import { rule } from '../../testing/rule-book';
import { BadRuleInput } from './rule-input';

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
  ])('%s %j', (code, input, words) => {
    expect(() => rule(code, input)).toThrow(BadRuleInput);
    expect(() => rule(code, input)).toThrow(words);
  });
});
