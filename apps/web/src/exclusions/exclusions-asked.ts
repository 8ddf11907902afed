import { type Role } from '@app/pathways';
import { type RegisteredExclusion } from '@app/reporting';
import { paths } from '../paths';
import { one } from '../safety/one-value';

/** Those who hear of exclusions and act on them. */
export const EXCLUSION_ROLES: readonly Role[] = [
  'send_manager',
  'panel_coordinator',
  'panel_chair',
  'saso',
  'ehc_officer',
  'virtual_school',
];

/** Those who see every exclusion, and so also what schools sent and nobody has recorded. */
const WHOLE: readonly Role[] = ['send_manager', 'panel_coordinator', 'panel_chair'];

export const seesAll = (roles: readonly Role[]) => roles.some((role) => WHOLE.includes(role));

type Test = (exclusion: RegisteredExclusion) => boolean;

/** Views of the register: each number opens the rows it counts, and has its definition beside it. */
export const VIEWS: Readonly<Record<string, { text: string; means: string; has: Test }>> = {
  open: {
    text: 'Open',
    means: 'Something is still to be decided, or to be asked for.',
    has: ({ open }) => open,
  },
  no_education: {
    text: 'Without education',
    means: 'Open permanent exclusions for which no full-time education is recorded.',
    has: ({ open, kind, standing, educationOn }) =>
      open && kind === 'permanent' && standing && !educationOn,
  },
  permanent: {
    text: 'Permanent, standing',
    means:
      'Permanent exclusions of the last 400 days that were not cancelled, quashed or reversed.',
    has: ({ kind, standing }) => kind === 'permanent' && standing,
  },
  gone: {
    text: 'No longer stand',
    means: 'Cancelled by the head, quashed by a panel, or not upheld. They are in no other count.',
    has: ({ standing }) => !standing,
  },
  all: { text: 'All', means: 'All that are open or ended in the last 400 days.', has: () => true },
};

/** The view that the address asks for; the open ones where it makes no sense. */
export function viewAsked(query: unknown): string {
  const view = one(query, 'view');
  return view && Object.hasOwn(VIEWS, view) ? view : 'open';
}

export const exclusionsHref = (view: string, path: string = paths.exclusions.list) =>
  view === 'open' ? path : `${path}?view=${view}`;
