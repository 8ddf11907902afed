import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where the question of ending a plan stands. */
export const cessationCopy = {
  states: {
    ...commonStates,
    work: {
      candidate: 'Is there a ground?',
      consulting: 'Asking for views',
      decision: 'With a manager',
      notified: 'Notice sent, plan in force',
      appealed: 'Appeal, plan in force',
      not_pursued: 'Plan goes on',
      ceased: 'Plan ended',
      reinstated: 'Plan goes on after an appeal',
      ...lifeStates,
    },
  },
  stages: [
    { label: 'Question', states: ['candidate'], clock: 'cand_review' },
    { label: 'Views', states: ['consulting'], clock: 'consult' },
    { label: 'Decision', states: ['decision'], clock: 'cease_decision' },
    { label: 'Time to appeal', states: ['notified', 'appealed'], clock: 'appeal_window' },
  ],
  whenPossible: {
    NOTICE_ISSUED: 'It comes after the family and the school or college were asked.',
    APPEAL_WINDOW_ENDED: 'It comes after the notice, once the last day to appeal has passed.',
    APPEAL_LODGED: 'It comes after the notice.',
  },
} as const satisfies PathwayCopy;
