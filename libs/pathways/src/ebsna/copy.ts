import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';
import { localName } from '../local-names';

/** The words people see for where an EBSNA case stands. */
export const ebsnaCopy = {
  states: {
    ...commonStates,
    work: {
      draft_referral: 'Draft referral',
      triage: 'Triage',
      more_information: 'Waiting for information',
      panel_listed: 'On the panel’s list',
      allocated: 'Allocated: first contact',
      assessing: 'Assessing',
      planning: 'Making the plan',
      plan_active: 'Plan under way',
      review: 'Review',
      step_down: 'Step-down: the school leads',
      advice_only: 'Closed: written advice',
      not_ebsna: `Closed: not ${localName('EBSNA')}, guided elsewhere`,
      reintegrated: 'Closed: back at school',
      alternative_route: 'Closed: another route',
      disengaged: 'Closed: contact lost',
      aged_out: 'Closed: school leaving age',
      ...localEndStates,
    },
    timetable: {
      full_time: 'Full time expected',
      part_time: 'Part-time timetable in force',
      part_time_overdue: 'Part-time timetable past its last day',
    },
  },
  stages: [
    { label: 'Referral', states: ['draft_referral'], clock: 'draft_expiry' },
    { label: 'Triage', states: ['triage', 'more_information'], clock: 'triage_sla' },
    { label: 'Panel', states: ['panel_listed'], clock: 'panel_date' },
    { label: 'Assessment', states: ['allocated', 'assessing'], clock: 'assess_sla' },
    {
      label: 'Plan and reviews',
      states: ['planning', 'plan_active', 'review'],
      clock: 'review_due',
    },
    { label: 'Step-down', states: ['step_down'], clock: 'stepdown_end' },
  ],
  whenPossible: {
    PLAN_AGREED: 'It comes after the assessment.',
    STEP_RECORDED: 'It comes once a plan is under way.',
    REVIEW_STEP_DOWN: 'It comes in a review, after weeks at the target.',
    STEP_DOWN_ENDED: 'It comes after the step-down.',
    PTT_STARTED: 'A part-time timetable is in force already. End it or extend it.',
    REACHED_SCHOOL_LEAVING_AGE: 'Start the review first.',
  },
} as const satisfies PathwayCopy;
