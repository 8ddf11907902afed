import { type AnyStateNode } from 'xstate';
import { type EventDefinition, type Regions } from './event';
import { type Missing } from './not-allowed-now';
import { type Pathway } from './pathway';
import { type Role, ROLES } from './role';

/** The events that come before this one, in order; undefined when no way leads back to where it is possible. */
export type Way = readonly string[] | undefined;

const kept = new WeakMap<Pathway, Map<string, Way>>();

/**
 * The fewest events, as the machine draws them, after which this one can be recorded. Empty when it can be recorded
 * from here. What each step asks for is told when the step is asked about. Worked out once for each place of a machine.
 */
export function wayTo(pathway: Pathway, regions: Regions, type: string): Way {
  const known = kept.get(pathway) ?? new Map<string, Way>();
  kept.set(pathway, known);
  const key = `${type} ${JSON.stringify(regions)}`;
  if (!known.has(key)) known.set(key, shortest(pathway, regions, type));
  return known.get(key);
}

function shortest(pathway: Pathway, regions: Regions, type: string): Way {
  const nodes = Object.entries(pathway.machine.root.states as Record<string, AnyStateNode>);
  const ways = nodes.flatMap(([region, node]) => {
    const start = node.states[regions[region] ?? ''];
    const way = start && wayWithin(pathway, node, start, type);
    return way ? [way] : [];
  });
  return ways.sort((a, b) => a.length - b.length)[0];
}

/** Breadth first through one region; of two steps that lead equally far, the one that is hoped for. */
function wayWithin(pathway: Pathway, region: AnyStateNode, start: AnyStateNode, type: string): Way {
  const seen = new Set([start]);
  const queue: { readonly node: AnyStateNode; readonly way: readonly string[] }[] = [
    { node: start, way: [] },
  ];
  for (const { node, way } of queue) {
    if (node.transitions.has(type) || region.transitions.has(type)) return way;
    for (const [event, target] of onwards(pathway, node)) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push({ node: target, way: [...way, event] });
    }
  }
  return undefined;
}

function onwards({ events }: Pathway, node: AnyStateNode): [event: string, to: AnyStateNode][] {
  return [...node.transitions.entries()]
    .sort(([a], [b]) => rank(events[a]) - rank(events[b]))
    .flatMap(([event, arrows]) =>
      arrows.flatMap(({ target }) =>
        (target ?? [])
          .filter(({ type }) => type !== 'final')
          .map((to): [string, AnyStateNode] => [event, to]),
      ),
    );
}

const PROMINENCE = ['hoped', 'usual', 'other', 'rare'];

const rank = (definition: EventDefinition | undefined) =>
  PROMINENCE.indexOf(definition?.prominence ?? 'usual');

/** The steps of a way as what is missing: each with who may take it, and the event whose form takes it. */
export function stepsOf(pathway: Pathway, way: readonly string[]): Missing[] {
  return way.map((type) => ({
    what: pathway.events[type]?.title ?? type,
    who: whoRecords(pathway, type),
    byEvent: type,
  }));
}

/** 'First: “Start screening”, then “Confirm the score”.' */
export function inOrder(steps: readonly Missing[]): string {
  const [first, ...then] = steps.map(({ what }) => `“${what}”`);
  const told = then.slice(0, MOST_TOLD - 1);
  const more = then.length - told.length;
  const last = more ? [`${more} more ${more === 1 ? 'step' : 'steps'}`] : [];
  return `First: ${[first, ...told, ...last].join(', then ')}.`;
}

const MOST_TOLD = 4;

/** Who takes a step, in words: those who hold such cases if they may, else the first of those who may. */
function whoRecords({ events, heldBy }: Pathway, type: string): string {
  const roles: readonly Role[] = events[type]?.roles.filter((role) => role !== 'system') ?? [];
  const role = heldBy.find((it) => roles.includes(it)) ?? roles[0];
  return role ? ROLES[role] : 'Nobody: Causeway records it when its day comes';
}
