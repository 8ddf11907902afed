import { type CalendarDay, daysBetween, isCalendarDay, plainDay } from '@app/statutory-calendar';
import { type Problem } from '../bad-details';

/** First and last day of a run of school weeks. */
export type TermBlock = readonly [CalendarDay, CalendarDay];

/** The dates of a school's year, as an administrator sends them. */
export interface TermDates {
  readonly terms: readonly TermBlock[];
  readonly inset: readonly CalendarDay[];
}

const LONGEST_BLOCK_DAYS = 150;

/** What is wrong with a school's dates: in order, no overlap, training days inside the terms. */
export function checkTerms({ terms, inset }: TermDates): Problem[] {
  if (terms.length === 0)
    return [{ path: ['terms'], message: 'Enter at least one term or half-term' }];
  const days = terms.flatMap(blockProblems);
  if (days.length > 0) return days;
  return [...orderProblems(terms), ...insetProblems(terms, inset)];
}

function blockProblems([from, to]: TermBlock, at: number): Problem[] {
  const path = ['terms', String(at)];
  if (!isCalendarDay(from)) return [{ path, message: `Term ${at + 1}: enter a real first day` }];
  if (!isCalendarDay(to)) return [{ path, message: `Term ${at + 1}: enter a real last day` }];
  if (to < from)
    return [
      {
        path,
        message: `Term ${at + 1} ends on ${plainDay(to)}, before it starts on ${plainDay(from)}`,
      },
    ];
  if (daysBetween(from, to) <= LONGEST_BLOCK_DAYS) return [];
  return [{ path, message: `Term ${at + 1} is longer than a term can be. Check the years` }];
}

function orderProblems(terms: readonly TermBlock[]): Problem[] {
  return terms.slice(1).flatMap(([from], before) => {
    const [earlierFrom, earlierTo] = terms[before] as TermBlock;
    const path = ['terms', String(before + 1)];
    if (from > earlierTo) return [];
    const said = from < earlierFrom ? 'starts before' : 'overlaps';
    return [
      {
        path,
        message: `Term ${before + 2} ${said} term ${before + 1}. Put the terms in order, without days in common`,
      },
    ];
  });
}

function insetProblems(terms: readonly TermBlock[], inset: readonly CalendarDay[]): Problem[] {
  return inset.flatMap((day, at) => {
    const path = ['inset', String(at)];
    if (!isCalendarDay(day))
      return [{ path, message: `Training day ${at + 1}: enter a real date` }];
    if (inset.indexOf(day) !== at)
      return [{ path, message: `${plainDay(day)} is entered twice as a training day` }];
    if (terms.some(([from, to]) => from <= day && day <= to)) return [];
    return [
      {
        path,
        message: `The training day ${plainDay(day)} is not inside a term. ${nearest(terms, day)}`,
      },
    ];
  });
}

function nearest(terms: readonly TermBlock[], day: CalendarDay): string {
  const next = terms.find(([from]) => from > day);
  return next
    ? `The next term starts on ${plainDay(next[0])}`
    : `The last term ends on ${plainDay((terms.at(-1) as TermBlock)[1])}`;
}
