import { type EventDefinition } from '../../event';
import { commonEvents, withdrawalEvents } from '../../regions';
import { panelEvents } from './panel';
import { placeEvents } from './place';
import { referralEvents } from './referral';

export const hdEvents = {
  ...referralEvents,
  ...panelEvents,
  ...placeEvents,
  ...withdrawalEvents,
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
