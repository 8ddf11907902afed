/** There is no such case for this person: it does not exist, or they may not know that it does. */
export class CaseNotFound extends Error {
  constructor(readonly reference: string) {
    super('There is no such case');
  }
}

/** One thing wrong with what was given, and where. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What was given does not describe the event. Nothing was changed. */
export class BadPayload extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('; '));
  }
}

/** Somebody else changed the case first. Nothing was changed by this command. */
export class VersionConflict extends Error {
  constructor(
    readonly by: string,
    readonly at: Date,
    readonly version: number,
    readonly type: string,
  ) {
    super(`${by} changed this case first`);
  }
}

/** The same idempotency key was used before for something else. */
export class KeyUsedDifferently extends Error {
  constructor() {
    super('This key was used before for a different command. Use a new key for each command');
  }
}
