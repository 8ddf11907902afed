import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { type EventDefinition, type FactName, type PathwayEvent, type Regions } from './event';
import { type Instruction } from './instruction';
import { type Missing, NotAllowedNow, type Reason } from './not-allowed-now';
import { type GuardInput, type Pathway, type PathwayState } from './pathway';
import { pureBegin, pureStep, snapshotOf } from './pure-step';
import { beginsUnder } from './policy';
import { withDue } from './task-days';
import { stepsOf, wayTo } from './way-to';
import { afterTheEnd, notFromHere } from './not-from-here';

/** All that a closed case can take: its work goes on in a new case, which knows this one (handbook 2.4). */
const REOPENED = 'CASE_REOPENED';

/** What one event does to a case. */
export interface Step {
  readonly state: PathwayState;
  readonly closed: boolean;
  readonly instructions: readonly Instruction[];
}

/** How possible one event is now. */
export interface Possibility {
  readonly type: string;
  readonly definition: EventDefinition;
  readonly reasons: readonly Reason[];
}

/**
 * Opens a case with its first event. Pure.
 * @throws NotAllowedNow with the guards that said no
 */
export function begin(pathway: Pathway, event: PathwayEvent): Step {
  const policy = beginsUnder(event);
  const input = { context: policy, event };
  const unmet = (pathway.opensIf ?? []).filter((name) => !guardNamed(pathway, name).test(input));
  if (unmet.length) {
    throw new NotAllowedNow(
      event.type,
      unmet.map((name) => reasonFor(pathway, name, input)),
    );
  }
  const [begun, actions] = pureBegin(pathway.machine, event);
  const context = { ...(begun.context as Record<string, unknown>), ...policy };
  return stepFrom({ ...begun, context }, actions);
}

/**
 * Takes one event. Pure: no database, no clock; the same state and event always give the same step.
 * @throws NotAllowedNow with the guards that said no
 */
export function advance(pathway: Pathway, state: PathwayState, event: PathwayEvent): Step {
  const before = snapshotOf(pathway.machine, state);
  const told = { ...event, at: before.value as Regions };
  const reasons = whyNot(pathway, before, told, () => true);
  if (reasons) throw new NotAllowedNow(event.type, reasons);
  if (before.hasTag('closed')) return stepFrom(before, []);
  const [after, actions] = pureStep(pathway.machine, before, told);
  return stepFrom(after, actions);
}

/**
 * What can happen now, and what stands against the rest: the same judgement for buttons, API and agenda.
 * `only` asks about these events alone: lists ask about one or two.
 */
export function possibilities(
  pathway: Pathway,
  state: PathwayState,
  event: Omit<PathwayEvent, 'type' | 'payload'>,
  only: readonly string[] = Object.keys(pathway.events),
): Possibility[] {
  const before = snapshotOf(pathway.machine, state);
  return Object.entries(pathway.events)
    .filter(([type]) => only.includes(type) && arrowsFor(before, type).length > 0)
    .map(([type, definition]) => {
      const told = { ...event, type, payload: {}, at: before.value as Regions };
      const reasons =
        whyNot(pathway, before, told, (name) => !pathway.guards[name]?.aboutAnswer) ?? [];
      return { type, definition, reasons };
    });
}

/** The facts that the guards of this event will ask for in this state. */
export function factsNeeded(pathway: Pathway, state: PathwayState, type: string): FactName[] {
  const names = arrowsFor(snapshotOf(pathway.machine, state), type).flat();
  return [...new Set(names.flatMap((name) => pathway.guards[name]?.needs ?? []))];
}

/** Whether work is over: after this a case receives nothing but CASE_REOPENED. */
export function isClosed(pathway: Pathway, state: PathwayState): boolean {
  return snapshotOf(pathway.machine, state).hasTag('closed');
}

type ActionOut = { type: string; params: unknown };

function stepFrom(after: AnyMachineSnapshot, actions: readonly ActionOut[]): Step {
  return {
    state: { value: after.value as Regions, context: after.context as Record<string, unknown> },
    closed: after.hasTag('closed'),
    instructions: actions.map((action) =>
      withDue(instructionFrom(action), after.context as object),
    ),
  };
}

function instructionFrom({ type, params }: ActionOut): Instruction {
  if (type !== 'xstate.emit') throw new Error(`A pathway may only assign and emit, not ${type}`);
  return (params as { event: Instruction }).event;
}

/** The guard names of each arrow this event could take from here; an arrow without a guard is an empty list. */
function arrowsFor(before: AnyMachineSnapshot, type: string): readonly string[][] {
  if (before.hasTag('closed'))
    return type === REOPENED ? [['withinTwelveMonths', 'noOpenCase']] : [];
  return arrowsFrom(before).get(type) ?? [];
}

type Arrows = ReadonlyMap<string, string[][]>;
const MOST_KEPT = 2_000;
const kept = new WeakMap<object, Map<string, Arrows>>();

/** Every arrow that leads from where the case stands. It depends on the regions alone, so it is worked out once for each. */
function arrowsFrom(before: AnyMachineSnapshot): Arrows {
  const known = kept.get(before.machine) ?? new Map<string, Arrows>();
  kept.set(before.machine, known);
  const key = JSON.stringify(before.value);
  const found = known.get(key);
  if (found) return found;
  const arrows = new Map<string, string[][]>();
  for (const { eventType, guard } of getNextTransitions(before)) {
    const type = eventType as string;
    arrows.set(type, [...(arrows.get(type) ?? []), namesOf(guard)]);
  }
  for (const [type, lists] of arrows) arrows.set(type, shared(lists));
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, arrows);
  return arrows;
}

const sharedLists = new Map<string, string[][]>();

/** From most places an event has the same arrows as from the next one: the list is kept once. */
function shared(lists: string[][]): string[][] {
  const key = JSON.stringify(lists);
  const known = sharedLists.get(key) ?? lists;
  sharedLists.set(key, known);
  return known;
}

function namesOf(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  const { type, params } = guard as { type: string; params?: readonly string[] };
  return type === 'all' ? [...(params ?? [])] : [type];
}

/** Undefined when some arrow is open; otherwise the smallest set of reasons that would open one. */
function whyNot(
  pathway: Pathway,
  before: AnyMachineSnapshot,
  event: PathwayEvent,
  counts: (guard: string) => boolean,
): Reason[] | undefined {
  const input = { context: before.context as Record<string, unknown>, event };
  const arrows = arrowsFor(before, event.type);
  if (!arrows.length) {
    const at = before.value as Regions;
    return [
      before.hasTag('closed')
        ? afterTheEnd(pathway, REOPENED)
        : notFromHere(pathway, at, event.type),
    ];
  }
  const failing = arrows.map((names) =>
    names.filter((name) => counts(name) && !guardNamed(pathway, name).test(input)),
  );
  if (failing.some((names) => !names.length)) return undefined;
  const smallest = failing.reduce((least, names) => (names.length < least.length ? names : least));
  return smallest.map((name) => reasonFor(pathway, name, input));
}

function guardNamed(pathway: Pathway, name: string) {
  const guard = pathway.guards[name];
  if (!guard) throw new Error(`${pathway.name} names a guard it does not have: ${name}`);
  return guard;
}

function reasonFor(pathway: Pathway, name: string, input: GuardInput): Reason {
  const { text, missing, otherWays } = guardNamed(pathway, name);
  return {
    ...(otherWays ? { otherWays } : {}),
    guard: name,
    text: typeof text === 'string' ? text : text(input),
    missing: (missing?.(input) ?? []).flatMap((it) => withWay(pathway, input, it)),
  };
}

/** What is missing, after the steps that must come before its own form can be used. */
function withWay(pathway: Pathway, { event }: GuardInput, missing: Missing): Missing[] {
  const way = missing.byEvent && event.at && wayTo(pathway, event.at, missing.byEvent);
  return [...stepsOf(pathway, way || []), missing];
}
