/** One thing wrong with what was typed: where, and what to type instead. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What was typed cannot be kept; nothing was changed. */
export class BadDetails extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('Some details need to be put right');
    this.name = 'BadDetails';
  }
}

/** One field is wrong. */
export const badField = (field: string, message: string) =>
  new BadDetails([{ path: [field], message }]);

/** This authority has no such record. */
export class RecordNotFound extends Error {
  constructor(readonly kind: 'child' | 'contact' | 'school' | 'calendar' | 'file' | 'merge') {
    super(`There is no such ${kind}`);
    this.name = 'RecordNotFound';
  }
}
