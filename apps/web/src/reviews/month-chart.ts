import { type RegisterCount, type ReviewStatus } from '@app/reporting';
import { monthWords } from './register-model';

/** One column of the chart, or a part of it. */
interface Bar {
  readonly status: ReviewStatus;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One drawing: bars on a line, a total above each column and the name of some months below. */
export interface MonthDrawing {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly bars: readonly Bar[];
  readonly totals: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly names: readonly { readonly x: number; readonly text: string }[];
}

const ORDER: readonly ReviewStatus[] = ['late', 'at_risk', 'on_time'];
const TALLEST = 120;
const ABOVE = 16;
const BELOW = 20;
const SHARE = 0.86;

/** The plans by the month in which their review is due. */
export function monthChart(counts: readonly RegisterCount[]) {
  const keys = [...new Set(counts.map(({ key }) => key))].sort((a, b) =>
    (a === 'earlier' ? '0' : a).localeCompare(b === 'earlier' ? '0' : b),
  );
  if (keys.length < 2) return undefined;
  return {
    wide: drawn(keys, counts, { width: 1160, everyName: 2 }),
    narrow: drawn(keys, counts, { width: 360, everyName: 6 }),
    sentence: `From ${nameOf(keys[0]!)} to ${nameOf(keys.at(-1)!)}. The table below has the same figures.`,
  };
}

function drawn(
  keys: readonly string[],
  counts: readonly RegisterCount[],
  { width, everyName }: { readonly width: number; readonly everyName: number },
): MonthDrawing {
  const step = width / keys.length;
  const most = Math.max(1, ...keys.map((key) => totalOf(counts, key)));
  const baseline = ABOVE + TALLEST;
  const tall = (count: number) => Math.round((count / most) * TALLEST * 10) / 10;
  const at = (index: number) => Math.round((index * step + (step * (1 - SHARE)) / 2) * 10) / 10;
  const middle = (index: number) => Math.round((index + 0.5) * step);
  return {
    width,
    height: baseline + BELOW,
    baseline,
    bars: keys.flatMap((key, index) => {
      let y = baseline;
      return ORDER.flatMap((status) => {
        const height = tall(totalOf(counts, key, status));
        y = Math.round((y - height) * 10) / 10;
        const bar = { status, x: at(index), y, width: Math.round(step * SHARE * 10) / 10, height };
        return height ? [bar] : [];
      });
    }),
    totals: keys.map((key, index) => ({
      x: middle(index),
      y: baseline - tall(totalOf(counts, key)) - 4,
      text: String(totalOf(counts, key)),
    })),
    names: keys.flatMap((key, index) =>
      index % everyName === 0 ? [{ x: middle(index), text: shortNameOf(key) }] : [],
    ),
  };
}

const totalOf = (counts: readonly RegisterCount[], key: string, status?: ReviewStatus) =>
  counts
    .filter((it) => it.key === key && (!status || it.status === status))
    .reduce((sum, { count }) => sum + count, 0);

const nameOf = (key: string) => (key === 'earlier' ? 'longer ago' : monthWords(key));

/** 'Feb 27' */
function shortNameOf(key: string): string {
  if (key === 'earlier') return 'Before';
  const [month = '', year = ''] = monthWords(key).split(' ');
  return `${month.slice(0, 3)} ${year.slice(2)}`;
}
