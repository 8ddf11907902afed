import { type CalendarDay } from '@app/statutory-calendar';
import { type DemoChild } from './people/child';
import { type TeamKey } from './people/officers';
import { type Support } from './support/support';

/** One thing that happened to a case. */
export interface Step {
  readonly on: CalendarDay;
  readonly type: string;
  /** Key of the officer who recorded it, or `system` for a clock that ran out. */
  readonly by: string;
  /** Taken over the event's example; `@key` stands for an officer's id. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** As if recorded day by day: messages go out and tasks are made. All else is only history. */
  readonly live?: boolean;
  /** Days between the day it happened and the day it was recorded. */
  readonly recordedAfter?: number;
}

/** A note that somebody wrote on the case. */
export interface DemoNote {
  readonly on: CalendarDay;
  readonly by: string;
  readonly text: string;
}

/** The case that asked for this one, and the step with which it did. */
export interface Origin {
  readonly journey: Journey;
  readonly step: string;
  readonly because: string;
}

/** The whole story of one case up to today. */
export interface Journey {
  readonly child: DemoChild;
  /** Name of the pathway. */
  readonly pathway: string;
  readonly team: TeamKey;
  readonly cohort?: string;
  readonly opening: Step;
  readonly steps: readonly Step[];
  readonly notes?: readonly DemoNote[];
  readonly cameFrom?: Origin;
  /** What a worker keeps beside the case. */
  readonly support?: Support;
}

/** In the order of their days; steps of one day keep the order in which they were told. */
export function inOrder<T extends { readonly on: CalendarDay }>(steps: readonly T[]): T[] {
  return [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
