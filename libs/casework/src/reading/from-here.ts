import {
  type Pathway,
  type PathwayState,
  type Possibility,
  possibilities,
  type Facts,
  type Role,
} from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

const MOST_KEPT = 2_000;
const kept = new Map<string, ReadonlySet<string>>();

/** The events that have an arrow from where the case stands; kept, since they depend on the regions alone. */
export function eventsFrom(pathway: Pathway, state: PathwayState): ReadonlySet<string> {
  const key = `${pathway.name} ${pathway.version} ${Object.values(state.value).join(' ')}`;
  const known = kept.get(key);
  if (known) return known;
  const found = new Set(
    possibilities(pathway, state, { occurredOn: '2000-01-01', facts: {} }).map(({ type }) => type),
  );
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

/** What stands against these events now. */
export function judged(
  pathway: Pathway,
  state: PathwayState,
  asked: {
    readonly occurredOn: CalendarDay;
    readonly facts: Facts;
    readonly events: readonly string[];
  },
): ReadonlyMap<string, Possibility> {
  const { occurredOn, facts, events } = asked;
  const found = possibilities(pathway, state, { occurredOn, facts }, events);
  return new Map(found.map((it) => [it.type, it]));
}

/** Whether people with these roles may record this event. */
export function rolesMay(pathway: Pathway, type: string, roles: readonly Role[]): boolean {
  return pathway.events[type]?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Whether an event is a decision: nobody who can hold the case may record it. */
export function isDecision({ events, heldBy }: Pathway, type: string): boolean {
  const roles = events[type]?.roles ?? [];
  return roles.length > 0 && !roles.some((role) => heldBy.includes(role) || role === 'system');
}

/** Stages in which people with these roles have to decide, as 'pathway:stage'. */
export function stagesToDecide(pathways: readonly Pathway[], roles: readonly Role[]): string[] {
  return pathways.flatMap((pathway) =>
    stagesOf(pathway).flatMap(([stage, events]) =>
      events.some((type) => decides(pathway, type, roles)) ? [`${pathway.name}:${stage}`] : [],
    ),
  );
}

/** The stages of the work region in which an event has an arrow. */
export function stagesWith(pathway: Pathway, type: string): string[] {
  return stagesOf(pathway).flatMap(([stage, events]) => (events.includes(type) ? [stage] : []));
}

function decides(pathway: Pathway, type: string, roles: readonly Role[]): boolean {
  const isHoped = pathway.events[type]?.prominence === 'hoped';
  return isHoped && isDecision(pathway, type) && rolesMay(pathway, type, roles);
}

function stagesOf(pathway: Pathway): [stage: string, events: string[]][] {
  const regions = pathway.machine.root.states as Record<
    string,
    { states: Record<string, { config: { on?: object } }> }
  >;
  return Object.entries(regions['work']?.states ?? {}).map(([stage, { config }]) => [
    stage,
    Object.keys(config.on ?? {}),
  ]);
}
