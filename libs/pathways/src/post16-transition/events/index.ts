import { type EventDefinition } from '../../event';
import { commonEvents, schoolAnswerEvents, withdrawalEvents } from '../../regions';
import { adultServicesEvents } from './adult-services';
import { intakeEvents } from './intake';
import { nextSettingEvents } from './next-setting';
import { takingPartEvents } from './taking-part';

/** Every event of the move after Year 11. */
export const post16Events = {
  ...commonEvents,
  ...intakeEvents,
  ...nextSettingEvents,
  ...takingPartEvents,
  ...adultServicesEvents,
  ...schoolAnswerEvents,
  ...withdrawalEvents,
} as const satisfies Record<string, EventDefinition>;
