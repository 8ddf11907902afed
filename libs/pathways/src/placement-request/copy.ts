import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';

/** The words people see for where a placement request stands. */
export const placementCopy = {
  states: {
    ...commonStates,
    work: {
      prepared: 'Preparing the paper',
      listed: 'On the panel’s list',
      discussed: 'Discussed by the panel',
      conditions: 'Agreed with conditions',
      commissioning: 'Commissioning',
      placed: 'Placement started',
      not_agreed: 'Not agreed: something else offered',
      ...localEndStates,
      withdrawn: 'Request withdrawn',
    },
  },
  stages: [
    { label: 'Paper', states: ['prepared'], clock: 'papers' },
    { label: 'Panel', states: ['listed'], clock: 'panel_date' },
    { label: 'Decision', states: ['discussed'], clock: 'decision_due' },
    { label: 'Conditions', states: ['conditions'], clock: 'cond_due' },
    { label: 'Commissioning', states: ['commissioning'], clock: 'start_by' },
  ],
  whenPossible: {
    PLACEMENT_STARTED: 'It comes after a placement was agreed and its conditions are met.',
    DEFERRED: 'Only the panel can put it off, once it has opened the item.',
    CONDITIONS_MET: 'It comes after a placement was agreed with conditions.',
  },
} as const satisfies PathwayCopy;
