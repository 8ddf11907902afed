import { type InstrumentName } from '../../measures';
import { type Role } from '../../role';

/** Taken at the start, at exit and where the support goes on. */
export const POST16_MEASURES = [
  'attendance',
  'ownConfidence',
  'familyConfidence',
] as const satisfies readonly InstrumentName[];

/** Those who do this work day by day. */
export const POST16_WORK: readonly Role[] = [
  'y6_worker',
  'review_officer',
  'transition_lead',
  'send_manager',
];

export const SETTINGS = {
  school_sixth_form: 'School sixth form',
  own_sixth_form: 'Sixth form of the same school',
  college: 'College',
  special: 'Special school or specialist college',
  training: 'Training provider or study programme',
  apprenticeship: 'Apprenticeship',
  internship: 'Supported internship',
  work: 'Work with training',
  higher: 'Higher education',
  other: 'Something else',
} as const;
