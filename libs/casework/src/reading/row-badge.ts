import { type CalendarDay, daysBetween, longDay } from '@app/statutory-calendar';
import { type Seat, type WorkStep } from './work-step';
import { type WorkCase } from './work-case';

/** Beside the reason of a row: why it cannot be done now, or what we wait for and may go on without. */
export interface RowBadge {
  readonly kind: 'blocked' | 'waiting';
  readonly text: string;
}

/** Blocked: a guard refuses the step now. Waiting: somebody else is to act. */
export function badgeOf(step: WorkStep, subject: WorkCase, seat: Seat): RowBadge | undefined {
  const [reason] = step.reasons;
  if (reason) {
    const who = reason.missing.map((it) => it.who).find((it) => !/on this form|nobody/i.test(it));
    return {
      kind: 'blocked',
      text: `${reason.text}. ${who ? `${who} can supply it.` : ''}`.trim(),
    };
  }
  if (step.whose === 'others') return waitingBadge(step, seat);
  return step.event === 'FINAL_ISSUED' ? consultationBadge(subject, seat) : undefined;
}

function waitingBadge({ waitsFor, dueOn }: WorkStep, { today }: Seat): RowBadge | undefined {
  if (!waitsFor) return undefined;
  const until = dueOn && dueOn >= today ? ` until ${longDay(dueOn)}` : '';
  return { kind: 'waiting', text: `${waitsFor} is to act${until}.` };
}

function consultationBadge(subject: WorkCase, { schools, today }: Seat): RowBadge | undefined {
  const open = subject.clocks.find(({ code }) => code === 'consult_due');
  if (!open) return undefined;
  const school = schools?.get(open.subject) ?? 'A school';
  const due = open.dueOn >= today ? ` (due ${dayNear(open.dueOn, today)})` : '';
  return {
    kind: 'waiting',
    text: `${school} has not answered${due}. You can send the plan without it.`,
  };
}

/** 'Thursday' within the week, else the whole date. */
function dayNear(day: CalendarDay, today: CalendarDay): string {
  return daysBetween(today, day) < 7 ? (longDay(day).split(' ')[0] ?? '') : longDay(day);
}
