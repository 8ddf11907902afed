import { type Reason, type Role } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type DateState, legWeek, stateOfClock } from './clock-state';
import { excuseOf } from './excuses';
import { type SchoolNames } from './subject-words';
import { type OpenClock, type WorkCase } from './work-case';

/** One thing to do on a case, and whose it is. */
export interface WorkStep {
  readonly key: string;
  /** What it is about, as 'Psychology advice'. */
  readonly label: string;
  readonly ask: string;
  readonly because: string;
  readonly dueOn: CalendarDay | null;
  readonly state: DateState | undefined;
  /** The date comes from the law. */
  readonly byLaw: boolean;
  /** The event whose form does it. */
  readonly event?: string;
  readonly clock?: OpenClock;
  readonly taskId?: string;
  readonly actionId?: string;
  readonly whose: 'mine' | 'others';
  /** Who does it when it is not ours: 'Community paediatrics', 'The decision maker'. */
  readonly waitsFor?: string;
  /** Why the event is refused now; empty when it can be done. */
  readonly reasons: readonly Reason[];
}

/** From whose chair the work is seen. */
export interface Seat {
  readonly officerId: string;
  readonly roles: readonly Role[];
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly schools?: SchoolNames;
  /** Looking over a team: every owner's steps count as one's own. */
  readonly overTeam?: boolean;
}
/** The state of a clock of a listed case, with its week and any excuse. */
export function stateHere(
  clock: OpenClock,
  { stage, openedOn, state }: WorkCase,
  { today, calendar }: Seat,
): DateState {
  const claimed = (state.context['excused'] ?? []) as string[];
  const week = clock.code === 'w20' ? legWeek(stage, openedOn, today) : undefined;
  return stateOfClock(
    { ...clock, status: 'open', endedOn: null, excuse: excuseOf(clock, claimed) },
    { today, calendar, ...(week && { week }) },
  );
}
