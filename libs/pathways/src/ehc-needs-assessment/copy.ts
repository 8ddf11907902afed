import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where an assessment stands. */
export const ehcCopy = {
  states: {
    ...commonStates,
    work: {
      requested: 'Request received',
      decision_assess: 'At decision panel',
      advice: 'Gathering advice',
      decision_plan: 'Deciding on a plan',
      drafting: 'Drafting',
      draft_issued: 'Draft with family',
      finalising: 'Final plan',
      refused_to_assess: 'Not assessing',
      refused_to_issue: 'Not issuing a plan',
      final_issued: 'Plan issued',
      closed: 'Closed',
      request_withdrawn: 'Request withdrawn',
      ...lifeStates,
    },
    consultation: {
      none: 'Not consulting',
      open: 'Consulting settings',
      complete: 'Consultation complete',
    },
    exception: {
      none: 'No reason for delay recorded',
      claimed: 'Lawful reason for delay recorded',
    },
    dispute: { none: 'No dispute', mediation: 'Mediation', appeal: 'Appeal' },
  },
  stages: [
    { label: 'Request', states: ['requested'], clock: 'panel_target' },
    { label: 'Decide to assess', states: ['decision_assess', 'refused_to_assess'], clock: 'w6' },
    { label: 'Gather advice', states: ['advice'], clock: 'advice_due' },
    { label: 'Decide on a plan', states: ['decision_plan', 'refused_to_issue'], clock: 'w16' },
    { label: 'Draft with family', states: ['drafting', 'draft_issued'], clock: 'draft_by' },
    { label: 'Final plan', states: ['finalising', 'final_issued'], clock: 'w20' },
  ],
  whenPossible: {
    FINAL_ISSUED:
      'The final plan comes after the family has had its 15 days on the draft, or has said that it has finished.',
    AGREED_TO_ISSUE: 'It comes after the advice is in.',
    REFUSED_TO_ISSUE: 'It comes after the advice is in.',
    DRAFT_ISSUED: 'It comes after the decision to issue a plan.',
  },
} as const satisfies PathwayCopy;
