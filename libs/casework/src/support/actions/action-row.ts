import { type CalendarDay } from '@app/statutory-calendar';
import { type ActionState } from './action-machine';

/** One thing that somebody is to do for a child. */
export interface ActionRow {
  readonly id: string;
  readonly text: string;
  readonly source: 'case' | 'plan' | 'meeting';
  readonly state: ActionState;
  readonly version: number;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly ownerEmail: string | null;
  readonly openedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly evidence: string | null;
}

/** One line of an action's trail. */
export interface ActionLine {
  readonly type: string;
  readonly state: ActionState;
  readonly owner: string;
  readonly dueOn: CalendarDay;
  readonly words: string | null;
  readonly occurredOn: CalendarDay;
  readonly by: string;
}
