import { type EventDefinition } from '../../event';
import { commonEvents, withdrawalEvents } from '../../regions';
import { decisionEvents } from './decisions';
import { meetingEvents } from './meeting';
import { puttingForwardEvents } from './putting-forward';

export const tatsEvents = {
  ...puttingForwardEvents,
  ...meetingEvents,
  ...decisionEvents,
  ...withdrawalEvents,
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
