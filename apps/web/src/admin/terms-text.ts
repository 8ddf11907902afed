import { readTypedDay, type TermBlock, type TermDates } from '@app/people';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type Problem } from '../forms/form-body';

/** Term dates as lines that a person can read and change: '4 September 2026 to 23 October 2026'. */
export function termsAsText({ terms, inset }: TermDates): { terms: string; inset: string } {
  const lines = terms.map(([first, last]) => `${plainDay(first)} to ${plainDay(last)}`);
  return { terms: lines.join('\n'), inset: inset.map(plainDay).join('\n') };
}

/** Reads lines of terms and of training days; days may be typed in any of the ways of a file. */
export function readTerms(
  termLines: string,
  insetLines: string,
): TermDates & { problems: Problem[] } {
  const terms = linesOf(termLines).map(readTerm);
  const inset = readDays('inset', insetLines);
  return {
    terms: terms.filter((term) => typeof term !== 'string'),
    inset: inset.days,
    problems: [
      ...firstProblem(
        'terms',
        terms.map((term) => (typeof term === 'string' ? term : undefined)),
      ),
      ...inset.problems,
    ],
  };
}

/** Reads days typed one on each line. */
export function readDays(
  field: string,
  typed: string,
): { days: CalendarDay[]; problems: Problem[] } {
  const read = linesOf(typed).map(readDay);
  return {
    days: read.flatMap((each) => ('day' in each ? [each.day] : [])),
    problems: firstProblem(
      field,
      read.map((each) => ('problem' in each ? each.problem : undefined)),
    ),
  };
}

function readTerm(line: string): TermBlock | string {
  const [first, last, ...more] = line.split(/\s+to\s+|\s+[-–]\s+/i);
  if (!first || !last || more.length) {
    return 'enter the first and the last day, like 4 September 2026 to 23 October 2026';
  }
  const [from, to] = [readDay(first), readDay(last)];
  if ('problem' in from) return from.problem;
  return 'problem' in to ? to.problem : [from.day, to.day];
}

function readDay(text: string): { day: CalendarDay } | { problem: string } {
  const read = readTypedDay(text);
  return 'value' in read ? { day: read.value } : read;
}

function firstProblem(field: string, problems: readonly (string | undefined)[]): Problem[] {
  const at = problems.findIndex((problem) => problem !== undefined);
  return at < 0 ? [] : [{ field, text: `Line ${at + 1}: ${problems[at] ?? ''}` }];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
