import { type AnyStateNode } from 'xstate';
import { type Pathway } from '../src/pathway';
import { type Regions } from '../src/event';

/** One transition of a machine: where it starts (`*`: anywhere in its region), what takes it, and who says no. */
export interface Arrow {
  readonly id: string;
  readonly region: string;
  readonly from: string;
  readonly event: string;
  readonly guards: readonly string[];
  /** Undefined when the case stays where it is. */
  readonly to: string | undefined;
}

const known = new WeakMap<Pathway, readonly Arrow[]>();

/** The one thing that a closed case can take. */
const AFTER_THE_END = 'CASE_REOPENED';

/** Every arrow of every region, and the one out of a closed case, in the order in which the machine tries them. */
export function arrowsOf(pathway: Pathway): readonly Arrow[] {
  const found = known.get(pathway) ?? [
    ...regionsOf(pathway).flatMap(arrowsOfRegion),
    ...arrowOfClosed(pathway),
  ];
  known.set(pathway, found);
  return found;
}

/** The regions of a machine, by name. */
export function regionsOf(pathway: Pathway): [region: string, node: AnyStateNode][] {
  return Object.entries(pathway.machine.root.states as Record<string, AnyStateNode>);
}

function arrowOfClosed({ events }: Pathway): Arrow[] {
  if (!(AFTER_THE_END in events)) return [];
  const id = `closed ${AFTER_THE_END}`;
  const guards = ['withinTwelveMonths', 'noOpenCase'];
  return [{ id, region: 'closed', from: '*', event: AFTER_THE_END, guards, to: undefined }];
}

function arrowsOfRegion([region, node]: [string, AnyStateNode]): Arrow[] {
  return [
    ...Object.values(node.states).flatMap((state) => arrowsFrom(region, state.key, state)),
    ...arrowsFrom(region, '*', node),
  ];
}

function arrowsFrom(region: string, from: string, node: AnyStateNode): Arrow[] {
  return [...node.transitions.entries()].flatMap(([event, list]) =>
    list.map(({ guard, target }, index) => ({
      id: `${region}.${from} ${event}${list.length > 1 ? `#${index + 1}` : ''}`,
      region,
      from,
      event,
      guards: guardNames(guard),
      to: target?.[0]?.key,
    })),
  );
}

function guardNames(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  const { type, params } = guard as { type: string; params?: readonly string[] };
  return type === 'all' ? [...(params ?? [])] : [type];
}

/** For each event, the arrows that each region would try from here, in order. */
export type Tried = ReadonlyMap<string, readonly (readonly Arrow[])[]>;

const MOST_PLACES = 2_000;
const tried = new WeakMap<Pathway, Map<string, Tried>>();

/** What each event could do to a case that stands here. */
export function arrowsAt(pathway: Pathway, regions: Regions, closed: boolean): Tried {
  const places = tried.get(pathway) ?? new Map<string, Tried>();
  tried.set(pathway, places);
  const key = JSON.stringify(regions);
  const found = places.get(key) ?? groupedAt(pathway, regions, closed);
  if (places.size >= MOST_PLACES) places.clear();
  places.set(key, found);
  return found;
}

function groupedAt(pathway: Pathway, regions: Regions, closed: boolean): Tried {
  const here = arrowsOf(pathway).filter(
    ({ region, from }) =>
      closed === (region === 'closed') && (from === '*' || regions[region] === from),
  );
  const byEvent = new Map<string, Map<string, Arrow[]>>();
  for (const arrow of here) {
    const byRegion = byEvent.get(arrow.event) ?? new Map<string, Arrow[]>();
    byRegion.set(arrow.region, [...(byRegion.get(arrow.region) ?? []), arrow]);
    byEvent.set(arrow.event, byRegion);
  }
  return new Map([...byEvent].map(([event, byRegion]) => [event, [...byRegion.values()]]));
}
