import { type CalendarDay } from '../day/calendar-day';
import { type GroundCode } from '../grounds/grounds';
import { type Limit } from '../limit/limit';
import { type AppliesBy } from '../rules/rule';

/** Those whom a change of law reaches, where it does not reach everybody. */
export interface Cohort {
  readonly says: string;
  /** The limit started on this day or later. */
  readonly startedFrom?: CalendarDay;
  /** The limit started before this day. */
  readonly startedBefore?: CalendarDay;
}

/** One thing that a pack changes in one rule of the book, while it stands. */
export interface LawChange {
  readonly rule: string;
  /** Which limit of the rule, and what it is instead. */
  readonly limit?: { readonly name: string; readonly was: Limit; readonly is: Limit };
  /** Grounds that excuse beside those of the book. */
  readonly grounds?: readonly GroundCode[];
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo?: CalendarDay;
  readonly appliesBy: AppliesBy;
  readonly cohort?: Cohort;
}

/** Law that stands on top of the book for a time. */
export interface RulePack {
  /** As in 'SI-2020-471'. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo?: CalendarDay;
  readonly changes: readonly LawChange[];
}
