import { ehcPolicy } from '@app/pathways';
import {
  type BoardStatus,
  type LegKey,
  type StandingAssessment,
  type WaitsFor,
} from './open-assessment';
import { WEEK_COLUMNS } from './board-filter';
import { compared } from './judged';

/** What figures count: one assessment, or `count` of them that stand alike. */
export interface Tallied {
  readonly leg: LegKey;
  readonly week: number;
  readonly status: BoardStatus;
  readonly count?: number;
}

const howMany = (tallied: readonly Tallied[]) =>
  tallied.reduce((sum, { count = 1 }) => sum + count, 0);

/** Counts by status; they add up to `open`. */
export interface StatusCounts {
  readonly open: number;
  readonly breached: number;
  readonly at_risk: number;
  readonly on_time: number;
}

/** One column of one leg. */
export interface WeekCount {
  readonly weeks: string;
  readonly status: BoardStatus;
  readonly count: number;
}

/** One row of the chart. */
export interface LegFigures extends StatusCounts {
  readonly key: LegKey;
  readonly label: string;
  /** First and last week in which this leg is usually done. */
  readonly usual: readonly [number, number];
  readonly weeks: readonly WeekCount[];
}

/** Counts of a set of assessments. */
export function countsOf(open: readonly Tallied[]): StatusCounts {
  const of = (status: BoardStatus) => howMany(open.filter((it) => it.status === status));
  return {
    open: howMany(open),
    breached: of('breached'),
    at_risk: of('at_risk'),
    on_time: of('on_time'),
  };
}

/** The five legs with their weeks; every assessment is in exactly one column. */
export function legFigures(open: readonly Tallied[]): LegFigures[] {
  return ehcPolicy.legs.map(({ key, label, usual }) => {
    const inLeg = open.filter(({ leg }) => leg === key);
    return {
      key,
      label,
      usual: [usual[0], usual[1]],
      ...countsOf(inLeg),
      weeks: weekCounts(inLeg),
    };
  });
}

function weekCounts(inLeg: readonly Tallied[]): WeekCount[] {
  return WEEK_COLUMNS.flatMap(({ key, from, to }) => {
    const here = inLeg.filter(({ week }) => week >= from && week <= to);
    return STATUS_ORDER.map((status) => ({
      weeks: key,
      status,
      count: howMany(here.filter((it) => it.status === status)),
    })).filter(({ count }) => count > 0);
  });
}

const STATUS_ORDER: readonly BoardStatus[] = ['on_time', 'at_risk', 'breached'];

/** What assessments wait for, told apart finely enough for a sentence: a service, or a step of one leg. */
export interface Holding {
  readonly waitsFor: WaitsFor;
  readonly leg: LegKey;
}

/** What the largest group of the breached assessments waits for; undefined when none is breached. */
export function mostHeldBy(open: readonly StandingAssessment[]): Holding | undefined {
  const groups = new Map<string, { holding: Holding; count: number }>();
  for (const { status, waitsFor, leg } of open) {
    if (status !== 'breached') continue;
    for (const who of waitsFor) {
      const key = who === 'officer' || who === 'panel' ? `${who} ${leg}` : who;
      groups.set(key, {
        holding: { waitsFor: who, leg },
        count: (groups.get(key)?.count ?? 0) + 1,
      });
    }
  }
  return [...groups].sort(([a, x], [b, y]) => y.count - x.count || compared(a, b))[0]?.[1].holding;
}
