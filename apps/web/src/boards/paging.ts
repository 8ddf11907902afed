import { one } from '../safety/one-value';

/** One page of a long list, with the links to the rows before and after. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly pager: {
    readonly words: string;
    readonly previousHref: string | undefined;
    readonly nextHref: string | undefined;
  };
}

/** The row from which the address asks to be shown, from 0. */
export function fromAsked(query: unknown): number {
  const from = one(query, 'from');
  return from && /^\d{1,7}$/.test(from) ? Number(from) : 0;
}

/** The rows from there on; `hrefOf` makes the address of another page, without a number for the first. */
export function paged<Row>(
  all: readonly Row[],
  asked: number,
  size: number,
  hrefOf: (from: string | undefined) => string,
): Paged<Row> {
  const from = asked < all.length ? asked : 0;
  const rows = all.slice(from, from + size);
  return { rows, pager: pagerOf({ from, shown: rows.length, total: all.length }, size, hrefOf) };
}

/** The links around rows that were read as one page of a list. */
export function pagerOf(
  { from, shown, total }: { from: number; shown: number; total: number },
  size: number,
  hrefOf: (from: string | undefined) => string,
): Paged<never>['pager'] {
  const start = (at: number) => hrefOf(at > 0 ? String(at) : undefined);
  return {
    words: `Rows ${total ? from + 1 : 0} to ${from + shown} of ${total}`,
    previousHref: from > 0 ? start(Math.max(0, from - size)) : undefined,
    nextHref: from + shown < total ? start(from + size) : undefined,
  };
}
