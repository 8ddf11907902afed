import { dueRule } from './due';
import { AUTHORITY_GROUNDS } from '../grounds/grounds';
import { PART_3, type Rule } from './rule';

/** Reassessment. */
export const reassessmentRules: readonly Rule[] = [
  dueRule({
    ...PART_3,
    code: 'REASSESS-15D',
    says: 'Tell the family whether there will be a reassessment.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 25(1)',
    trigger: 'The request for a reassessment arrives.',
    from: 'requestReceived',
    limit: { unit: 'CD', n: 15 },
    metBy: 'The decision is notified.',
  }),
  dueRule({
    ...PART_3,
    code: 'REASSESS-14W',
    says: 'Send the final plan after a reassessment.',
    source: 'SI 2014/1530 reg 27(2)',
    trigger: 'The family is told that there will be a reassessment.',
    from: 'decisionToReassessNotified',
    limit: { unit: 'CW', n: 14 },
    metBy: 'The final plan is sent.',
    grounds: AUTHORITY_GROUNDS,
  }),
  {
    ...PART_3,
    code: 'REASSESS-6M-BAR',
    says: 'A request soon after an assessment may be declined.',
    certainty: 'low',
    source: 'SI 2014/1530 reg 24 (from memory)',
    trigger: 'The last assessment was completed.',
    limits: { due: { unit: 'months', n: 6 } },
    reading: 'Six months of the last assessment, its corresponding day included.',
    compute: (input, { last }) => {
      const completed = input.day('lastAssessmentCompleted');
      const received = input.day('requestReceived');
      const withinSixMonths = received >= completed && received <= last(completed);
      return { withinSixMonths, mayDeclineOnThisGround: withinSixMonths };
    },
  },
];
