import { type EventDefinition } from '../../event';
import { commonEvents } from '../../regions';
import { recordingEvents } from './recording';
import { reviewingEvents } from './reviewing';

/** Everything that can happen to an exclusion. */
export const exclusionEvents = {
  ...recordingEvents,
  ...reviewingEvents,
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
