import { type Pathway, type PathwayState } from '@app/pathways';
import { eventsFrom } from './from-here';
import { type OpenTask } from './work-case';

/** A task whose own steps, or those of the clock that asked for the same, can no longer come. */
export function isMoot({ text, doneBy }: OpenTask, pathway: Pathway, state: PathwayState): boolean {
  const rule = pathway.clocks.find((it) => it.ask === text && it.doneBy);
  const steps = rule?.doneBy ? [...doneBy, rule.doneBy] : doneBy;
  const from = eventsFrom(pathway, state);
  return steps.length > 0 && !steps.some((type) => from.has(type));
}

/** The tasks of a case that still ask for something. */
export function liveTasks(
  tasks: readonly OpenTask[],
  pathway: Pathway,
  state: PathwayState,
): OpenTask[] {
  return tasks.filter((task) => !isMoot(task, pathway, state));
}
