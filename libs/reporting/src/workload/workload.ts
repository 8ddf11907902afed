import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { compared } from '../board/judged';
import { unitsOf, type Weighed } from './workload-units';

/** How long ago the last step was taken, in working days. */
export const AGE_BANDS = {
  b0: { label: '0 to 5', to: 5 },
  b6: { label: '6 to 10', to: 10 },
  b11: { label: '11 to 20', to: 20 },
  b21: { label: 'Over 20', to: Number.POSITIVE_INFINITY },
} as const;
export type AgeBand = keyof typeof AGE_BANDS;

/** An open case as workload reads it. */
export interface WorkloadRow extends Weighed {
  readonly caseId: string;
  readonly reference: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly teamName: string | null;
  /** The day of the last step that a person recorded. */
  readonly steppedOn: CalendarDay;
  /** Open dates set by law that have passed and are ours to keep. */
  readonly late: number;
}

/** The same, judged on a day. */
export interface WorkloadCase extends WorkloadRow {
  readonly days: number;
  readonly band: AgeBand;
  readonly units: number;
}

/** What one officer holds; undefined as id: cases that nobody holds. */
export interface WorkloadLine {
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly teamName: string | null;
  readonly open: number;
  readonly bands: Readonly<Record<AgeBand, number>>;
  /** Cases with a date of law that has passed. */
  readonly late: number;
  readonly units: number;
}

/** Counts the working days since the last step of each case; the longest untouched come first. */
export function workloadOn(
  rows: readonly WorkloadRow[],
  today: CalendarDay,
  calendar: Calendar,
): WorkloadCase[] {
  const since = new Map<CalendarDay, number>();
  const daysSince = (day: CalendarDay) => {
    const days = since.get(day) ?? Math.max(0, calendar.workingDaysBetween(day, today));
    since.set(day, days);
    return days;
  };
  return rows
    .map((row) => {
      const days = daysSince(row.steppedOn);
      return Object.assign({}, row, { days, band: bandOf(days), units: unitsOf(row) });
    })
    .sort((a, b) => b.days - a.days || compared(a.reference, b.reference));
}

/** The band of so many working days. */
export function bandOf(days: number): AgeBand {
  const bands = Object.keys(AGE_BANDS) as AgeBand[];
  return bands.find((band) => days <= AGE_BANDS[band].to) ?? 'b21';
}

/** Which cases are asked for; empty means all. */
export interface WorkloadFilter {
  /** An officer's id, or 'none' for cases that nobody holds. */
  readonly officer?: string | undefined;
  readonly band?: AgeBand | undefined;
  readonly late?: boolean | undefined;
  readonly pathway?: string | undefined;
}

/** The cases that a filter lets through, in their order. */
export function workloadShown(
  cases: readonly WorkloadCase[],
  { officer, band, late, pathway }: WorkloadFilter,
): WorkloadCase[] {
  return cases.filter(
    (it) =>
      (!officer || (it.ownerId ?? 'none') === officer) &&
      (!band || it.band === band) &&
      (!late || it.late > 0) &&
      (!pathway || it.pathway === pathway),
  );
}

/** One line for each officer, the one with most late cases first; cases without an officer stand at the top. */
export function workloadLines(cases: readonly WorkloadCase[]): WorkloadLine[] {
  const held = new Map<string | null, WorkloadCase[]>();
  for (const it of cases) held.set(it.ownerId, [...(held.get(it.ownerId) ?? []), it]);
  return [...held.values()].map(lineOf).sort(mostLateFirst);
}

/** The figures of a set of cases; who holds them is taken from the first. */
export function lineOf(cases: readonly WorkloadCase[]): WorkloadLine {
  const inBand = (band: AgeBand) => cases.filter((it) => it.band === band).length;
  const [first] = cases;
  return {
    ownerId: first?.ownerId ?? null,
    ownerName: first?.ownerName ?? null,
    teamName: first?.teamName ?? null,
    open: cases.length,
    bands: { b0: inBand('b0'), b6: inBand('b6'), b11: inBand('b11'), b21: inBand('b21') },
    late: cases.filter(({ late }) => late > 0).length,
    units: Math.round(cases.reduce((sum, { units }) => sum + units, 0) * 100) / 100,
  };
}

function mostLateFirst(a: WorkloadLine, b: WorkloadLine): number {
  return (
    Number(a.ownerId !== null) - Number(b.ownerId !== null) ||
    b.late - a.late ||
    b.bands.b21 - a.bands.b21 ||
    b.units - a.units ||
    compared(a.ownerName ?? '', b.ownerName ?? '')
  );
}
