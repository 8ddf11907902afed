import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';

/** The words people see for where a case of the Team Around the School stands. */
export const tatsCopy = {
  states: {
    ...commonStates,
    work: {
      identified: 'Identified',
      triage: 'Triage',
      info_requested: 'Information wanted',
      listed: 'Listed for the meeting',
      in_discussion: 'In discussion',
      actions_live: 'Actions live',
      review_listed: 'Listed for review',
      signposted: 'Advice given',
      closed_stable: 'Closed: stable',
      moved_pathway: 'Moved to another pathway',
      escalated: 'Escalated',
      permanently_excluded: 'Permanently excluded',
      ...localEndStates,
    },
  },
  stages: [
    {
      label: 'Triage',
      states: ['identified', 'triage', 'info_requested'],
      clock: 'triage_sla',
    },
    { label: 'Listed', states: ['listed'], clock: 'meeting_on' },
    { label: 'Discussion', states: ['in_discussion'], clock: 'decision_record' },
    { label: 'Actions', states: ['actions_live'], clock: 'review_date' },
    { label: 'Review', states: ['review_listed'], clock: 'review_meeting' },
  ],
  whenPossible: {
    DECISION_ACTIONS: 'It comes once the chair has opened the item at the meeting.',
    DECISION_CLOSE_STABLE: 'It comes once the chair has opened the item at the meeting.',
    LISTED_FOR_MEETING: 'It comes after triage has started.',
    CHAIR_CLOSED_ON_PAPERS: 'It comes once the case is listed for review.',
  },
} as const satisfies PathwayCopy;
