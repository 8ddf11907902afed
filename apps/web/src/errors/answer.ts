/** What a person, or a program, is told when something could not be done. */
export interface Answer {
  readonly status: number;
  /** A template of `views/errors`, or of `views/cases` for the two that know the case. */
  readonly template: string;
  readonly model: object;
  /** The same under /api. */
  readonly json: object;
  /** Somewhere else to go instead, for pages. */
  readonly goTo?: string;
}

/** A page with a heading and a sentence or two, and the same for programs. */
export function told(status: number, title: string, words: string, more: object = {}): Answer {
  return {
    status,
    template: 'errors/told',
    model: { title, words, ...more },
    json: { error: title, detail: words },
  };
}
