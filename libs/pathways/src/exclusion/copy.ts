import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where an exclusion stands. */
export const exclusionCopy = {
  states: {
    ...commonStates,
    work: {
      excluded: 'In force',
      upheld: 'Upheld by the governors',
      review_asked: 'Independent review asked for',
      reconsidering: 'Governors look again',
      cancelled: 'Cancelled by the head',
      reinstated: 'Reinstated',
      stands: 'Closed: the exclusion stands',
      ended: 'Closed: the suspension is over',
      ...lifeStates,
    },
  },
  stages: [
    { label: 'Governors', states: ['excluded'], clock: 'governing_board_by' },
    { label: 'Time to ask for a review', states: ['upheld'], clock: 'review_apply_by' },
    { label: 'Independent review', states: ['review_asked'], clock: 'review_hear_by' },
    { label: 'Governors again', states: ['reconsidering'], clock: 'reconsider_by' },
  ],
  whenPossible: {
    REVIEW_APPLIED_FOR: 'It comes after the governors have upheld a permanent exclusion.',
    EXCLUSION_CANCELLED: 'The head can cancel an exclusion only before the governors have met.',
  },
} as const satisfies PathwayCopy;
