import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where an annual review stands. */
export const reviewCopy = {
  states: {
    ...commonStates,
    work: {
      due: 'Due',
      arranged: 'Meeting arranged',
      held: 'Meeting held',
      report_in: 'Ready to decide',
      amending: 'Changes with family',
      cease_considering: 'Considering ending the plan',
      maintained: 'Plan kept as it is',
      amended: 'Plan changed',
      ceased: 'Plan ended',
      cancelled: 'Plan moved to another council',
      ...lifeStates,
    },
  },
  stages: [
    { label: 'Due', states: ['due'], clock: 'meeting_by' },
    { label: 'Meeting', states: ['arranged'], clock: 'meeting_day' },
    { label: 'Report', states: ['held'], clock: 'report' },
    { label: 'Decision', states: ['report_in', 'cease_considering'], clock: 'decision' },
    { label: 'Changed plan', states: ['amending'], clock: 'final' },
  ],
  whenPossible: {
    DECISION_MAINTAIN: 'It comes after the meeting, with the report or without it.',
    DECISION_AMEND: 'It comes after the meeting, with the report or without it.',
    DECISION_CEASE: 'It comes after the meeting, with the report or without it.',
    FINAL_AMENDED_ISSUED: 'It comes after the notice with the proposed changes.',
    PLAN_TRANSFERRED: 'Once the meeting was held, record that the family has moved instead.',
    CEASE_CONFIRMED: 'It comes after the decision to consult about ending the plan.',
  },
} as const satisfies PathwayCopy;
