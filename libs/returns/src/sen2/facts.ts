import { type PlanDetails, type PlanPlacement } from '@app/casework';
import { type CalendarDay } from '@app/statutory-calendar';

/** What the return reads about one child. */
export interface ChildFacts {
  readonly childId: string;
  readonly surname: string;
  readonly forename: string;
  readonly dob: CalendarDay;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly postcode: string | null;
  readonly upn: string | null;
  readonly uln: string | null;
  readonly upnUnknown: string | null;
  /** Where the school register has the child; the second place of a child on two registers. */
  readonly urn: string | null;
  readonly secondUrn: string | null;
  readonly plans: readonly PlanFacts[];
  readonly assessments: readonly CaseFacts[];
  readonly reviews: readonly ReviewCase[];
  /** Plans between their reviews: what was disputed about them. */
  readonly matters: readonly CaseFacts[];
}

/** A plan in the register. */
export interface PlanFacts extends PlanDetails {
  readonly id: string;
  readonly fromCase: string | null;
  readonly placements: readonly PlanPlacement[];
  /** The last review as it stood before the first that was decided after survey day. */
  readonly earlierReview: ReviewFacts | null;
}

/** A review of a plan: its meeting and its decision. */
export interface ReviewFacts {
  readonly metOn: CalendarDay | null;
  readonly concludedOn: CalendarDay | null;
  readonly outcome: 'maintain' | 'amend' | 'cease' | null;
}

/** A case with what happened in it, oldest first: what was taken back left out, what was corrected put in. */
export interface CaseFacts {
  readonly caseId: string;
  readonly reference: string;
  readonly events: readonly CaseEvent[];
}

/** An annual review. */
export interface ReviewCase extends CaseFacts {
  /** The day by which the plan must name the next place; null for a child who stays. */
  readonly transferDueOn: CalendarDay | null;
}

/** One thing that happened. */
export interface CaseEvent {
  readonly type: string;
  readonly on: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A word of what was said about an event. */
export function saidIn(event: CaseEvent | undefined, name: string): string | null {
  const value = event?.payload[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
