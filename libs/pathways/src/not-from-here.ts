import { type Regions } from './event';
import { type Reason } from './not-allowed-now';
import { type Pathway } from './pathway';
import { inOrder, stepsOf, wayTo } from './way-to';

/** Why nothing can be recorded on a closed case, and the one event that takes its work up again. */
export function afterTheEnd(pathway: Pathway, reopened: string): Reason {
  return {
    guard: 'caseOpen',
    text: `This case is closed, so nothing more can be recorded on it. You can reopen it with a reason.`,
    missing: stepsOf(pathway, reopened in pathway.events ? [reopened] : []),
  };
}

/** Why an event cannot be recorded where the case stands now, and the steps that come first. */
export function notFromHere(pathway: Pathway, regions: Regions, type: string): Reason {
  const title = pathway.events[type]?.title ?? type;
  const here = pathway.copy.states['work']?.[regions['work'] ?? ''] ?? 'this point';
  const steps = stepsOf(pathway, wayTo(pathway, regions, type) ?? []);
  const when = pathway.copy.whenPossible?.[type] ?? (steps.length ? '' : laterWords(pathway, type));
  const words = [when, steps.length ? inOrder(steps) : ''].filter(Boolean).join(' ');
  return {
    guard: 'possibleFromHere',
    text: `“${title}” cannot be recorded while the case is at “${here}”. ${words}`.trim(),
    missing: steps,
  };
}

function laterWords(pathway: Pathway, type: string): string {
  const regions = pathway.machine.root.states as Record<
    string,
    { states: Record<string, { on?: unknown; config: { on?: Record<string, unknown> } }> }
  >;
  const places = Object.entries(regions).flatMap(([region, node]) =>
    Object.entries(node.states)
      .filter(([, state]) => state.config.on && type in state.config.on)
      .map(([name]) => pathway.copy.states[region]?.[name] ?? name),
  );
  if (!places.length) return '';
  return `It can be recorded at: ${places.join('; ')}.`;
}
