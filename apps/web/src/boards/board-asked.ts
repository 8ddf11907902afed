import { type BoardFilter, LEGS, STATUSES, WAITS, WEEK_COLUMNS } from '@app/reporting';
import { readTypedDay } from '@app/people';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { one } from '../safety/one-value';

/** What the address of a board asks for. */
export interface BoardAsked {
  readonly filter: BoardFilter;
  /** The day of the figures; undefined for today. */
  readonly on: CalendarDay | undefined;
  /** What was typed as the day, and what is wrong with it. */
  readonly typedDay: string | undefined;
  readonly problem: string | undefined;
}

const ID = /^[0-9a-f-]{36}$/;
const AREA = /^([A-Z0-9]{2,4}|none)$/;

/** Reads the query; what makes no sense is left out, except a day: that is answered in words. */
export function boardAsked(query: unknown, today: CalendarDay): BoardAsked {
  const among = (name: string, known: object) => {
    const value = one(query, name);
    return value && Object.hasOwn(known, value) ? value : undefined;
  };
  const id = (name: string) => {
    const value = one(query, name);
    return value && (ID.test(value) || value === 'none') ? value : undefined;
  };
  const area = one(query, 'area');
  const weeks = WEEK_COLUMNS.find(({ key }) => key === one(query, 'weeks'))?.key;
  const filter = {
    leg: among('leg', LEGS),
    team: id('team'),
    area: area && AREA.test(area) ? area : undefined,
    officer: id('officer'),
    waits: among('waits', WAITS),
    status: among('status', STATUSES),
    weeks,
  };
  return { filter: withoutEmpty(filter), ...dayAsked(one(query, 'on'), today) };
}

function withoutEmpty(filter: Record<string, string | undefined>): BoardFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function dayAsked(
  typed: string | undefined,
  today: CalendarDay,
): Pick<BoardAsked, 'on' | 'typedDay' | 'problem'> {
  if (!typed) return { on: undefined, typedDay: undefined, problem: undefined };
  const reading = readTypedDay(typed);
  if ('problem' in reading)
    return { on: undefined, typedDay: typed, problem: `Show as at: ${reading.problem}` };
  const day = reading.value;
  if (day > today) {
    return {
      on: undefined,
      typedDay: typed,
      problem: `Show as at: ${plainDay(day)} is in the future. Figures are for today or a day gone by`,
    };
  }
  return { on: day === today ? undefined : day, typedDay: typed, problem: undefined };
}

/** An address with what is asked for. */
export function boardHref(
  path: string,
  { filter, on }: Pick<BoardAsked, 'filter' | 'on'>,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries({ ...filter, on, ...more }).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return given.length ? `${path}?${given.join('&')}` : path;
}
