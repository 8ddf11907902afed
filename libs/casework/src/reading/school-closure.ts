import { addDays, type Calendar, type CalendarDay, daysBetween } from '@app/statutory-calendar';

type Run = [first: CalendarDay, last: CalendarDay];

/** Longer than any holiday: how far a closure is followed before and after the time that is looked at. */
const FURTHEST = 100;

/**
 * First and last day of the longest run without school that touches the time a clock runs; a training day counts as
 * open. Undefined where only weekends are free. @throws TermsNotLoaded
 */
export function longestClosure(
  { anchor, dueOn }: { readonly anchor: CalendarDay; readonly dueOn: CalendarDay },
  calendar: Calendar,
): Run | undefined {
  const isClosed = (day: CalendarDay) => {
    const off = calendar.whyNotSchoolDay(day);
    return off !== undefined && off.kind !== 'inset';
  };
  const runs: Run[] = [];
  for (let day = anchor; day <= dueOn; day = addDays(day, 1)) {
    if (!isClosed(day)) continue;
    const run: Run = [furthest(day, -1, isClosed), furthest(day, 1, isClosed)];
    runs.push(run);
    day = run[1];
  }
  return runs
    .filter(([first, last]) => daysBetween(first, last) > 1)
    .sort((a, b) => daysBetween(...b) - daysBetween(...a))[0];
}

function furthest(
  from: CalendarDay,
  step: 1 | -1,
  isClosed: (day: CalendarDay) => boolean,
): CalendarDay {
  let day = from;
  for (let n = 0; n < FURTHEST && isClosed(addDays(day, step)); n += 1) day = addDays(day, step);
  return day;
}
