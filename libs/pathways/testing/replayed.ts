import scenarios from '../../../test/vectors/scenarios.json';
import { type Facts } from '../src/event';
import { type Pathway } from '../src/pathway';
import { type Replayed, replayScenarios } from '../src/replay';

/** One dated step of a story: null opens the case; the payload goes over the event's example. */
export type Told = readonly [on: string, event: string | null, payload?: object, facts?: Facts];

/** Plays a story against the calendar of the scenarios. */
export function replayed(pathway: Pathway, ...story: readonly Told[]): Replayed[] {
  const steps = story.map(([on, event, payload, facts]) => ({ on, event, payload, facts }));
  const scenario = { id: 'own', machine: pathway.name, steps };
  return replayScenarios({ calendar: scenarios.calendar, scenarios: [scenario] }, [pathway]);
}

/** Where the story ends, as short words: the state of the work, or the guards that said no. */
export function ending(pathway: Pathway, ...story: readonly Told[]): string | undefined {
  const last = replayed(pathway, ...story).at(-1);
  return last?.refused?.map(({ guard }) => guard).join(', ') ?? last?.state['work'];
}
