import { addMonths } from '../day/calendar-day';
import { dueRule } from './due';
import { PART_3, type Rule } from './rule';

/** Reassessment: statutory.md 1.1, notes. */
export const reassessmentRules: readonly Rule[] = [
  dueRule({
    code: 'REASSESS-15D',
    source: 'SI 2014/1530 reg 25(1)',
    from: 'requestReceived',
    limit: { unit: 'CD', n: 15 },
  }),
  dueRule({
    code: 'REASSESS-14W',
    source: 'SI 2014/1530 reg 27(2)',
    from: 'decisionToReassessNotified',
    limit: { unit: 'CW', n: 14 },
  }),
  {
    code: 'REASSESS-6M-BAR',
    source: 'SI 2014/1530 reg 24 (from memory)',
    effectiveFrom: PART_3,
    compute: (input) => {
      const completed = input.day('lastAssessmentCompleted');
      const received = input.day('requestReceived');
      const withinSixMonths = received >= completed && received <= addMonths(completed, 6);
      return { withinSixMonths, mayDeclineOnThisGround: withinSixMonths };
    },
  },
];
