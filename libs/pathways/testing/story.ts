import { type CalendarDay } from '@app/statutory-calendar';
import {
  advance,
  begin,
  type Clock,
  type Facts,
  type Instruction,
  keepClocks,
  NotAllowedNow,
  type Pathway,
  type PathwayState,
  withChanges,
} from '../src';
import { manySchoolYears } from './school-years';

/** One thing that happens: what is said beside the event's example, when, and what the records say. */
export type Told = readonly [type: string, payload?: object, on?: CalendarDay, facts?: Facts];

/** A case after something happened: where it stands, its clocks, and what follows. */
export interface Chapter {
  readonly state: PathwayState;
  readonly clocks: readonly Clock[];
  readonly instructions: readonly Instruction[];
}

/** Tells the story of one case of a pathway, with its clocks, over many school years. */
export function storyOf(pathway: Pathway, usualDay: CalendarDay) {
  function next(before: Chapter | undefined, [type, payload, on = usualDay, facts]: Told): Chapter {
    const { example, exampleFacts } = pathway.events[type]!;
    const event = {
      type,
      occurredOn: on,
      payload: { ...example, ...payload },
      facts: { actorMay: [], ...exampleFacts, ...facts },
    };
    const after = before ? advance(pathway, before.state, event) : begin(pathway, event);
    const past = {
      event,
      before: before?.state.value ?? {},
      after: after.state.value,
      context: after.state.context,
      closed: after.closed,
    };
    const clocks = before?.clocks ?? [];
    return {
      state: after.state,
      clocks: withChanges(clocks, keepClocks(pathway.clocks, clocks, past, manySchoolYears)),
      instructions: after.instructions,
    };
  }
  /** The case as it stands after its opening and all that is told. */
  const play = (opening: object, ...told: Told[]): Chapter =>
    told.reduce(next, next(undefined, [pathway.opensWith, opening]));
  return { play, next };
}

/** The day of the open clock of this code; undefined when none is open. */
export const dueOf = ({ clocks }: Chapter, code: string): CalendarDay | undefined =>
  clocks.find((clock) => clock.code === code && clock.status === 'open')?.dueOn;

/** The guards that said no. @throws Error when nothing did */
export function refusalOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons.map(({ guard }) => guard);
    throw error;
  }
  throw new Error('It was allowed');
}
