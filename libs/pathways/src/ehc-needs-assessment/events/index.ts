import { type EventDefinition } from '../../event';
import { commonEvents } from '../../regions';
import { adviceEvents } from './advice';
import { appealEvents } from './appeal';
import { exceptionEvents } from './exceptions';
import { mediationEvents } from './mediation';
import { orderEvents } from './orders';
import { planEvents } from './plan';
import { requestEvents } from './request';

export { ADVISERS, type Adviser } from './fields';

/** Everything that can happen to an EHC needs assessment. */
export const ehcEvents = {
  ...requestEvents,
  ...adviceEvents,
  ...planEvents,
  ...orderEvents,
  ...exceptionEvents,
  ...mediationEvents,
  ...appealEvents,
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
