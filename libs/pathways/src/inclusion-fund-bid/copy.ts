import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';

/** The words people see for where a bid stands. */
export const inclusionFundCopy = {
  states: {
    ...commonStates,
    work: {
      submitted: 'Waiting for the check',
      more_information: 'Waiting for more from the school',
      checked: 'Waiting for the decision',
      agreed: 'Agreed, to be paid',
      paying: 'Paid in part',
      evidence_due: 'Paid, waiting for evidence',
      evidence_check: 'Evidence being checked',
      completed: 'Completed',
      not_agreed: 'Not agreed',
      lapsed: 'Closed: no answer came',
      ...localEndStates,
      withdrawn: 'Bid withdrawn',
    },
  },
  stages: [
    { label: 'Bid and check', states: ['submitted', 'more_information'], clock: 'check_due' },
    { label: 'Decision', states: ['checked'], clock: 'decision_due' },
    { label: 'Payment', states: ['agreed', 'paying'], clock: 'payment_due' },
    { label: 'Evidence', states: ['evidence_due', 'evidence_check'], clock: 'evidence_due' },
  ],
  whenPossible: {
    BID_AGREED: 'It comes after the bid was checked.',
    BID_NOT_AGREED: 'It comes after the bid was checked.',
    PAYMENT_MADE: 'It comes after the bid was agreed.',
    EVIDENCE_RECEIVED: 'It comes once everything that was agreed is paid.',
  },
} as const satisfies PathwayCopy;
