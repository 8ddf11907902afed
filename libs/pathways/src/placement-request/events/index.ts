import { commonEvents, withdrawalEvents } from '../../regions';
import { commissioningEvents } from './commissioning';
import { decisionEvents } from './decision';
import { paperEvents } from './paper';

export const placementEvents = {
  ...paperEvents,
  ...decisionEvents,
  ...commissioningEvents,
  ...withdrawalEvents,
  ...commonEvents,
} as const;
