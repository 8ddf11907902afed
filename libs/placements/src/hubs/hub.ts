import { type CalendarDay } from '@app/statutory-calendar';

/** A child at a hub, or waiting for one; without a name for people who may not open the case. */
export interface HubChild {
  readonly reference: string;
  readonly name: string | null;
  /** The day of the place, or of the enhanced level that makes it possible. */
  readonly since: CalendarDay;
  /** The year in which the child is to start school, and the place ends. */
  readonly startYear: number;
}

/** One place of a hub. */
export interface HubPlace {
  readonly number: number;
  readonly holder: HubChild | null;
}

/** An early years inclusion hub: the setting that hosts it, and its places. */
export interface Hub {
  readonly urn: string;
  readonly name: string;
  readonly places: readonly HubPlace[];
}
