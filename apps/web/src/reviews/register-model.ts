import {
  type Dimension,
  DIMENSIONS,
  type RegisterCount,
  REVIEW_STAGES,
  type ReviewStage,
  type TimeCount,
} from '@app/reporting';
import { plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { yearWords } from './plan-words';
import { reviewsHref } from './reviews-asked';
import { type ReviewsSeen } from './reviews-read.service';

const STAGES = Object.keys(REVIEW_STAGES) as ReviewStage[];

interface Tally {
  readonly count: number;
  readonly href: string | undefined;
}

/** One line of the table: a month, a school, an officer or a year group. */
interface Line {
  readonly label: string;
  readonly stages: readonly Tally[];
  readonly late: Tally;
  readonly all: Tally;
  readonly neverHeld: number;
}

const sumOf = (counts: readonly RegisterCount[]) =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** The table of the page, with its totals; every number opens its plans. */
export function tableModel(seen: ReviewsSeen, counts: readonly RegisterCount[]) {
  const { by } = seen.asked;
  const keys = [...new Set(counts.map(({ key }) => key))];
  const lines = keys
    .map((key) => ({ key, counts: counts.filter((it) => it.key === key) }))
    .map(({ key, counts: own }) => ({
      key,
      ...lineOf(seen, labelOf(by, key, own), own, { [by]: key }),
    }));
  const most = Math.max(0, ...lines.map(({ neverHeld }) => neverHeld));
  return {
    by: DIMENSIONS[by],
    columns: STAGES.map((stage) => REVIEW_STAGES[stage]),
    lines: by === 'month' || by === 'year' ? lines.sort(inOrderOf(by)) : lines.sort(mostFirst),
    total: lineOf(seen, 'All', counts, {}),
    most,
  };
}

function lineOf(
  { asked }: ReviewsSeen,
  label: string,
  own: readonly RegisterCount[],
  more: Readonly<Record<string, string>>,
): Line {
  const tally = (
    counts: readonly RegisterCount[],
    narrower: Readonly<Record<string, string>>,
  ): Tally => {
    const count = sumOf(counts);
    const href = reviewsHref(paths.reviews.plans, asked, { ...more, ...narrower });
    return { count, href: count ? href : undefined };
  };
  const at = (stage: ReviewStage) => own.filter((it) => it.stage === stage);
  return {
    label,
    stages: STAGES.map((stage) => tally(at(stage), { stage })),
    late: tally(
      own.filter(({ status }) => status === 'late'),
      { status: 'late' },
    ),
    all: tally(own, {}),
    neverHeld: sumOf(at('never_held')),
  };
}

function labelOf(by: Dimension, key: string, [first]: readonly RegisterCount[]): string {
  if (by === 'year') return yearWords(Number(key));
  if (by !== 'month') return first?.name ?? (by === 'school' ? 'At no school' : 'No officer yet');
  return key === 'earlier' ? 'Longer ago' : monthWords(key);
}

/** 'February 2027' */
export const monthWords = (month: string) => plainDay(`${month}-01`).split(' ').slice(-2).join(' ');

const inOrderOf =
  (by: Dimension) =>
  (a: { key: string }, b: { key: string }): number =>
    by === 'year' ? Number(a.key) - Number(b.key) : rank(a.key).localeCompare(rank(b.key));
const rank = (key: string) => (key === 'earlier' ? '0' : key);
const mostFirst = (a: Line, b: Line) =>
  b.neverHeld - a.neverHeld || b.late.count - a.late.count || a.label.localeCompare(b.label);

/** The five figures at the head, each with its definition and the list behind it. */
export function headModel(
  seen: ReviewsSeen,
  counts: readonly RegisterCount[],
  times: readonly TimeCount[],
) {
  const { asked } = seen;
  const all = sumOf(counts);
  const never = counts.filter(({ stage }) => stage === 'never_held');
  const long = never.reduce((sum, it) => sum + it.long, 0);
  const late = counts.filter(({ status }) => status === 'late');
  const list = (more: Readonly<Record<string, string>>) =>
    reviewsHref(paths.reviews.plans, asked, more);
  const share = (part: number) => (all ? `${((part / all) * 100).toFixed(1)}% of plans` : '');
  return [
    {
      label: 'Plans in force',
      big: String(all),
      href: list({}),
      aside: '',
      means: 'Made or taken over, and not ended',
    },
    {
      label: 'Never held',
      big: String(sumOf(never)),
      href: list({ stage: 'never_held' }),
      aside: share(sumOf(never)),
      means: 'The 12 months are over and no review meeting was held.',
      more: long
        ? { text: `${long} for more than a year`, href: list({ stage: 'never_held', long: 'yes' }) }
        : undefined,
    },
    {
      label: 'Late now',
      big: String(sumOf(late)),
      href: list({ status: 'late' }),
      aside: share(sumOf(late)),
      means: 'Never held, or a decision or a changed plan is past its date',
    },
    timeFigure(
      seen,
      times,
      'decision',
      'Decided within 4 weeks',
      'Meetings whose 4 weeks ended in the last 12 months',
    ),
    timeFigure(
      seen,
      times,
      'amended',
      'Changed plan within 12 weeks',
      'Decisions to change a plan, 12 weeks from the meeting, ended in the last 12 months',
    ),
  ];
}

function timeFigure(
  { asked }: ReviewsSeen,
  times: readonly TimeCount[],
  time: TimeCount['time'],
  label: string,
  means: string,
) {
  const own = times.filter((it) => it.time === time);
  const all = own.reduce((sum, { count }) => sum + count, 0);
  const inTime = own.find(({ outcome }) => outcome === 'in')?.count ?? 0;
  const href = (outcome?: string) =>
    reviewsHref(paths.reviews.times, { filter: {}, on: asked.on }, { time, outcome });
  if (!all) return { label, big: 'None', href: href(), aside: '', means };
  return {
    label,
    big: `${((inTime / all) * 100).toFixed(1)}%`,
    href: href('in'),
    aside: `${inTime} of`,
    asideLink: { text: String(all), href: href() },
    means,
  };
}

/** The sentence under the title. */
export function registerLead(counts: readonly RegisterCount[]): string {
  const all = sumOf(counts);
  if (!all) return 'No plan is here. A final plan that is sent appears at once.';
  const never = sumOf(counts.filter(({ stage }) => stage === 'never_held'));
  if (!never) return 'Every plan was reviewed within its 12 months.';
  const unopened = never === 1 ? '1 review was' : `${never} reviews were`;
  return `${unopened} never held, of ${all} plans. Ask the schools, or arrange the meetings.`;
}
