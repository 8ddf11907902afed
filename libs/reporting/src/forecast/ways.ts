import { type CalendarDay } from '@app/statutory-calendar';
import { type Asked, type History, type Planned, type Way } from './pure/history';

/** A case's days as they are read. */
export interface HistoryRow {
  readonly caseId: string;
  /** The first day in each state. */
  readonly stages: Readonly<Record<string, CalendarDay>>;
  readonly asked: readonly Asked[];
  readonly planned: readonly Planned[];
  /** The last day of each clock that the forecast is about. */
  readonly dues: Readonly<Record<string, CalendarDay>>;
}

/** A process as it is forecast: its legs, and the states that each is made of. */
export interface ForecastWay extends Way {
  readonly pathway: string;
  readonly states: readonly (readonly string[])[];
  /** States that come before its first leg. */
  readonly earlier?: readonly string[];
  /** The states in which what the law asks for is done. */
  readonly finished: readonly string[];
  /** The clocks whose last days it is measured by. */
  readonly clocks: readonly string[];
}

/** The 20 weeks; the last leg of the board is told apart by who has the plan. */
export const ASSESSING: ForecastWay = {
  pathway: 'ehc_needs_assessment',
  legs: ['decide_assess', 'advice', 'decide_plan', 'draft', 'views', 'final'],
  states: [
    ['requested', 'decision_assess'],
    ['advice'],
    ['decision_plan'],
    ['drafting'],
    ['draft_issued'],
    ['finalising'],
  ],
  finished: ['final_issued'],
  clocks: ['w20'],
  waitsIn: 1,
};

/** A review, up to the decision that concludes it. */
export const REVIEWING: ForecastWay = {
  pathway: 'annual_review',
  legs: ['due', 'arranged', 'held', 'report_in'],
  states: [['due'], ['arranged'], ['held'], ['report_in']],
  finished: ['maintained', 'amending', 'cease_considering'],
  clocks: ['ar_conclude_by', 'decision'],
  plannedIn: 1,
};

/** A review that decided to change the plan, up to the changed plan. */
export const AMENDING: ForecastWay = {
  pathway: 'annual_review',
  legs: ['amending'],
  states: [['amending']],
  earlier: REVIEWING.states.flat(),
  finished: ['amended', 'maintained'],
  clocks: ['final', 'final_longstop'],
};

/** The history of a case along one way; everything after its first end is another story. */
export function historyOf({ stages, asked, planned }: HistoryRow, way: ForecastWay): History {
  const began = earliest(stages, way.states.flat());
  const underWay = new Set([...way.states.flat(), ...(way.earlier ?? [])]);
  const ends = Object.entries(stages)
    .filter(([state, on]) => !underWay.has(state) && began !== null && on >= began)
    .map(([state, on]) => ({ on, isDone: way.finished.includes(state) }))
    .sort((a, b) => a.on.localeCompare(b.on) || Number(b.isDone) - Number(a.isDone));
  const [end] = ends;
  const before = (on: CalendarDay | null) => (end && on !== null && on > end.on ? null : on);
  return {
    entered: way.states.map((states) => before(earliest(stages, states))),
    over: end ? { on: end.on, how: end.isDone ? 'finished' : 'ended' } : null,
    asked,
    planned,
  };
}

function earliest(
  stages: Readonly<Record<string, CalendarDay>>,
  states: readonly string[],
): CalendarDay | null {
  return states.reduce<CalendarDay | null>((first, state) => {
    const on = stages[state];
    return on !== undefined && (first === null || on < first) ? on : first;
  }, null);
}
