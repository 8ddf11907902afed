import { type PathwayCopy } from '../pathway';
import { commonStates, lifeStates } from '../regions';

/** The words people see for where a plan stands between its reviews. */
export const planChangeCopy = {
  states: {
    ...commonStates,
    work: {
      open: 'Open',
      proposed: 'Changes with family',
      ordered: 'Change ordered or agreed',
      changed: 'Plan changed',
      unchanged: 'Plan stays as it is',
      ...lifeStates,
    },
    dispute: { none: 'No dispute', mediation: 'Mediation', appeal: 'Appeal' },
  },
  stages: [
    { label: 'Open', states: ['open'], clock: 'appeal_window' },
    { label: 'Changes with family', states: ['proposed'], clock: 'reps' },
    { label: 'Order or agreement', states: ['ordered'], clock: 'order_amend' },
    { label: 'Changed plan', states: ['changed'] },
  ],
  whenPossible: {
    FINAL_AMENDED_ISSUED: 'It comes after a notice of changes, or after an order or an agreement.',
    AMENDMENT_WITHDRAWN: 'It comes after a notice of changes.',
  },
} as const satisfies PathwayCopy;
