import { commonEvents, withdrawalEvents } from '../../regions';
import { bidEvents } from './bid';
import { moneyEvents } from './money';

export const inclusionFundEvents = {
  ...bidEvents,
  ...moneyEvents,
  ...withdrawalEvents,
  ...commonEvents,
} as const;
