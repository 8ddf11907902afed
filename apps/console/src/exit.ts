/** How a command can end; the numbers are part of its contract. */
export const EXIT = { done: 0, refused: 1, usage: 2, environment: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with words for the person who gave it. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly code: ExitCode = EXIT.refused,
  ) {
    super(message);
  }
}
