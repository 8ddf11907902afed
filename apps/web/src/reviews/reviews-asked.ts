import {
  AGE_GROUPS,
  type Dimension,
  DIMENSIONS,
  NEVER_HELD_STEPS,
  type RegisterFilter,
  REVIEW_STAGES,
  REVIEW_STATUSES,
  TRANSFER_GROUPS,
} from '@app/reporting';
import { type CalendarDay } from '@app/statutory-calendar';
import { boardAsked, boardHref } from '../boards/board-asked';
import { one } from '../safety/one-value';

/** What the address of a page of the register asks for. */
export interface ReviewsAsked {
  readonly filter: RegisterFilter;
  readonly by: Dimension;
  /** The day of the figures; undefined for today. */
  readonly on: CalendarDay | undefined;
  readonly typedDay: string | undefined;
  readonly problem: string | undefined;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  month: /^(earlier|\d{4}-\d{2})$/,
  school: /^(none|\d{6})$/,
  officer: /^(none|[0-9a-f-]{36})$/,
  year: /^-?\d{1,2}$/,
  long: /^yes$/,
};
const KNOWN: Readonly<Record<string, object>> = {
  stage: REVIEW_STAGES,
  status: REVIEW_STATUSES,
  step: NEVER_HELD_STEPS,
  group: AGE_GROUPS,
  transfer: TRANSFER_GROUPS,
};

/** Reads the query; what makes no sense is left out, except a day: that is answered in words. */
export function reviewsAsked(query: unknown, today: CalendarDay): ReviewsAsked {
  const { on, typedDay, problem } = boardAsked(query, today);
  const given = [
    ...Object.entries(FORMS).map(([name, form]) => [name, form.test(one(query, name) ?? '')]),
    ...Object.entries(KNOWN).map(([name, all]) => [
      name,
      Object.hasOwn(all, one(query, name) ?? ''),
    ]),
  ] as [string, boolean][];
  const filter = Object.fromEntries(
    given.flatMap(([name, fits]) => (fits ? [[name, one(query, name)]] : [])),
  ) as RegisterFilter;
  const by = one(query, 'by');
  return {
    filter,
    by: by && Object.hasOwn(DIMENSIONS, by) ? (by as Dimension) : 'month',
    on,
    typedDay,
    problem,
  };
}

/** An address with what is asked for, and something changed. */
export const reviewsHref = (
  path: string,
  { filter, on }: Pick<ReviewsAsked, 'filter' | 'on'>,
  more: Readonly<Record<string, string | undefined>> = {},
) => boardHref(path, { filter: {}, on }, { ...filter, ...more });
