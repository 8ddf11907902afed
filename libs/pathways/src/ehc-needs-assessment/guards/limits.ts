import { type CalendarDay } from '@app/statutory-calendar';
import { said } from '../../event';
import { type GuardInput } from '../../pathway';
import { type ExcusableDate } from '../events/exceptions';

/** A date that may be excused, as this case has it: the day it counts from, and its weeks. */
export interface RunningLimit {
  readonly start: CalendarDay;
  readonly weeks: number;
}

const WEEKS: Readonly<Record<Exclude<ExcusableDate, 'order'>, number>> = {
  w6: 6,
  w16: 16,
  w20: 20,
  reassess_final: 14,
  advice_due: 6,
};
const ORDER_WEEKS: Readonly<Record<string, number>> = {
  assessment: 14,
  plan: 11,
  decision: 2,
  content: 5,
  school_name: 2,
};
const NOT_RUNNING: Readonly<Partial<Record<ExcusableDate, string>>> = {
  advice_due: 'Say which adviser: their 6 weeks count from the day they were asked',
  reassess_final: 'The family has not been told of a reassessment yet',
  order: 'No order or agreement sets a date here',
};

/** The limit of that date; words where it does not run on this case. */
export function limitOf(input: GuardInput, date: ExcusableDate): RunningLimit | string {
  const start = startOf(input, date);
  const weeks = date === 'order' ? ORDER_WEEKS[String(input.context['reopenedFor'])] : WEEKS[date];
  return start && weeks
    ? { start, weeks }
    : (NOT_RUNNING[date] ?? 'That date does not run on this case');
}

function startOf({ context, event }: GuardInput, date: ExcusableDate): CalendarDay | undefined {
  const kept = (key: string) => (context[key] ?? undefined) as CalendarDay | undefined;
  if (date === 'advice_due') return askedOnDay(context, said(event, 'adviser') ?? '');
  if (date === 'reassess_final') return kept('agreedOn');
  return kept(date === 'order' ? 'reopenedOn' : 'receivedOn');
}

/** The day on which the request reached this adviser; undefined for one who was not asked. */
export function askedOnDay(
  context: GuardInput['context'],
  adviser: string,
): CalendarDay | undefined {
  const asked = (context['asked'] ?? {}) as Readonly<Record<string, string>>;
  const wasAsked =
    ((context['awaiting'] ?? []) as readonly string[]).includes(adviser) ||
    Object.keys(context['received'] ?? {}).includes(adviser);
  return asked[adviser] ?? (wasAsked ? (context['askedOn'] as CalendarDay | undefined) : undefined);
}
