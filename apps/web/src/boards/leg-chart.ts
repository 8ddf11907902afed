import { type LegFigures, STATUSES, WEEK_COLUMNS } from '@app/reporting';

/** A bar, or the part of a bar that has one status. All numbers are units of the drawing. */
export interface ChartBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly status: string;
}

/** One leg in the drawing. */
export interface ChartRow {
  readonly label: string;
  readonly open: string;
  readonly late: readonly string[];
  readonly nameY: number;
  readonly baseline: number;
  readonly ground: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly bars: readonly ChartBar[];
  readonly counts: readonly { readonly x: number; readonly y: number; readonly count: number }[];
}

/** A drawing in one of the two widths. */
export interface LegChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly limitX: number;
  readonly limitTop: number;
  readonly axisY: number;
  readonly rows: readonly ChartRow[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

interface Shape {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly row: number;
  readonly tallest: number;
  readonly ticks: readonly string[];
  readonly nameAbove: boolean;
}

const WIDE: Shape = {
  width: 1220,
  left: 224,
  right: 1092,
  top: 26,
  row: 66,
  tallest: 36,
  ticks: WEEK_COLUMNS.map(({ key }) => key),
  nameAbove: false,
};
const NARROW: Shape = {
  width: 360,
  left: 2,
  right: 356,
  top: 4,
  row: 66,
  tallest: 34,
  ticks: ['1', '4', '8', '12', '16', '20', '31+'],
  nameAbove: true,
};
const GAP = 3;
const WEEKS_OF_LAW = 20;

/** The five legs on one axis of weeks, drawn wide and narrow; one scale for all rows. */
export function legCharts(legs: readonly LegFigures[]): {
  wide: LegChart;
  narrow: LegChart;
  sentences: string[];
} {
  return { wide: drawn(legs, WIDE), narrow: drawn(legs, NARROW), sentences: legs.map(sentenceOf) };
}

function drawn(legs: readonly LegFigures[], shape: Shape): LegChart {
  const { width, left, right, top, row, tallest } = shape;
  const pitch = (right - left) / WEEK_COLUMNS.length;
  const most = Math.max(
    1,
    ...legs.flatMap((leg) => WEEK_COLUMNS.map(({ key }) => inColumn(leg, key))),
  );
  const rows = legs.map((leg, index) =>
    rowOf(leg, { shape, pitch, baseline: top + (index + 1) * row - 8, unit: tallest / most }),
  );
  const axisY = top + legs.length * row + 12;
  const ticks = WEEK_COLUMNS.flatMap(({ key }, index) =>
    shape.ticks.includes(key) ? [{ x: round(left + (index + 0.5) * pitch), text: key }] : [],
  );
  return {
    width,
    height: axisY + 8,
    left,
    right,
    limitX: round(left + WEEKS_OF_LAW * pitch - GAP / 2),
    limitTop: shape.nameAbove ? top + 20 : top - 6,
    axisY,
    rows,
    ticks,
  };
}

function rowOf(
  leg: LegFigures,
  { shape, pitch, baseline, unit }: { shape: Shape; pitch: number; baseline: number; unit: number },
): ChartRow {
  const at = (index: number) => round(shape.left + index * pitch + GAP / 2);
  const bars: ChartBar[] = [];
  const counts: { x: number; y: number; count: number }[] = [];
  WEEK_COLUMNS.forEach(({ key }, index) => {
    let y = baseline;
    for (const { status, count } of leg.weeks.filter(({ weeks }) => weeks === key)) {
      const height = round(Math.max(2, count * unit));
      y = round(y - height);
      bars.push({ x: at(index), y, width: round(pitch - GAP), height, status });
    }
    const count = inColumn(leg, key);
    if (count) counts.push({ x: round(shape.left + (index + 0.5) * pitch), y: y - 4, count });
  });
  const [from, to] = leg.usual;
  const ground = {
    x: at(from - 1),
    y: baseline - shape.tallest - 6,
    width: round((to - from + 1) * pitch - GAP),
    height: shape.tallest + 6,
  };
  return {
    label: leg.label,
    open: `${leg.open} open`,
    late: lateWords(leg),
    nameY: shape.nameAbove ? baseline - shape.tallest - 12 : baseline - 20,
    baseline,
    ground,
    bars,
    counts,
  };
}

function lateWords({ breached, at_risk: atRisk }: LegFigures): string[] {
  return [breached ? `${breached} breached` : '', atRisk ? `${atRisk} at risk` : ''].filter(
    Boolean,
  );
}

const inColumn = ({ weeks }: LegFigures, key: string) =>
  weeks.filter((it) => it.weeks === key).reduce((sum, { count }) => sum + count, 0);
const round = (number: number) => Math.round(number * 10) / 10;

/** A row of the drawing as a sentence, for those who do not see it. */
function sentenceOf({ label, open, weeks, usual, ...counts }: LegFigures): string {
  if (!open) return `${label}: none open.`;
  const parts = (['breached', 'at_risk', 'on_time'] as const)
    .filter((status) => counts[status])
    .map((status) => `${counts[status]} ${STATUSES[status].toLowerCase()}`);
  const most = [...new Set(weeks.map((it) => it.weeks))]
    .map((key) => ({
      key,
      count: weeks.filter((it) => it.weeks === key).reduce((sum, it) => sum + it.count, 0),
    }))
    .sort((a, b) => b.count - a.count)[0];
  const peak = most && most.count > 1 ? ` Most, ${most.count}, are in week ${most.key}.` : '';
  return `${label}: ${open} open, ${parts.join(', ')}.${peak} Usually done in weeks ${usual[0]} to ${usual[1]}.`;
}
