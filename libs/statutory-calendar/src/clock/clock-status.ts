import { type CalendarDay } from '../day/calendar-day';

/** statutory.md 0.2; 'void' for a clock whose ground fell away (a quashed exclusion). */
export type ClockStatus =
  | 'open'
  | 'due_today'
  | 'met'
  | 'met_late'
  | 'excused_late'
  | 'overdue'
  | 'overdue_excused'
  | 'void';

/** The facts that decide a clock's status. `excused`: a recorded ground meets the legal test. */
export interface ClockFacts {
  readonly dueOn: CalendarDay;
  readonly metOn?: CalendarDay | null;
  readonly today: CalendarDay;
  readonly excused?: boolean;
  readonly void?: boolean;
}

/** The whole due day is in time. An excuse never moves the due day: it only changes the word. */
export function statusOf(facts: ClockFacts): ClockStatus {
  const { dueOn, metOn, today, excused = false } = facts;
  if (facts.void) return 'void';
  if (metOn) {
    if (metOn <= dueOn) return 'met';
    return excused ? 'excused_late' : 'met_late';
  }
  if (today > dueOn) return excused ? 'overdue_excused' : 'overdue';
  return today === dueOn ? 'due_today' : 'open';
}
