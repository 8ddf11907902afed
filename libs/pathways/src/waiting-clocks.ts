import { addDays, type CalendarDay, daysBetween, laterOf } from '@app/statutory-calendar';
import { type Clock, type ClockRule, type PastStep } from './clock-rule';
import { HOLD_REVIEW } from './regions/hold';

/** Whether a clock waits while its case is on hold: the council's own dates do, those of law and guidance never (handbook 1.2). */
export function waitsOnHold({ basis, code }: Pick<ClockRule, 'basis' | 'code'>): boolean {
  return basis === 'local' && code !== HOLD_REVIEW;
}

/** The day on which the hold began that this step ends; undefined for any other step. */
export function heldSince(known: readonly Clock[], { event }: PastStep): CalendarDay | undefined {
  if (event.type !== 'CASE_RESUMED') return undefined;
  return known.find(({ code, status }) => code === HOLD_REVIEW && status === 'open')?.anchor;
}

/** The same clock, as many days later as it has waited; undefined when it has not. */
export function afterHold(
  clock: Clock,
  occurrence: number,
  since: CalendarDay,
  resumedOn: CalendarDay,
): Clock | undefined {
  const days = daysBetween(laterOf(since, clock.anchor), resumedOn);
  if (days <= 0) return undefined;
  const { dueOn, firesOn } = clock;
  return {
    ...clock,
    occurrence,
    dueOn: addDays(dueOn, days),
    firesOn: firesOn && addDays(firesOn, days),
  };
}
