import { type CalendarDay } from '@app/statutory-calendar';

/** What orders the waiting list (handbook 4.3): the score first, then facts that break a tie. */
export interface Rankable {
  readonly reference: string;
  readonly score: number | null;
  readonly careStatus: string;
  readonly hasSchool: boolean;
  readonly nominatedOn: CalendarDay;
  /** Drawn at nomination, so that a last tie is settled by lot and stays settled. */
  readonly drawnNumber: number | null;
}

const IN_CARE_OR_PROTECTED = ['cla', 'cp'];
const LAST = Number.MAX_SAFE_INTEGER;

/** Orders two children: negative when the first comes first. A score orders the list; a person decides. */
export function compareRank(a: Rankable, b: Rankable): number {
  return (
    (b.score ?? -1) - (a.score ?? -1) ||
    Number(isProtected(b)) - Number(isProtected(a)) ||
    Number(a.hasSchool) - Number(b.hasSchool) ||
    a.nominatedOn.localeCompare(b.nominatedOn) ||
    (a.drawnNumber ?? LAST) - (b.drawnNumber ?? LAST) ||
    a.reference.localeCompare(b.reference)
  );
}

/** Why one child stands before the next, in words. */
export function whyBefore(a: Rankable, b: Rankable): string {
  if (a.score !== b.score) return 'higher score';
  if (isProtected(a) !== isProtected(b)) return 'in care or on a protection plan';
  if (a.hasSchool !== b.hasSchool) return 'no secondary school yet';
  if (a.nominatedOn !== b.nominatedOn) return 'nominated earlier';
  return a.drawnNumber !== null && a.drawnNumber < (b.drawnNumber ?? LAST)
    ? 'drawn by lot'
    : 'entered earlier';
}

function isProtected({ careStatus }: Rankable): boolean {
  return IN_CARE_OR_PROTECTED.includes(careStatus);
}
