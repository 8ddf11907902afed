import { type CalendarDay } from '@app/statutory-calendar';

/** Where the review of a plan stands; every plan in force is in exactly one. */
export const REVIEW_STAGES = {
  never_held: 'Never held',
  due: 'Due',
  invited: 'Invited',
  held: 'Meeting held',
  report: 'Ready to decide',
  amending: 'Changing the plan',
  ceasing: 'Question of ending the plan',
  not_yet: 'Not due yet',
} as const;

export type ReviewStage = keyof typeof REVIEW_STAGES;

/** How the next date in law stands. */
export const REVIEW_STATUSES = { late: 'Late', at_risk: 'At risk', on_time: 'On time' } as const;

export type ReviewStatus = keyof typeof REVIEW_STATUSES;

/** How far a review that was never held has come. */
export const NEVER_HELD_STEPS = {
  none: 'No review open',
  asked: 'Open, no meeting date',
  dated: 'Meeting date set',
} as const;

export type NeverHeldStep = keyof typeof NEVER_HELD_STEPS;

/** A move to the next phase and the day in law for it. */
export type TransferKind =
  | 'early_years_to_school'
  | 'infant_to_junior'
  | 'primary_to_middle'
  | 'primary_to_secondary'
  | 'middle_to_secondary'
  | 'secondary_to_post16'
  | 'post16_to_post16';

/** A plan in force with its review, as it stood on the day of the figures. */
export interface PlanInReview {
  readonly planId: string;
  readonly childId: string;
  readonly name: string;
  readonly ncYear: number;
  readonly urn: string | null;
  readonly schoolName: string | null;
  readonly madeOn: CalendarDay;
  readonly amendedOn: CalendarDay | null;
  readonly lastConcludedOn: CalendarDay | null;
  readonly transferredInOn: CalendarDay | null;
  /** Last day on which the review can be concluded in time. */
  readonly dueBy: CalendarDay;
  readonly stage: ReviewStage;
  readonly status: ReviewStatus;
  /** The next date in law; null while ending the plan is in question. */
  readonly nextDue: CalendarDay | null;
  readonly step: NeverHeldStep | null;
  /** The open review, if there is one. */
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly version: number | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly reviewKind: string | null;
  readonly arrangedBy: 'school' | 'authority' | null;
  readonly meetingOn: CalendarDay | null;
  readonly heldOn: CalendarDay | null;
  readonly noticeOn: CalendarDay | null;
  /** The move this child makes next, and the day by which the plan must name the next place. */
  readonly transfer: TransferKind | null;
  readonly nextPlaceBy: CalendarDay | null;
  /** The day on which a review for this move was finished. */
  readonly movedOn: CalendarDay | null;
}
