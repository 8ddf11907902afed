/** One screen to show: a template of `views/` and the words and figures it needs. */
export class Page {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly status: number,
  ) {}
}

/** A short message shown once on the next page. Kept in the session, so it may name a child. */
export interface Flash {
  readonly kind: 'done' | 'notice';
  readonly text: string;
}

/** Go and look at another page of ours. */
export class Redirect {
  constructor(
    readonly path: string,
    readonly flash: Flash | undefined,
  ) {}
}

/** What a controller returns to show `views/<template>.njk`; strings in the model are escaped. */
export function page(template: string, model: object = {}, { status = 200 } = {}): Page {
  return new Page(template, model, status);
}

/**
 * What a controller returns after a change: 303 to one of our own paths, with a message on the next page if wanted.
 * @throws Error when the path leads to another site
 */
export function redirect(path: string, { flash }: { flash?: string | Flash } = {}): Redirect {
  if (!isOwnPath(path)) throw new Error('A redirect leads to one of our own paths');
  return new Redirect(path, typeof flash === 'string' ? { kind: 'done', text: flash } : flash);
}

/** Whether a path stays on this site: `//other.site` and `/\other.site` do not. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path);
}
