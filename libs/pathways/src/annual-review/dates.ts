import {
  addDays,
  addMonths,
  type CalendarDay,
  earlierOf,
  laterOf,
  phaseTransferDay,
} from '@app/statutory-calendar';
import { lastInForce, type LawInForce } from '../law-in-force';
import { type ReviewKind, type Transfer } from './events/opening';

/** What an annual review remembers between events. */
export interface ReviewContext {
  readonly reviewKind: ReviewKind;
  readonly arrangedBy: 'school' | 'authority';
  readonly lastConcludedOn: string | null;
  readonly planFinalOn: string | null;
  readonly transferType: Transfer | null;
  readonly transferOn: string | null;
  readonly transferredInOn: string | null;
  readonly transferToldOn: string | null;
  readonly fromYear9: boolean;
  readonly meetingOn: string | null;
  readonly heldOn: string | null;
  readonly notHeld: readonly string[];
  readonly viewsSought: boolean;
  readonly reportOn: string | null;
  readonly reportLate: boolean;
  readonly grade: number | null;
  readonly noticeOn: string | null;
  readonly familyFinished: boolean;
  readonly concludedOn: string | null;
  readonly consulted: readonly string[];
  readonly namedUrn: string | null;
  readonly reasonCode: string | null;
}

/** The opening answers that the dates of a review rest on, and the law that the case remembers. */
type ReviewDates = { readonly law?: LawInForce } & Pick<
  ReviewContext,
  'lastConcludedOn' | 'planFinalOn' | 'transferType' | 'transferOn' | 'transferredInOn'
>;

const WEEK = 7;

/** The day the year starts from: the last conclusion, for a first review the plan itself. */
export const yearStart = ({ lastConcludedOn, planFinalOn }: ReviewDates) =>
  lastConcludedOn ?? planFinalOn ?? undefined;

/** A year from the last conclusion, and three months from a move: or what newer law says instead. */
const aYear = (start: CalendarDay, dates: ReviewDates) => lastInForce('AR-12M', start, dates);
const threeMonths = (moved: CalendarDay, dates: ReviewDates) =>
  lastInForce('XFER-REVIEW', moved, dates);

/** Whether three months from a move between councils give the later date (regulation 15(5)). */
export function moveGovernsDate(dates: ReviewDates): boolean {
  const [start, moved] = [yearStart(dates), dates.transferredInOn];
  if (!start || !moved) return false;
  return threeMonths(moved, dates) > aYear(start, dates);
}

/** Last day on which the review can be concluded in time. */
function concludeBy(dates: ReviewDates): CalendarDay | undefined {
  const start = yearStart(dates);
  if (!start) return undefined;
  const year = aYear(start, dates);
  const { transferredInOn } = dates;
  return transferredInOn ? laterOf(year, threeMonths(transferredInOn, dates)) : year;
}

/** The day by which the plan must name the next place, regulation 18; undefined for a child who stays. */
export function nextPlaceBy({ transferType, transferOn }: ReviewDates): CalendarDay | undefined {
  if (!transferType || !transferOn) return undefined;
  return transferType === 'post16_to_post16'
    ? addMonths(transferOn, -5)
    : phaseTransferDay(transferType, Number(transferOn.slice(0, 4)));
}

/** Last day for the meeting that leaves every later step its full time: 4 weeks to decide, 12 to a new plan. */
export function meetingBy(dates: ReviewDates): CalendarDay | undefined {
  const [conclude, named] = [concludeBy(dates), nextPlaceBy(dates)];
  const forDecision = conclude && addDays(conclude, -4 * WEEK);
  const forPlan = named && addDays(named, -12 * WEEK);
  return forDecision && forPlan ? earlierOf(forDecision, forPlan) : (forDecision ?? forPlan);
}

/** Regulation 22(3) and the Devon judgment: 8 weeks from the notice, never later than 12 from the meeting. */
export function finalPlanBy(noticeOn: CalendarDay, heldOn: CalendarDay | null): CalendarDay {
  const eightWeeks = addDays(noticeOn, 8 * WEEK);
  return heldOn ? earlierOf(eightWeeks, addDays(heldOn, 12 * WEEK)) : eightWeeks;
}
