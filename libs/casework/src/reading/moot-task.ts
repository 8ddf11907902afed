import { type Pathway, type PathwayState } from '@app/pathways';
import { eventsFrom } from './from-here';
import { type OpenTask } from './work-case';

/** A task that asks for what a clock asked for too, when the case has gone past the step that does it. */
export function isMoot({ text }: OpenTask, pathway: Pathway, state: PathwayState): boolean {
  const rule = pathway.clocks.find(({ ask, doneBy }) => ask === text && doneBy);
  return rule?.doneBy !== undefined && !eventsFrom(pathway, state).has(rule.doneBy);
}

/** The tasks of a case that still ask for something. */
export function liveTasks(
  tasks: readonly OpenTask[],
  pathway: Pathway,
  state: PathwayState,
): OpenTask[] {
  return tasks.filter((task) => !isMoot(task, pathway, state));
}
