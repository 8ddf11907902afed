import { type EventDefinition } from '../../event';
import { commonEvents } from '../../regions';
import { adviceEvents } from './advice';
import { appealEvents } from '../../regions/dispute/appeal-events';
import { exceptionEvents } from './exceptions';
import { recommendationEvents } from '../../regions/dispute/recommendations';
import { mediationEvents } from '../../regions/dispute/mediation-events';
import { against, officers } from './fields';
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
  ...recommendationEvents(officers),
  ...mediationEvents(officers, { against }),
  ...appealEvents(officers, { against }),
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
