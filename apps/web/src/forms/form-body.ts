/** A posted form as it arrived: any name may be missing, repeated (then an array) or unexpected. */
export type FormBody = Readonly<Record<string, unknown>>;

/** One thing that is wrong with what was typed: the field it belongs to, and words that say how to put it right. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}
