import { commonEvents, withdrawalEvents } from '../../regions';
import { proposalEvents } from './proposal';
import { runningEvents } from './running';

export const eotasEvents = {
  ...proposalEvents,
  ...runningEvents,
  ...withdrawalEvents,
  ...commonEvents,
} as const;
