import {
  behindNumber,
  type CohortChild,
  inView,
  type Looking,
  VIEWS,
  type ViewKey,
} from '@app/placements';
import { fromAsked } from '../boards/paging';
import { paths } from '../paths';
import { one } from '../safety/one-value';

/** What the address of the cohort page asks for. */
export interface CohortAsked {
  readonly cohort: string | undefined;
  readonly view: ViewKey;
  /** A number of the page that was opened: a step of the funnel, or the agreed places. */
  readonly number: string | undefined;
  readonly worker: string | undefined;
  /** Tick every row. */
  readonly chooseAll: boolean;
  /** The first row to show, from 0. */
  readonly start: number;
}

const COHORT = /^\d{4}$/;
const NUMBER = /^[a-z-]{3,20}$/;
const ID = /^[0-9a-f-]{36}$/;

/** Reads the query of the page; what makes no sense is left out. */
export function cohortAsked(query: unknown): CohortAsked {
  const fits = (name: string, form: RegExp) => {
    const value = one(query, name);
    return value && form.test(value) ? value : undefined;
  };
  const view = one(query, 'view');
  const number = fits('number', NUMBER);
  return {
    cohort: fits('cohort', COHORT),
    view:
      view && view in VIEWS ? (view as ViewKey) : number || one(query, 'worker') ? 'all' : 'needs',
    number,
    worker: fits('worker', ID),
    chooseAll: one(query, 'chosen') === 'all',
    start: fromAsked(query),
  };
}

/** The rows of the page: the same for screen, download and bulk bar. */
export function rowsAsked(
  children: readonly CohortChild[],
  { view, number, worker }: CohortAsked,
  looking: Looking,
): CohortChild[] {
  const rows = number ? behindNumber(children, number) : inView(children, view, looking);
  return worker
    ? rows.filter(
        ({ workerId, work, open }) => workerId === worker && open && work !== 'monitoring',
      )
    : rows;
}

/** The address of the page with what is asked for and something changed. */
export function cohortHref(asked: Partial<CohortAsked>, path: string = paths.cohort): string {
  const { cohort, view, number, worker, chooseAll, start } = asked;
  const query = Object.entries({
    cohort,
    view: number || worker ? undefined : view,
    number,
    worker,
    chosen: chooseAll ? 'all' : undefined,
    from: start ? String(start) : undefined,
  });
  const given = query.flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return given.length ? `${path}?${given.join('&')}` : path;
}
