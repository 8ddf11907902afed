import {
  OUTCOME_STATUSES,
  type OutcomeReview,
  type PlanVersion,
  REVIEW_RESULTS,
} from '@app/casework';
import { longDay, londonDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** A version of a plan in words, with what reviews have found about each outcome since. */
export function planModel(plan: PlanVersion, reviews: readonly OutcomeReview[]) {
  const { version, cycle, needs, strengths, author, writtenAt, approvedBy, approvedAt } = plan;
  return {
    version,
    cycle,
    needs,
    strengths,
    author,
    written: plainDay(londonDay(writtenAt)),
    review: longDay(plan.reviewOn),
    approval: approvalWords(plan, approvedBy, approvedAt),
    outcomes: plan.outcomes.map((outcome) => ({
      ...outcome,
      byWhen: longDay(outcome.byWhen),
      status: OUTCOME_STATUSES[outcome.status],
      reviews: reviews.filter((review) => review.outcome === outcome.outcome).map(reviewModel),
    })),
  };
}

/** The versions there are, newest first, as links. */
export function versionLinks(versions: readonly PlanVersion[], reference: string) {
  return versions.map(({ version, cycle, author, writtenAt }) => ({
    text: `Version ${version}, cycle ${cycle}`,
    by: `${author}, ${plainDay(londonDay(writtenAt))}`,
    href: paths.support.planVersion(reference, String(version)),
  }));
}

function reviewModel({ result, words, reviewedOn, by }: OutcomeReview) {
  return { result: REVIEW_RESULTS[result], words, on: plainDay(reviewedOn), by };
}

function approvalWords(
  { approval }: PlanVersion,
  approvedBy: string | null,
  approvedAt: Date | null,
): string {
  if (approval === 'not_asked') return 'Not asked for';
  if (!approvedBy || !approvedAt) return 'Waits for a transition lead or a SEND manager';
  return `Approved by ${approvedBy}, ${plainDay(londonDay(approvedAt))}`;
}
