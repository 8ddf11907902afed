import { type CalendarDay } from '@app/statutory-calendar';
import { type PlanOutcome, type REVIEW_RESULTS } from './plan-details';

/** One version of a child's plan, as it was written. */
export interface PlanVersion {
  readonly version: number;
  readonly cycle: number;
  readonly needs: readonly string[];
  readonly strengths: readonly string[];
  readonly outcomes: readonly PlanOutcome[];
  readonly reviewOn: CalendarDay;
  readonly approval: 'asked' | 'not_asked';
  readonly authorId: string;
  readonly author: string;
  readonly writtenAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** What a review found about one outcome, under the words that the outcome had then. */
export interface OutcomeReview {
  readonly version: number;
  readonly cycle: number;
  readonly outcome: string;
  readonly result: keyof typeof REVIEW_RESULTS;
  readonly words: string;
  readonly reviewedOn: CalendarDay;
  readonly by: string;
}

/** Outcomes still sought that nobody has reviewed in this cycle. Pure. */
export function notReviewed(plan: PlanVersion, reviews: readonly OutcomeReview[]): PlanOutcome[] {
  const seen = reviews.filter(({ cycle }) => cycle === plan.cycle).map(({ outcome }) => outcome);
  return plan.outcomes.filter(
    ({ outcome, status }) => status !== 'stopped' && !seen.includes(outcome),
  );
}
