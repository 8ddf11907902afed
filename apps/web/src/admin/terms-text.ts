import { type CalendarDay, isCalendarDay, plainDay } from '@app/statutory-calendar';
import { readDay } from '../forms/day-field';

/** Terms with their first and last day, and training days, in order. */
export interface Terms {
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
}

/** What was typed, read; or the first thing that is wrong with each box. */
export interface TermsReading extends Terms {
  readonly termsProblem?: string;
  readonly insetProblem?: string;
}

/** Terms as lines that a person can read and change: '4 September 2026 to 23 October 2026'. */
export function termsAsText({ terms, inset }: Terms): { terms: string; inset: string } {
  const lines = terms.map(([first, last]) => `${plainDay(first)} to ${plainDay(last)}`);
  return { terms: lines.join('\n'), inset: inset.map(plainDay).join('\n') };
}

/** Reads lines of terms and of training days. Days may be typed as 4 September 2026, 4 9 2026 or 04/09/2026. */
export function readTerms(termLines: string, insetLines: string): TermsReading {
  const terms: (readonly [CalendarDay, CalendarDay])[] = [];
  let termsProblem: string | undefined;
  for (const [at, line] of linesOf(termLines).entries()) {
    const read = readTerm(line);
    if (typeof read === 'string') termsProblem ??= `Line ${at + 1}: ${read}`;
    else terms.push(read);
  }
  terms.sort(([one], [other]) => (one < other ? -1 : 1));
  termsProblem ??= terms.length
    ? overlap(terms)
    : 'Enter at least one term, like 4 September 2026 to 23 October 2026';
  const inset = linesOf(insetLines).map((line) => dayFrom(line));
  const wrong = inset.findIndex((day) => day === undefined);
  const insetProblem =
    wrong < 0 ? undefined : `Line ${wrong + 1}: enter a real date, like 4 September 2026`;
  const days = inset.filter((day) => day !== undefined).sort();
  return {
    terms,
    inset: days,
    ...(termsProblem && { termsProblem }),
    ...(insetProblem && { insetProblem }),
  };
}

function readTerm(line: string): readonly [CalendarDay, CalendarDay] | string {
  const [first, last, ...more] = line.split(/\s+to\s+|\s+[-–]\s+/i).map(dayFrom);
  if (!first || !last || more.length)
    return 'enter the first and the last day, like 4 September 2026 to 23 October 2026';
  if (last < first) return `the last day, ${plainDay(last)}, is before the first`;
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 1)
    return 'this is longer than a school year';
  return [first, last];
}

function overlap(terms: readonly (readonly [CalendarDay, CalendarDay])[]): string | undefined {
  const at = terms.findIndex(([, last], place) => (terms[place + 1]?.[0] ?? '9999') <= last);
  const [both, next] = [terms[at], terms[at + 1]];
  return both && next
    ? `The term that begins on ${plainDay(next[0])} overlaps the one that ends on ${plainDay(both[1])}`
    : undefined;
}

function dayFrom(text: string): CalendarDay | undefined {
  const trimmed: string = text.trim();
  const isReady: boolean = isCalendarDay(trimmed);
  if (isReady) return trimmed;
  const [day = '', month = '', year = '', ...more] = trimmed.split(/[\s/.]+/);
  if (more.length) return undefined;
  return readDay({ 'd-day': day, 'd-month': month, 'd-year': year }, 'd', 'Day').day;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
