import { type Clock } from '@app/pathways';
import { type CalendarDay, londonInstant } from '@app/statutory-calendar';

/** What the case row carries for lists: the instant by which something is due next, and the day the case is judged by. */
export interface NextDue {
  readonly nextDueAt: Date | null;
  readonly dueDay: CalendarDay | null;
}

/** From the open clocks: the earliest of all, and the earliest set by law (else the earliest of all). */
export function nextDue(clocks: readonly Clock[]): NextDue {
  const open = clocks.filter(({ status }) => status === 'open');
  const first = earliest(open);
  const legal = earliest(open.filter(({ basis }) => basis === 'statutory'));
  return { nextDueAt: first ? londonInstant(first, '23:59') : null, dueDay: legal ?? first };
}

function earliest(clocks: readonly Clock[]): CalendarDay | null {
  return clocks.reduce<CalendarDay | null>(
    (least, { dueOn }) => (least === null || dueOn < least ? dueOn : least),
    null,
  );
}
