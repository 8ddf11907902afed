import { type CalendarDay } from '@app/statutory-calendar';
import { type Window } from './windows';

/** What a school may send about a child in the feed of suspensions (annex d, D-3; the last four by agreement with schools). */
export const CATEGORIES = {
  SUSP: 'Suspension',
  LNCH: 'Lunchtime suspension',
  PERM: 'Permanent exclusion',
  PEXC: 'Permanent exclusion is being considered',
  INTR: 'Internal exclusion, or removal from class',
  OSDE: 'Off-site direction ended early',
  MMVE: 'Managed move ended early',
} as const;
export type Category = keyof typeof CATEGORIES;

/** What became of an exclusion (corrections 6): cancelled and quashed ones leave every count and stay in sight. */
export const OUTCOMES = {
  upheld: 'Upheld by the governors',
  reinstated: 'The governors reinstated the child',
  cancelled: 'Cancelled by the head before the governors met',
  review_upheld: 'Upheld by the review panel',
  recommended: 'The review panel recommended to think again',
  quashed: 'Quashed by the review panel',
} as const;
export type Outcome = keyof typeof OUTCOMES;

const VOIDING: readonly (Outcome | null)[] = ['cancelled', 'quashed'];
const NOT_STANDING: readonly (Outcome | null)[] = [...VOIDING, 'reinstated'];

/** One line of the feed about a child. */
export interface Suspension {
  readonly id: string;
  readonly category: Category;
  readonly startOn: CalendarDay;
  readonly endOn: CalendarDay | null;
  /** Half days; a lunchtime is one. */
  readonly halfDays: number;
  readonly outcome: Outcome | null;
}

/** Whether it left the counts. */
export const isVoid = ({ outcome }: Pick<Suspension, 'outcome'>) => VOIDING.includes(outcome);

/** Suspensions that count, oldest first; those of a window are the ones that began in it. */
export function suspensionsIn(
  all: readonly Suspension[],
  window: Window | undefined,
): Suspension[] {
  return within(all, window).filter(({ category }) => category === 'SUSP' || category === 'LNCH');
}

/** Lines of another category that count, oldest first. */
export const linesIn = (
  all: readonly Suspension[],
  window: Window | undefined,
  ...categories: readonly Category[]
): Suspension[] => within(all, window).filter(({ category }) => categories.includes(category));

function within(all: readonly Suspension[], window: Window | undefined): Suspension[] {
  if (!window) return [];
  return all
    .filter((it) => !isVoid(it) && window.from <= it.startOn && it.startOn <= window.to)
    .sort((a, b) => (a.startOn < b.startOn ? -1 : 1));
}

/** Days suspended: half days count a half. */
export const daysOf = (suspensions: readonly Suspension[]) =>
  suspensions.reduce((sum, { halfDays }) => sum + halfDays, 0) / 2;

/** A permanent exclusion that stands, or that is being considered: the latest. */
export function exclusionInPlay(
  all: readonly Suspension[],
  window: Window | undefined,
): Suspension | undefined {
  return linesIn(all, window, 'PERM', 'PEXC')
    .filter(({ outcome }) => !NOT_STANDING.includes(outcome))
    .at(-1);
}
