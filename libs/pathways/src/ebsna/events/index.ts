import { type EventDefinition } from '../../event';
import { commonEvents, schoolAnswerEvents, withdrawalEvents } from '../../regions';
import { panelEvents } from './panel';
import { referralEvents } from './referral';
import { reviewEvents } from './review';
import { supportEvents } from './support';
import { timetableEvents } from './timetable';

/** Everything that can happen to an EBSNA case (handbook 5.5). */
export const ebsnaEvents = {
  ...referralEvents,
  ...panelEvents,
  ...supportEvents,
  ...reviewEvents,
  ...timetableEvents,
  ...schoolAnswerEvents,
  ...commonEvents,
  ...withdrawalEvents,
} as const satisfies Record<string, EventDefinition>;
