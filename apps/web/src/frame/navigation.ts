import { type RouteRegistry } from '../policy/route-registry';
import { paths } from '../paths';

/** One link of the line under the head of the page. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
  /** This very page, not one below it. */
  readonly exact: boolean;
  /** Only on a phone, where the search box has no room. */
  readonly phone: boolean;
}

interface Place {
  readonly text: string;
  readonly href: string;
  readonly also?: readonly string[];
  readonly phone?: boolean;
  /** Left out for people who may go there: they find it on that page. */
  readonly unless?: string;
}

const PLACES: readonly Place[] = [
  { text: 'My work', href: paths.myWork },
  { text: 'Cases', href: paths.cases, also: ['/children'] },
  { text: 'Year 6 places', href: paths.cohort },
  { text: 'Unit places', href: paths.units.list },
  { text: 'Hub places', href: paths.hubs.list, unless: paths.units.list },
  { text: 'Panels', href: paths.panels.list, also: ['/sittings'] },
  { text: 'Exclusions', href: paths.exclusions.list },
  { text: 'Boards', href: paths.boards },
  { text: 'Forecasts', href: paths.forecast.backTest, unless: paths.boards },
  {
    text: 'Annual reviews',
    href: paths.reviews.home,
    also: [paths.reviews.transfers],
    unless: paths.boards,
  },
  { text: 'Published figures', href: paths.published.home, unless: paths.boards },
  { text: 'Returns', href: paths.returns.home },
  { text: 'Messages', href: paths.messages },
  { text: 'Access', href: paths.recordAccess },
  { text: 'Imports', href: paths.imports },
  { text: 'Admin', href: paths.admin.home },
  { text: 'Settings', href: paths.admin.settings, unless: paths.admin.home },
  { text: 'Find', href: paths.search, phone: true },
];

/** The places this person may go: only pages that exist, that their roles open and that are not closed to this person. */
export function navigationFor(
  routes: RouteRegistry,
  roles: readonly string[],
  path: string,
  closed: readonly string[] = [],
): NavigationItem[] {
  const mayGo = (href: string) => routes.mayOpen(href, roles) && !closed.includes(href);
  return PLACES.filter(({ href, unless }) => mayGo(href) && !(unless && mayGo(unless))).map(
    ({ text, href, also = [], phone = false }) => ({
      text,
      href,
      phone,
      current: [href, ...also].some((place) => path === place || path.startsWith(`${place}/`)),
      exact: path === href,
    }),
  );
}
