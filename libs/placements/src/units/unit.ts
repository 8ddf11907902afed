import { type CalendarDay } from '@app/statutory-calendar';

/** Where a place of a unit stands (handbook 7.5). */
export type PlaceState = 'vacant' | 'held' | 'occupied' | 'return_hold' | 'suspended';

/** A date that runs for the child who has a place. */
export interface PlaceClock {
  readonly code: string;
  readonly dueOn: CalendarDay;
}

/** The child who has a place; without a name for people who may not open the case. */
export interface PlaceHolder {
  readonly reference: string;
  readonly stage: string;
  readonly name: string | null;
  readonly clocks: readonly PlaceClock[];
}

/** One place of a unit. */
export interface UnitPlace {
  readonly number: number;
  readonly state: PlaceState;
  /** Held since, occupied since, or suspended since. */
  readonly since: CalendarDay | null;
  /** The last day on which the place is held or kept. */
  readonly until: CalendarDay | null;
  /** Why it is suspended. */
  readonly why: string | null;
  readonly holder: PlaceHolder | null;
}

/** What a child's rank on the waiting list is made of. */
export interface UnitPoints {
  readonly exclusion: number;
  readonly priority: number;
  readonly care: number;
  readonly year11: number;
  readonly waiting: number;
}

/** A child who waits for a place of one unit, in rank order. */
export interface UnitWaiting {
  readonly reference: string;
  readonly rank: number;
  readonly name: string | null;
  readonly points: UnitPoints;
  /** How a permanent exclusion stands: `issued`, `intended` or none. */
  readonly exclusion: string | null;
  readonly referredOn: CalendarDay;
  readonly waitingSince: CalendarDay;
  /** Left out for the place that is free now. */
  readonly leftOut: boolean;
}

/** A unit: the school that hosts it, its places, and who waits. */
export interface Unit {
  readonly urn: string;
  readonly name: string;
  readonly places: readonly UnitPlace[];
  readonly waiting: readonly UnitWaiting[];
}
