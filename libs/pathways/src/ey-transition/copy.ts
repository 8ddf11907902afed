import { type PathwayCopy } from '../pathway';
import { commonStates, destinationStates, localEndStates } from '../regions';

/** The words people see for where an Early Years case stands. */
export const eyCopy = {
  states: {
    ...commonStates,
    destination: destinationStates('School'),
    work: {
      notified: 'On the list',
      screened: 'Level set, key person wanted',
      planning: 'Planning the start',
      meeting_held: 'Transition meeting held',
      visits: 'Visits',
      settling: 'Settling in',
      october_review: 'October review',
      universal_offer: 'Setting and school plan the start between them',
      completed: 'Completed',
      escalated: 'Handed on to another pathway',
      ...localEndStates,
    },
  },
  stages: [
    { label: 'Notified', states: ['notified'], clock: 'ey_screen' },
    { label: 'Key person', states: ['screened'], clock: 'ey_keyworker' },
    { label: 'Meeting', states: ['planning'], clock: 'ey_meeting_by' },
    { label: 'Visits', states: ['meeting_held', 'visits'], clock: 'ey_visits_by' },
    { label: 'Settling in', states: ['settling'], clock: 'ey_fulltime' },
    { label: 'Review', states: ['october_review'], clock: 'ey_outcome' },
  ],
  whenPossible: {
    VISIT_LOGGED: 'Visits are recorded once the transition meeting has been held.',
    MEETING_HELD: 'The meeting comes once a key person is named.',
    STARTED_SCHOOL: 'It comes once a key person is named and the start is planned.',
    SETTLED: 'It is the end of the October review.',
  },
} as const satisfies PathwayCopy;
