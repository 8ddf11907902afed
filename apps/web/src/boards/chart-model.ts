import {
  countsOf,
  type LegFigures,
  legFigures,
  STATUSES,
  type Tallied,
  WEEK_COLUMNS,
} from '@app/reporting';
import { paths } from '../paths';
import { type BoardAsked, boardHref } from './board-asked';
import { legCharts } from './leg-chart';

/** The chart with its headline, key, and the same figures as a table in which each number opens its cases. */
export function chartModel(shown: readonly Tallied[], asked: BoardAsked) {
  const legs = legFigures(shown);
  const counts = countsOf(shown);
  return {
    headline: chartHeadline(legs, counts.breached + counts.at_risk),
    key: (['breached', 'at_risk', 'on_time'] as const).map((status) => ({
      status,
      text: `${STATUSES[status]} (${counts[status]})`,
    })),
    ...legCharts(legs),
    columns: WEEK_COLUMNS.map(({ key }) => key),
    table: legs.map((leg) => ({
      label: leg.label,
      usual: `Weeks ${leg.usual[0]} to ${leg.usual[1]}`,
      totals: [leg.open, leg.breached, leg.at_risk, leg.on_time].map((count, index) =>
        cell(
          count,
          boardHref(paths.board.list, asked, {
            leg: leg.key,
            status: [undefined, 'breached', 'at_risk', 'on_time'][index] ?? asked.filter.status,
          }),
        ),
      ),
      weeks: WEEK_COLUMNS.map(({ key }) =>
        cell(
          columnCount(leg, key),
          boardHref(paths.board.list, asked, { leg: leg.key, weeks: key }),
        ),
      ),
    })),
  };
}

const cell = (count: number, href: string) => ({ count, href: count ? href : undefined });
const columnCount = ({ weeks }: LegFigures, key: string) =>
  weeks.filter((it) => it.weeks === key).reduce((sum, { count }) => sum + count, 0);

const WAITING_FOR: Readonly<Record<string, string>> = {
  decide_assess: 'waiting for the decision whether to assess',
  advice: 'waiting for advice',
  decide_plan: 'waiting for the decision on a plan',
  draft: 'waiting for a draft plan',
  final: 'waiting for the family’s views or the final plan',
};

function chartHeadline(legs: readonly LegFigures[], troubled: number): string {
  if (!troubled) return 'Every assessment is on time';
  const worst = [...legs].sort((a, b) => b.breached + b.at_risk - (a.breached + a.at_risk))[0];
  const count = worst ? worst.breached + worst.at_risk : 0;
  const doing = WAITING_FOR[worst?.key ?? 'advice'];
  if (troubled === 1) return `The one late or at-risk assessment is ${doing}`;
  if (count === troubled) return `All ${troubled} late or at-risk assessments are ${doing}`;
  return `${count} of the ${troubled} late or at-risk assessments ${count === 1 ? 'is' : 'are'} ${doing}`;
}
