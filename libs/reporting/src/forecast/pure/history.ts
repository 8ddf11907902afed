import { type CalendarDay } from '@app/statutory-calendar';

/** The legs of a process in their order. */
export interface Way {
  readonly legs: readonly string[];
  /** The leg in which several services are waited for at the same time. */
  readonly waitsIn?: number;
  /** The leg whose end has a day set in advance. */
  readonly plannedIn?: number;
}

/** Something asked of a service; still awaited where it has no end. */
export interface Asked {
  readonly service: string;
  readonly askedOn: CalendarDay;
  readonly inOn: CalendarDay | null;
}

/** A day set for something, and when that was said. */
export interface Planned {
  readonly saidOn: CalendarDay;
  readonly forOn: CalendarDay;
}

/** What happened to one case, told by days: no name, no number, nothing of a person. */
export interface History {
  /** First day in each leg, in their order; null where it has not come so far, or went past it. */
  readonly entered: readonly (CalendarDay | null)[];
  /** How it was over: with what the law asks for, or without. */
  readonly over: { readonly on: CalendarDay; readonly how: 'finished' | 'ended' } | null;
  readonly asked: readonly Asked[];
  readonly planned: readonly Planned[];
}

/** Where a case stands: the furthest leg it has come to, and since when. */
export interface Standing {
  readonly leg: number;
  readonly since: CalendarDay;
}

/** The same history as it was at the end of a day: what came later is not in it. */
export function knownOn({ entered, over, asked, planned }: History, day: CalendarDay): History {
  return {
    entered: entered.map((on) => upTo(on, day)),
    over: over && over.on <= day ? over : null,
    asked: asked
      .filter(({ askedOn }) => askedOn <= day)
      .map((each) => ({ ...each, inOn: upTo(each.inOn, day) })),
    planned: planned.filter(({ saidOn }) => saidOn <= day),
  };
}

/** Undefined for one that has not begun or is over. */
export function standingOf({ entered, over }: History): Standing | undefined {
  if (over) return undefined;
  const leg = entered.findLastIndex((on) => on !== null);
  const since = entered[leg];
  return since ? { leg, since } : undefined;
}

/** The first day on record; the days of a forecast count from it. */
export function startedOn({ entered }: History): CalendarDay | undefined {
  return entered.find((on) => on !== null) ?? undefined;
}

/** The day on which a leg was left: the first day in a later one, or the end of all. */
export function leftOn({ entered, over }: History, leg: number): CalendarDay | null {
  return entered.slice(leg + 1).find((on) => on !== null) ?? over?.on ?? null;
}

const upTo = (on: CalendarDay | null, day: CalendarDay) => (on !== null && on <= day ? on : null);
