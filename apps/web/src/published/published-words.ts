import { type Role } from '@app/pathways';
import { type Compared, type Table, TABLES } from '@app/reporting';
import { paths } from '../paths';
import { one } from '../safety/one-value';

/** Those who answer for the council’s figures. */
export const PUBLISHED_ROLES: readonly Role[] = ['send_manager', 'data_analyst'];

/** What each table of the release is about. */
export const TABLE_WORDS: Readonly<Record<Table, string>> = {
  requests: 'Requests',
  assessments: 'Assessments',
  timeliness_20_week: '20 weeks',
  newplans: 'New plans',
  sen_need_newplans: 'Needs of new plans',
  caseload: 'Plans in force',
  sen_needs_all_plans: 'Needs',
  annual_reviews: 'Annual reviews',
  ceased_plans: 'Ended plans',
};

/** The table that the address asks for; the 20 weeks where it names none. */
export function tableAsked(query: unknown): Table {
  const named = one(query, 'table');
  return TABLES.find((table) => table === named) ?? 'timeliness_20_week';
}

/** The children behind a figure; none where there is no child or the figure is worked out from others. */
export function behindHref({ figure, computed }: Compared): string | undefined {
  const isShare = /\.pc_|_pc$/i.test(figure) || figure.endsWith('_outstanding');
  return computed && !isShare ? `${paths.published.children}?figure=${figure}` : undefined;
}

/** A figure as people read it. */
export const numberWords = (value: number | null): string =>
  value === null ? 'Not given' : value.toLocaleString('en-GB');

/** Whether both say the same. */
export function verdict({ equal, why, published }: Compared): { kind: string; text: string } {
  if (equal === null)
    return { kind: 'none', text: published === null ? 'Not published' : 'Not recorded here' };
  if (equal) return { kind: 'met', text: 'The same' };
  return why
    ? { kind: 'excused', text: 'Different, for a known reason' }
    : { kind: 'met_late', text: 'Different' };
}
