import {
  type Calendar,
  type CalendarDay,
  daysBetween,
  longDay,
  plainDay,
} from '@app/statutory-calendar';

/** A step of the work, as it is supposed. */
export interface LegAsked {
  readonly label: string;
  /** The last day that the law, or guidance, names; with its source. */
  readonly legal?: { readonly day: CalendarDay; readonly source: string };
  /** The last day that leaves every later step its time. */
  readonly safe?: CalendarDay | undefined;
  readonly done?: CalendarDay | undefined;
  /** A later step is known, so this one is over although nobody gave its day. */
  readonly isOver?: boolean | undefined;
  /** Said after the verdict. */
  readonly note?: string | undefined;
}

/** A step of the work with what it means. */
export interface Leg extends LegAsked {
  /** The last working day that is still safe. */
  readonly workTo: CalendarDay | undefined;
  /** Working days from the last thing known up to then; below zero when it has passed. Undefined once done. */
  readonly daysLeft: number | undefined;
  readonly state: 'done' | 'late' | 'open' | 'passed' | 'no day';
  readonly verdict: string;
}

/** Judges a step from the last day that is known. */
export function legOn(asked: LegAsked, from: CalendarDay, calendar: Calendar): Leg {
  const last = asked.safe ?? asked.legal?.day;
  const workTo = last && calendar.lastWorkingDayOnOrBefore(last);
  const judged = asked.done
    ? doneOn(asked.done, asked)
    : asked.isOver && last
      ? withoutDay(last)
      : openUntil(workTo, last, from, calendar);
  const verdict = [judged.verdict, judged.state === 'no day' ? '' : asked.note]
    .filter(Boolean)
    .join(' ');
  return { ...asked, workTo, daysLeft: undefined, ...judged, verdict };
}

function doneOn(done: CalendarDay, { legal, safe }: LegAsked): Pick<Leg, 'state' | 'verdict'> {
  const on = `On ${plainDay(done)}`;
  if (legal && done > legal.day)
    return { state: 'late', verdict: `${on}: ${days(legal.day, done)} after its last day in law.` };
  if (safe && done > safe)
    return { state: 'late', verdict: `${on}: ${days(safe, done)} after the last safe day.` };
  return { state: 'done', verdict: `${on}: in time.` };
}

const withoutDay = (last: CalendarDay): Pick<Leg, 'state' | 'verdict'> => ({
  state: 'no day',
  verdict: `No day given. It was due by ${plainDay(last)}.`,
});

function openUntil(
  workTo: CalendarDay | undefined,
  last: CalendarDay | undefined,
  from: CalendarDay,
  calendar: Calendar,
): Pick<Leg, 'state' | 'verdict' | 'daysLeft'> {
  if (!workTo || !last) return { state: 'open', verdict: '', daysLeft: undefined };
  if (last < from)
    return {
      state: 'passed',
      verdict: `The last safe day, ${longDay(last)}, has passed.`,
      daysLeft: calendar.workingDaysBetween(from, last),
    };
  const left = Math.max(0, calendar.workingDaysBetween(from, workTo));
  return {
    state: 'open',
    verdict: `By ${longDay(workTo)}: ${left} working ${left === 1 ? 'day' : 'days'} left.`,
    daysLeft: left,
  };
}

/** '1 day', '12 days'. */
export function days(from: CalendarDay, to: CalendarDay): string {
  const count = Math.abs(daysBetween(from, to));
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
