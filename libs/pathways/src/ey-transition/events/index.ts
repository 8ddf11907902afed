import { type EventDefinition } from '../../event';
import {
  commonEvents,
  destinationEvents,
  schoolAnswerEvents,
  withdrawalEvents,
} from '../../regions';
import { healthEvents } from './health';
import { inSchoolEvents } from './in-school';
import { intakeEvents } from './intake';

/** Every event of Early Years transition (handbook 9). */
export const eyEvents = {
  ...commonEvents,
  ...intakeEvents,
  ...healthEvents,
  ...inSchoolEvents,
  ...destinationEvents,
  DESTINATION_CHANGED: {
    ...destinationEvents.DESTINATION_CHANGED,
    title: 'Record another school place',
    happened: 'School place changed',
  },
  ...schoolAnswerEvents,
  ...withdrawalEvents,
} as const satisfies Record<string, EventDefinition>;
