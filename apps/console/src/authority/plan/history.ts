import { type CalendarDay } from '@app/statutory-calendar';

/** A quarrel about a decision: mediation, an appeal, or both. */
export interface Dispute {
  readonly mediationOn?: CalendarDay;
  readonly appealOn?: CalendarDay;
}

/** What becomes of one request for an assessment, in dates. */
export interface AssessmentHistory {
  readonly received: CalendarDay;
  readonly decided?: { readonly on: CalendarDay; readonly toAssess: boolean };
  /** A refusal to assess that the council took back after mediation. */
  readonly conceded?: { readonly askedOn: CalendarDay; readonly on: CalendarDay };
  readonly ended?: { readonly on: CalendarDay; readonly as: Ending };
  /** A lawful reason for delay is on record. */
  readonly excused?: boolean;
  /** About the last decision; still open at the end of the telling. */
  readonly dispute?: Dispute;
  /** The child had a plan before: the final plan changes that one. */
  readonly again?: boolean;
}

export type Ending = 'issued' | 'not_issued' | 'withdrawn' | 'left';

export type Outcome = 'amend' | 'cease' | 'maintain';

/** A review that was met for, in dates. */
export interface MetReview {
  readonly met: CalendarDay;
  readonly decided?: CalendarDay;
  readonly outcome?: Outcome;
}

/** What is known of the reviews of one plan. */
export interface ReviewHistory {
  /** From before the product, as it was loaded: parts of it can be missing. */
  readonly loaded?: MetReview;
  /** Recorded step by step. */
  readonly here?: MetReview;
}

/** How a plan came to be, is held and ended. */
export interface PlanHistory {
  readonly madeOn: CalendarDay;
  readonly transferredInOn?: CalendarDay;
  readonly ceased?: { readonly on: CalendarDay; readonly reason: string };
  readonly reviews?: ReviewHistory;
  /** SEN2 code; none where it is not recorded. */
  readonly need?: string;
  /** Column of the published tables by placement. */
  readonly place: string;
}

/** Everything that is told about one invented child. */
export interface ChildHistory {
  readonly assessment?: AssessmentHistory;
  /** A plan that is loaded, or made by the assessment. */
  readonly plan?: PlanHistory;
}
