import { type EventDefinition } from '../../event';
import { commonEvents, schoolAnswerEvents } from '../../regions';
import { provisionEvents } from './provision';
import { requestEvents } from './request';

/** Everything that can happen to a section 19 request (handbook 8.1). */
export const s19Events = {
  ...requestEvents,
  ...provisionEvents,
  ...schoolAnswerEvents,
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
