/** One sitting in a calendar feed. There is no field for a child, a school or a reference, so none can get out. */
export interface FeedSitting {
  /** Stays the same when the sitting moves. */
  id: string;
  panel: string;
  startsAt: Date;
  endsAt: Date;
  room?: string;
  /** Higher with every change that people must hear of. */
  version: number;
  changedAt: Date;
  isCancelled: boolean;
  /** The start before it was moved. */
  movedFrom?: Date;
}

/** A person's own sittings, or all sittings of one panel. */
export interface CalendarFeed {
  /** 'Your panels' or the panel's name. */
  name: string;
  /** The host that the product answers on: it makes the identifiers of sittings unique in the world. */
  host: string;
  sittings: readonly FeedSitting[];
}
