import { type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { type Cadence } from '../pure/terms';

/** A sitting as the terms and the calendar want it. */
export interface WantedSitting {
  /** The day that the series names. */
  readonly plannedFor: CalendarDay;
  readonly sitsOn: CalendarDay;
  /** Why it does not sit on the day that the series names. */
  readonly movedBecause: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly papersDueAt: Date;
  readonly papersOutAt: Date;
  /** How far, in days, this series moves a sitting that stands already. */
  readonly reach: number;
}

/** A sitting as it stands. */
export interface StandingSitting extends Omit<WantedSitting, 'reach'> {
  readonly id: string;
  /** Nobody has prepared it, put anything on it or moved it by hand: the series may move it. */
  readonly isFree: boolean;
  /** It was held or called off by a person, or is an extra one: it only keeps its day. */
  readonly isExtra: boolean;
}

/** One sitting that changes. */
export interface SeriesMove {
  readonly from: StandingSitting;
  readonly to: WantedSitting;
  /** Why, as a code; undefined where only papers or times change. */
  readonly because: string | undefined;
}

/** What the series changes about the sittings ahead. */
export interface SeriesPlan {
  readonly add: readonly WantedSitting[];
  readonly move: readonly SeriesMove[];
  readonly callOff: readonly StandingSitting[];
}

/** How far a sitting may move to a new day of its series before it is another sitting. */
export const REACH: Readonly<Record<Cadence['every'], number>> = {
  week: 4,
  fortnight: 6,
  month: 15,
  six_school_weeks: 21,
  dates: 21,
};

/**
 * Compares the sittings that stand with those that are wanted. A sitting keeps its identity when its series moves it,
 * so that calendars follow; what people have touched stays where it is and takes the place of the wanted one. Pure.
 */
export function planSeries(
  standing: readonly StandingSitting[],
  wanted: readonly WantedSitting[],
): SeriesPlan {
  const series = standing.filter(({ isExtra }) => !isExtra);
  const pairs = new Map<StandingSitting, WantedSitting>();
  const taken = new Set<WantedSitting>();
  const pair = (one: StandingSitting, other: WantedSitting | undefined) => {
    if (!other) return;
    pairs.set(one, other);
    taken.add(other);
  };
  const busy = new Set(standing.filter(({ isFree }) => !isFree).map(({ sitsOn }) => sitsOn));
  const open = () => wanted.filter((each) => !taken.has(each) && !busy.has(each.sitsOn));
  for (const each of series)
    pair(
      each,
      wanted.find((it) => it.plannedFor === each.plannedFor),
    );
  for (const each of series) if (!pairs.has(each)) pair(each, nearest(each, open()));
  return {
    add: open(),
    move: [...pairs]
      .filter(([from, to]) => from.isFree && differs(from, to))
      .map(([from, to]) => ({ from, to, because: whyMoved(from, to) })),
    callOff: series.filter((each) => each.isFree && !pairs.has(each)),
  };
}

function nearest(
  { plannedFor }: StandingSitting,
  wanted: readonly WantedSitting[],
): WantedSitting | undefined {
  const far = (each: WantedSitting) => Math.abs(daysBetween(plannedFor, each.plannedFor));
  return wanted
    .filter((each) => far(each) <= each.reach)
    .sort((a, b) => far(a) - far(b) || (a.plannedFor < b.plannedFor ? -1 : 1))[0];
}

function differs(from: StandingSitting, to: WantedSitting): boolean {
  return (
    from.plannedFor !== to.plannedFor ||
    isMoved(from, to) ||
    from.movedBecause !== to.movedBecause ||
    from.papersDueAt.getTime() !== to.papersDueAt.getTime() ||
    from.papersOutAt.getTime() !== to.papersOutAt.getTime()
  );
}

/** Whether calendars must hear of it: another day, start or end. */
export function isMoved(
  from: Pick<WantedSitting, 'startsAt' | 'minutes'>,
  to: Pick<WantedSitting, 'startsAt' | 'minutes'>,
): boolean {
  return from.startsAt.getTime() !== to.startsAt.getTime() || from.minutes !== to.minutes;
}

function whyMoved(from: StandingSitting, to: WantedSitting): string | undefined {
  if (from.sitsOn === to.sitsOn) return undefined;
  if (from.plannedFor !== to.plannedFor) return 'TERMS_CHANGED';
  return to.movedBecause ?? 'CALENDAR_CHANGED';
}

const MOVED: Readonly<Record<string, string>> = {
  BANK_HOLIDAY: 'a bank holiday',
  SCHOOL_HOLIDAY: 'school holidays',
  COUNCIL_CLOSED: 'the council is closed',
  WEEKEND: 'a weekend',
  TERMS_CHANGED: 'the terms of the panel changed',
  CALENDAR_CHANGED: 'the calendar changed',
};

/** Why a sitting moved, in words: of the series, or those of the person who moved it. */
export const movedWords = (because: string) => MOVED[because] ?? because;
