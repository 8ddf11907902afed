import { type CalendarDay, daysBetween, isCalendarDay } from '../day/calendar-day';
import { plainDay } from '../day/day-words';

/** The dates of a school's year: first and last day of each run of school weeks, and its training days. */
interface TermDates {
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
}

/** One thing that is wrong with a school's dates: which term or training day, and what. */
export interface TermProblem {
  readonly at: readonly ['terms' | 'inset', number];
  readonly what: string;
}

const LONGEST_BLOCK_DAYS = 150;

/** What is wrong with a school's dates: real days, in order, no overlap, training days inside the terms. */
export function termProblems({ terms, inset }: TermDates): TermProblem[] {
  const days = terms.flatMap(blockProblems);
  return days.length ? days : [...orderProblems(terms), ...insetProblems(terms, inset)];
}

function blockProblems([from, to]: TermDates['terms'][number], index: number): TermProblem[] {
  const at = ['terms', index] as const;
  const term = `Term ${index + 1}`;
  if (!isCalendarDay(from)) return [{ at, what: `${term}: enter a real first day` }];
  if (!isCalendarDay(to)) return [{ at, what: `${term}: enter a real last day` }];
  if (to < from)
    return [{ at, what: `${term} ends on ${plainDay(to)}, before it starts on ${plainDay(from)}` }];
  if (daysBetween(from, to) <= LONGEST_BLOCK_DAYS) return [];
  return [{ at, what: `${term} is longer than a term can be. Check the years` }];
}

function orderProblems(terms: TermDates['terms']): TermProblem[] {
  return terms.slice(1).flatMap(([from], before): TermProblem[] => {
    const [earlierFrom, earlierTo] = terms[before]!;
    if (from > earlierTo) return [];
    const said = from < earlierFrom ? 'starts before' : 'overlaps';
    const what = `Term ${before + 2} ${said} term ${before + 1}. Put the terms in order, without days in common`;
    return [{ at: ['terms', before + 1], what }];
  });
}

function insetProblems(terms: TermDates['terms'], inset: TermDates['inset']): TermProblem[] {
  return inset.flatMap((day, index): TermProblem[] => {
    const at = ['inset', index] as const;
    if (!isCalendarDay(day)) return [{ at, what: `Training day ${index + 1}: enter a real date` }];
    if (inset.indexOf(day) !== index)
      return [{ at, what: `${plainDay(day)} is entered twice as a training day` }];
    if (terms.some(([from, to]) => from <= day && day <= to)) return [];
    const where = nearest(terms, day);
    return [{ at, what: `The training day ${plainDay(day)} is not inside a term. ${where}` }];
  });
}

function nearest(terms: TermDates['terms'], day: CalendarDay): string {
  const next = terms.find(([from]) => from > day);
  if (next) return `The next term starts on ${plainDay(next[0])}`;
  const last = terms.at(-1);
  return last ? `The last term ends on ${plainDay(last[1])}` : 'There is no term';
}
