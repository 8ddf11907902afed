import { type InstrumentName } from '../../measures';

/** Taken in May, in the autumn and at the October review (handbook 9). */
export const EY_MEASURES = [
  'staffRating',
  'familyConfidence',
] as const satisfies readonly InstrumentName[];
