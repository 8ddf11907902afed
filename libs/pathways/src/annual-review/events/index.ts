import { commonEvents } from '../../regions';
import { decisionEvents } from './decision';
import { meetingEvents } from './meeting';
import { openingEvents } from './opening';

/** Everything that can happen to an annual review. */
export const reviewEvents = {
  ...openingEvents,
  ...meetingEvents,
  ...decisionEvents,
  ...commonEvents,
} as const;
