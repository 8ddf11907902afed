import { type CalendarDay, termProblems } from '@app/statutory-calendar';
import { type Problem } from '../bad-details';

/** First and last day of a run of school weeks. */
export type TermBlock = readonly [CalendarDay, CalendarDay];

/** The dates of a school's year, as an administrator sends them. */
export interface TermDates {
  readonly terms: readonly TermBlock[];
  readonly inset: readonly CalendarDay[];
}

/** What is wrong with a school's dates: in order, no overlap, training days inside the terms. */
export function checkTerms(dates: TermDates): Problem[] {
  if (dates.terms.length === 0)
    return [{ path: ['terms'], message: 'Enter at least one term or half-term' }];
  return termProblems(dates).map(({ at: [list, index], what }) => ({
    path: [list, String(index)],
    message: what,
  }));
}
