import { type ClockRule } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type DateState } from './clock-state';
import { type OpenClock, type WorkCase } from './work-case';
import { lowerFirst } from './sentence';

interface Asked {
  readonly clock: OpenClock;
  readonly rule: ClockRule;
  readonly state: DateState;
  readonly subject: WorkCase;
  readonly seat: { readonly today: CalendarDay; readonly calendar: Calendar };
}

/** Why a step stands on the list, in a sentence or two. */
export function becauseOf({ clock, rule, state, subject, seat }: Asked): string {
  if (state.kind === 'breached') return `A legal date has passed${planDue(clock, subject, seat)}.`;
  if (clock.dueOn === seat.today) return `Last day. ${rule.because}`;
  return rule.because;
}

/** For the step that comes before a legal date which has passed. */
export function becauseOfBreach(rule: ClockRule): string {
  return `“${rule.label}” is past its legal date. This comes first.`;
}

/** For a step that nothing stands against. */
export function becauseReady(rule: ClockRule | undefined): string {
  return rule
    ? `Everything it needs is there. Next date: ${lowerFirst(rule.label)}.`
    : 'Everything it needs is there.';
}

function planDue(
  { code }: OpenClock,
  subject: WorkCase,
  { today, calendar }: Asked['seat'],
): string {
  const plan = code === 'w20' ? undefined : subject.clocks.find((it) => it.code === 'w20');
  if (!plan || plan.dueOn <= today) return '';
  const days = calendar.workingDaysBetween(today, plan.dueOn);
  return `, and the plan is due in ${days} working ${days === 1 ? 'day' : 'days'}`;
}
