import { ADVISERS, ehcPolicy } from '@app/pathways';
import {
  type BoardStatus,
  type LegKey,
  type StandingAssessment,
  type WaitsFor,
} from './open-assessment';

/** Which open assessments are asked for; empty means all. */
export interface BoardFilter {
  readonly leg?: LegKey;
  readonly team?: string;
  /** First half of the postcode of the school, or 'none' for children without one. */
  readonly area?: string;
  /** An officer's id, or 'none' for those without one. */
  readonly officer?: string;
  readonly waits?: WaitsFor;
  readonly status?: BoardStatus;
  /** One column of the chart. */
  readonly weeks?: string;
}

export const LEGS = Object.fromEntries(
  ehcPolicy.legs.map(({ key, label }) => [key, label]),
) as Readonly<Record<LegKey, string>>;

export const STATUSES: Readonly<Record<BoardStatus, string>> = {
  breached: 'Breached',
  at_risk: 'At risk',
  on_time: 'On time',
};

export const WAITS: Readonly<Record<WaitsFor, string>> = {
  ...ADVISERS,
  panel: 'A decision',
  officer: 'Our own next step',
  family: 'The family',
  settings: 'Consulted schools',
  tribunal: 'Mediation or the Tribunal',
};

/** One column of the chart: a week, or the weeks lumped together after the 20. */
export interface WeekColumn {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const single = Array.from({ length: 20 }, (_, at) => ({
  key: String(at + 1),
  from: at + 1,
  to: at + 1,
}));

export const WEEK_COLUMNS: readonly WeekColumn[] = [
  ...single,
  { key: '21+', from: 21, to: 24 },
  { key: '25+', from: 25, to: 30 },
  { key: '31+', from: 31, to: Number.POSITIVE_INFINITY },
];

/** The assessments that a filter lets through, in their order. */
export function filtered<Row extends StandingAssessment>(
  open: readonly Row[],
  filter: BoardFilter,
): Row[] {
  const column = WEEK_COLUMNS.find(({ key }) => key === filter.weeks);
  return open.filter(
    (it) =>
      (!filter.leg || it.leg === filter.leg) &&
      (!filter.team || (it.teamId ?? 'none') === filter.team) &&
      (!filter.area || (it.area ?? 'none') === filter.area) &&
      (!filter.officer || (it.ownerId ?? 'none') === filter.officer) &&
      (!filter.waits || it.waitsFor.includes(filter.waits)) &&
      (!filter.status || it.status === filter.status) &&
      (!column || (it.week >= column.from && it.week <= column.to)),
  );
}
