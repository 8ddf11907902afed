import { type CalendarDay } from '../day/calendar-day';
import { type LawChange } from './rule-pack';

/** The two days that decide which law governs a limit: when it started, and when it falls due under the book. */
export interface Governed {
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
}

/**
 * Does a change reach this limit? By trigger: it started while the change stands. By due day: it falls due while the
 * change stands. By event: it is not yet past its day when the change begins, and started before the change ends.
 */
export function reaches(
  change: Pick<LawChange, 'effectiveFrom' | 'effectiveTo' | 'appliesBy' | 'cohort'>,
  { anchor, dueOn }: Governed,
): boolean {
  const { effectiveFrom, effectiveTo, appliesBy, cohort } = change;
  if (cohort?.startedFrom && anchor < cohort.startedFrom) return false;
  if (cohort?.startedBefore && anchor >= cohort.startedBefore) return false;
  const isBy = (day: CalendarDay) => effectiveTo === undefined || day <= effectiveTo;
  if (appliesBy === 'event') return dueOn >= effectiveFrom && isBy(anchor);
  const day = appliesBy === 'due' ? dueOn : anchor;
  return day >= effectiveFrom && isBy(day);
}
