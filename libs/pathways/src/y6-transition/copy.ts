import { type PathwayCopy } from '../pathway';
import { commonStates, destinationStates, lifeStates } from '../regions';

/** The words people see for where a Year 6 case stands. */
export const y6Copy = {
  states: {
    ...commonStates,
    work: {
      nominated: 'Nominated',
      screening: 'Screening',
      moderation: 'Waiting for the panel',
      waitlisted: 'Waiting list',
      accepted: 'Waiting for family',
      baseline: 'Baseline',
      primary_phase: 'Visits in primary school',
      handed_over: 'Handed over',
      summer_bridge: 'Summer',
      secondary_phase: 'Check-ins in secondary school',
      not_arrived: 'Not arrived',
      exit_review: 'Exit review',
      monitoring: 'Follow-up only',
      universal_offer: 'Not taken on: school’s own offer',
      declined_by_family: 'Family declined',
      specialist_destination: 'Going to a special school',
      completed: 'Completed',
      escalated: 'Handed on to another pathway',
      withdrawn: 'Family withdrew',
      closed_ehe: 'Closed: home education',
      ...lifeStates,
    },
    destination: destinationStates('Secondary school'),
  },
  stages: [
    { label: 'Nomination', states: ['nominated', 'screening'], clock: 'screen_sla' },
    { label: 'Panel', states: ['moderation', 'waitlisted'], clock: 'moderation_date' },
    { label: 'Agreement', states: ['accepted'], clock: 'accept_timeout' },
    { label: 'Baseline and visits', states: ['baseline', 'primary_phase'], clock: 'handover_due' },
    { label: 'Hand-over', states: ['handed_over', 'summer_bridge'], clock: 'autumn_start' },
    {
      label: 'Year 7',
      states: ['secondary_phase', 'not_arrived', 'exit_review', 'monitoring'],
      clock: 'exit_due',
    },
  ],
  whenPossible: {
    HANDOVER_HELD: 'It comes after the baseline, once visits in primary school have started.',
    BASELINE_COMPLETED: 'It comes after the family has agreed and the baseline was started.',
  },
} as const satisfies PathwayCopy;
