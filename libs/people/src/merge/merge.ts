import { type CalendarDay } from '@app/statutory-calendar';

/** For so many days two records that were merged can be parted again. */
export const PARTED_WITHIN_DAYS = 90;

/** Two records cannot be merged, or no longer parted; nothing was changed. */
export class MergeRefused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('. '));
  }
}

/** A case of one of two records. */
export interface MergeCase {
  readonly childId: string;
  readonly reference: string;
  readonly pathway: string;
  readonly open: boolean;
}

/** What a merge brought to the record that goes on: this and nothing else goes back. */
export interface Moved {
  readonly cases: readonly string[];
  readonly contacts: readonly string[];
  readonly referrals: readonly string[];
  readonly formerSchools: readonly string[];
  /** EHC plans; not there in merges from before plans were kept. */
  readonly plans?: readonly string[];
  /** Records that were merged into the merged one before. */
  readonly signposts: readonly string[];
  readonly upn: string | null;
  readonly formerUpns: readonly string[];
  readonly tookUpn: boolean;
  readonly tookHousehold: boolean;
  readonly householdId: string | null;
  readonly flags: readonly string[];
  readonly tookRestriction: boolean;
}

/** A merge that stands. */
export interface StandingMerge {
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly reason: string;
  readonly mergedOn: CalendarDay;
  readonly mergedBy: string;
  readonly moved: Moved;
}

/** Pathways on which both records have an open case: one of the two must be closed as a duplicate first. */
export function openTwice(cases: readonly MergeCase[]): string[][] {
  const open = new Map<string, string[]>();
  for (const { pathway, reference, open: isOpen } of cases)
    if (isOpen) open.set(pathway, [...(open.get(pathway) ?? []), reference]);
  return [...open.values()].filter((references) => references.length > 1);
}
