import { type PlanInReview } from '@app/reporting';
import { type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { type Way } from './ask-answers';

const FIRST_OF_TERM = '09-01';
const AFTER_YEAR_11 = 12;

/** The answers with which the review of a plan opens: what the register knows of it. */
export function reviewToOpen(plan: PlanInReview, way: Way, today: CalendarDay) {
  const { lastConcludedOn, madeOn, transferredInOn, urn } = plan;
  const since = lastConcludedOn ?? madeOn;
  return {
    ...kindOf(plan, today),
    arrangedBy: way === 'council' || !urn ? 'authority' : 'school',
    planFinalOn: madeOn,
    ...(lastConcludedOn && { lastConcludedOn }),
    ...(transferredInOn && transferredInOn >= since && { transferredInOn }),
  };
}

function kindOf(
  { transfer, movedOn, lastConcludedOn, ncYear }: PlanInReview,
  today: CalendarDay,
): { reviewKind: string; transferType?: string; transferOn?: CalendarDay } {
  if (transfer && !movedOn) {
    const transferOn = `${schoolYearOf(today) + 1}-${FIRST_OF_TERM}`;
    return { reviewKind: 'phase_transfer', transferType: transfer, transferOn };
  }
  if (ncYear < 0) return { reviewKind: 'early_years' };
  if (!lastConcludedOn) return { reviewKind: 'first' };
  return { reviewKind: ncYear >= AFTER_YEAR_11 ? 'post_16' : 'ordinary' };
}
