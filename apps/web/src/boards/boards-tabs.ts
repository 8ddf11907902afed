import { paths } from '../paths';
import { type RouteRegistry } from '../policy/route-registry';

const TABS = [
  ['20-week clock', paths.boards],
  ['Open assessments', paths.board.list],
  ['Advice', paths.board.advice],
  ['Plans sent', paths.board.plans],
  ['Annual reviews', paths.reviews.home],
  ['Workload', paths.board.workload],
  ['Published figures', paths.published.home],
  ['Forecast', paths.forecast.assessments],
  ['What if', paths.whatIf],
] as const;

/** The boards that this person may open, as tabs. */
export function boardTabs(
  routes: RouteRegistry,
  roles: readonly string[],
  current: string,
): { text: string; href: string; current: boolean }[] {
  return TABS.filter(([, href]) => routes.mayOpen(href, roles)).map(([text, href]) => ({
    text,
    href,
    current: href === current,
  }));
}
