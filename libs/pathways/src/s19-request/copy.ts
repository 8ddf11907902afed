import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where a section 19 request stands. */
export const s19Copy = {
  states: {
    ...commonStates,
    work: {
      received: 'Request received',
      information: 'Gathering information',
      panel_listed: 'On the panel’s list',
      agreed: 'Agreed: education to start',
      provision_live: 'Education under way',
      reviewing: 'Review',
      check_in: 'Not agreed: check-ins',
      ended_returned: 'Closed: back at school',
      ended_placement: 'Closed: a place took over',
      ended_not_needed: 'Closed: suitable education is there',
      ended_over_age: 'Closed: school leaving age',
      closed_ehe: 'Closed: home education',
      ...lifeStates,
    },
  },
  stages: [
    { label: 'Request', states: ['received'], clock: 's19_ack' },
    { label: 'Information', states: ['information'], clock: 's19_decide' },
    { label: 'Decision', states: ['panel_listed'], clock: 's19_decide' },
    { label: 'Start', states: ['agreed'], clock: 's19_start' },
    {
      label: 'Education, or check-ins',
      states: ['provision_live', 'reviewing', 'check_in'],
      clock: 's19_review',
    },
  ],
  whenPossible: {
    S19_AGREED:
      'It comes once the request is on the panel’s list. What is urgent can be agreed before.',
    PROVISION_STARTED: 'It comes after the duty was agreed.',
    RETURN_COMPLETED: 'Start the review first.',
    PLACEMENT_NAMED: 'Start the review first.',
  },
} as const satisfies PathwayCopy;
