import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';

/** The words people see for where a package stands. */
export const eotasCopy = {
  states: {
    ...commonStates,
    work: {
      drafting: 'Drafting the package',
      proposed: 'Waiting for the decision',
      agreed: 'Agreed, not started yet',
      running: 'Running',
      change_proposed: 'Running; a change waits for a decision',
      returning: 'Running; way back to a school planned',
      returned_to_school: 'Returned to a school',
      plan_names_school: 'Ended: the plan names a school',
      plan_ceased: 'Ended: no plan any more',
      not_agreed: 'Not agreed',
      ...localEndStates,
      withdrawn: 'Proposal withdrawn',
    },
  },
  stages: [
    { label: 'Draft', states: ['drafting'], clock: 'package_due' },
    { label: 'Decision', states: ['proposed'], clock: 'decision_due' },
    { label: 'Start', states: ['agreed'], clock: 'start_by' },
    { label: 'Running', states: ['running', 'change_proposed'], clock: 'review_due' },
    { label: 'Way back', states: ['returning'], clock: 'return_due' },
  ],
  whenPossible: {
    PACKAGE_AGREED: 'It comes after a package was proposed.',
    REVIEW_HELD: 'It comes once the provision has started.',
    CHANGE_PROPOSED: 'It comes once the provision has started. A draft can be changed freely.',
  },
} as const satisfies PathwayCopy;
