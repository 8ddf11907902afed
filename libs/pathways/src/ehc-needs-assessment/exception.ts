import { all } from '../building-blocks';

const claim = {
  guard: all('groundInLaw', 'excusableDates', 'dateTestPassed', 'causeGiven', 'evidenceGiven'),
  actions: [
    'keepExcuse',
    'askToTellFamily',
    {
      type: 'task',
      params: {
        task: 'Check the reason for delay that was recorded',
        why: 'A manager approves every lawful reason for delay. The family must be told of it.',
        for: 'manager',
        due: { unit: 'WD', n: 2 },
      },
    },
  ],
} as const;

/** Lawful reasons for delay: one may be recorded while another still holds. */
export const exceptionRegion = {
  initial: 'none',
  states: {
    none: { on: { EXCEPTION_CLAIMED: { ...claim, target: 'claimed' } } },
    claimed: {
      on: {
        EXCEPTION_CLAIMED: claim,
        EXCEPTION_TOLD: { actions: 'keepTold' },
        EXCEPTION_ENDED: [
          { guard: 'lastReason', target: 'none', actions: 'endExcuses' },
          { guard: 'otherReasonHolds', actions: 'endExcuse' },
        ],
      },
    },
  },
} as const;
