/** One fact that is missing, who can supply it, and the event whose form would. */
export interface Missing {
  readonly what: string;
  readonly who: string;
  readonly byEvent?: string;
}

/** One guard that said no, in plain words. */
export interface Reason {
  readonly guard: string;
  readonly text: string;
  readonly missing: readonly Missing[];
  /** Other lawful ways to go on, in plain words. */
  readonly otherWays?: readonly string[];
}

/** The event cannot happen to this case now. Nothing was changed. */
export class NotAllowedNow extends Error {
  constructor(
    readonly eventType: string,
    readonly reasons: readonly Reason[],
  ) {
    super(`${eventType} is not possible now: ${reasons.map(({ guard }) => guard).join(', ')}`);
  }
}
