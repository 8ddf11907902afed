import { type Clock, NotAllowedNow, type Pathway } from '@app/pathways';
import {
  addDays,
  type Calendar,
  type CalendarDay,
  isCalendarDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type HistoryRow } from '../history';
import { replayed } from '../replay-history';

/** The one fact that a date stands on: the day of an entry, or a day that its answers name. */
export interface Fact {
  readonly version: number;
  /** The answer that names the day; undefined for the day of the entry itself. */
  readonly field?: string;
}

/** A fact, and every clock that has another day once it is put right. */
export interface Hanging {
  readonly fact: Fact;
  readonly clocks: readonly Clock[];
}

/** A history as it is known, and what it was counted in. */
export interface Told {
  readonly pathway: Pathway;
  readonly rows: readonly HistoryRow[];
  readonly calendar: Calendar;
  readonly left?: ReadonlyMap<unknown, Calendar>;
}

type Key = Pick<Clock, 'code' | 'subject' | 'occurrence'>;

/** The fact that a clock stands on, found by moving one after the other by a day; undefined where none of them moves it. */
export function hangingWith(told: Told, clock: Key & { anchor: CalendarDay }): Hanging | undefined {
  const now = clocksOf(told);
  if (!now) return undefined;
  for (const fact of factsOf(told.rows, clock.anchor)) {
    const clocks = movedBy(told, now, fact);
    if (clocks?.some((it) => isSame(it, clock))) return { fact, clocks };
  }
  return undefined;
}

/** The clocks that a history gives; undefined for one that could not have happened, or that needs term dates not loaded. */
function clocksOf({ pathway, rows, calendar, left }: Told): readonly Clock[] | undefined {
  try {
    return replayed(pathway, rows, calendar, left).clocks;
  } catch (error) {
    if (error instanceof NotAllowedNow || error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

/** The clocks that have another day when a fact is a day earlier, or later where it cannot be earlier. */
export function movedBy(told: Told, now: readonly Clock[], fact: Fact): Clock[] | undefined {
  for (const days of [-1, 1]) {
    const rows = told.rows.map((row) =>
      row.version === fact.version ? shifted(row, fact, days) : row,
    );
    const then = clocksOf({ ...told, rows });
    if (then)
      return now.filter((clock) => then.find((it) => isSame(it, clock))?.dueOn !== clock.dueOn);
  }
  return undefined;
}

function shifted(row: HistoryRow, { field }: Fact, days: number): HistoryRow {
  if (!field) return { ...row, occurredOn: addDays(row.occurredOn, days) };
  const day = addDays(String(row.payload[field]), days);
  return { ...row, payload: { ...row.payload, [field]: day } };
}

/** Every day that a history names: those on which the clock starts first, then the oldest. */
function factsOf(rows: readonly HistoryRow[], anchor: CalendarDay): Fact[] {
  const days = rows.flatMap(({ version, occurredOn, payload }) => [
    { day: occurredOn, fact: { version } },
    ...Object.entries(payload)
      .filter(([, value]) => typeof value === 'string' && isCalendarDay(value))
      .map(([field, value]) => ({ day: String(value), fact: { version, field } })),
  ]);
  return [
    ...days.filter(({ day }) => day === anchor),
    ...days.filter(({ day }) => day !== anchor),
  ].map(({ fact }) => fact);
}

const isSame = (a: Key, b: Key) =>
  a.code === b.code && a.subject === b.subject && a.occurrence === b.occurrence;
