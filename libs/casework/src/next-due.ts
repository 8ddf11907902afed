import { type Clock } from '@app/pathways';
import { type CalendarDay, londonInstant } from '@app/statutory-calendar';

/** What the case row carries for lists: the instant by which something is due next, and the day the case is judged by. */
export interface NextDue {
  readonly nextDueAt: Date | null;
  readonly dueDay: CalendarDay | null;
}

/** The clocks by which an assessment as a whole is judged: the first of them that runs. */
const WHOLE = ['w6', 'w20'];

/** From the open clocks: the earliest of all, and the day the whole case is judged by (else the earliest set by law, else of all). */
export function nextDue(clocks: readonly Clock[]): NextDue {
  const open = clocks.filter(({ status }) => status === 'open');
  const first = earliest(open);
  const whole = WHOLE.flatMap((code) => open.filter((clock) => clock.code === code)).at(0)?.dueOn;
  const legal = whole ?? earliest(open.filter(({ basis }) => basis === 'statutory'));
  return { nextDueAt: first ? londonInstant(first, '23:59') : null, dueDay: legal ?? first };
}

function earliest(clocks: readonly Clock[]): CalendarDay | null {
  return clocks.reduce<CalendarDay | null>(
    (least, { dueOn }) => (least === null || dueOn < least ? dueOn : least),
    null,
  );
}
