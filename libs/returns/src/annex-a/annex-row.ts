import { type CalendarDay } from '@app/statutory-calendar';

/** A child of one of the two lists, as the records have it. */
export interface AnnexChild {
  readonly childId: string;
  /** The plan in force; null for a child with SEN support. */
  readonly planId: string | null;
  readonly upn: string | null;
  readonly uln: string | null;
  readonly dob: CalendarDay;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly firstIssuedOn: CalendarDay | null;
  readonly updatedOn: CalendarDay | null;
  readonly reviewedOn: CalendarDay | null;
  readonly need: string | null;
  readonly urn: string | null;
  readonly phase: string | null;
  readonly secondPhase: string | null;
  readonly isHomeEducated: boolean;
  readonly suspensions: number;
  readonly exclusions: number;
  readonly possible: number;
  readonly absent: number;
  readonly pupilPremium: boolean | null;
  readonly careStatus: string;
  readonly careTeam: string | null;
  readonly disabled: boolean | null;
}
