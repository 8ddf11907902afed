import { type NeverHeldStep, type ReviewStage, type ReviewStatus } from './plan-in-review';

/** Groups of year groups that have a list of their own; -1 is nursery, 0 Reception, 12 and above after Year 11. */
export const AGE_GROUPS = {
  early: { label: 'Under school age', from: -9, to: -1 },
  year9: { label: 'Year 9', from: 9, to: 9 },
  year11: { label: 'Year 11', from: 11, to: 11 },
  post16: { label: 'After Year 11', from: 12, to: 99 },
} as const;

export type AgeGroup = keyof typeof AGE_GROUPS;

/** Which key-phase move: by its date in law. */
export const TRANSFER_GROUPS = {
  february: {
    label: '15 February',
    kinds: [
      'early_years_to_school',
      'infant_to_junior',
      'primary_to_middle',
      'primary_to_secondary',
      'middle_to_secondary',
    ],
  },
  march: { label: '31 March', kinds: ['secondary_to_post16'] },
  college: { label: '5 months before', kinds: ['post16_to_post16'] },
} as const;

export type TransferGroup = keyof typeof TRANSFER_GROUPS;

/** Which plans are asked for; empty means all. */
export interface RegisterFilter {
  readonly stage?: ReviewStage;
  readonly status?: ReviewStatus;
  /** A month like 2027-02, or `earlier`. */
  readonly month?: string;
  /** A school’s number, or `none`. */
  readonly school?: string;
  /** An officer's id, or `none`. */
  readonly officer?: string;
  readonly year?: string;
  readonly group?: AgeGroup;
  readonly transfer?: TransferGroup;
  readonly step?: NeverHeldStep;
  /** Only reviews that are more than a year late. */
  readonly long?: 'yes';
}

/** What figures are broken down by. */
export const DIMENSIONS = {
  month: 'Month due',
  school: 'School',
  officer: 'Officer',
  year: 'Year group',
} as const;

export type Dimension = keyof typeof DIMENSIONS;
