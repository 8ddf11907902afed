import { isOwnPath } from '../page';
import { paths } from '../paths';
import { type FormBody } from '../forms/form-body';
import { one, several } from '../safety/one-value';

/** What a form about several cases carries from page to page. */
export interface BulkAsked {
  readonly references: readonly string[];
  readonly type: string;
  /** The list it came from: where it goes back to. */
  readonly from: string;
  /** Answers that are settled already, such as whose advice is chased. */
  readonly fixed: Readonly<Record<string, string>>;
}

const REFERENCE = /^[A-Z0-9]{1,5}-\d{1,9}$/;
const TYPE = /^[A-Z_]{3,60}$/;
const FIXED = 'fixed.';

/** Reads it back; what is not a case number is left out. */
export function bulkAsked(body: FormBody, given: Partial<BulkAsked> = {}): BulkAsked {
  const type = one(body, 'event') ?? '';
  const from = one(body, 'from') ?? '';
  return {
    references: several(body, 'case').filter((reference) => REFERENCE.test(reference)),
    type: TYPE.test(type) ? type : '',
    from: isOwnPath(from) ? from : paths.home,
    fixed: Object.fromEntries(
      Object.keys(body)
        .filter((name) => name.startsWith(FIXED))
        .map((name) => [name.slice(FIXED.length), one(body, name) ?? '']),
    ),
    ...given,
  };
}

/** The answers as hidden fields of the next form, whatever their names; what the page itself carries is left out. */
export function carried(body: FormBody): { name: string; value: string }[] {
  const own = ['_csrf', 'case', 'event', 'from', 'act', 'seen', 'key'];
  return Object.entries(body)
    .filter(([name]) => !own.includes(name))
    .flatMap(([name, value]) =>
      [value].flat().map((each) => ({ name, value: typeof each === 'string' ? each : '' })),
    );
}

/** The settled answers under the names that the event's fields have. */
export function withFixed(body: FormBody, { fixed }: BulkAsked): FormBody {
  return { ...body, ...fixed };
}
