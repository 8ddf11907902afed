import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type ExecutableActionObject,
} from 'xstate';
import { type PathwayEvent } from './event';
import { type PathwayState } from './pathway';

type Scope = Parameters<AnyStateMachine['transition']>[2];

const scopes = new WeakMap<AnyStateMachine, Scope>();
const snapshots = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>();
const MOST_PLACES = 5000;

/**
 * XState's `transition()`, with the same result and a tenth of the cost: XState makes a new actor for every
 * call, and its whole first state with it. A step keeps nothing in its actor, so one for each machine will do.
 */
export function pureStep(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: PathwayEvent,
): [after: AnyMachineSnapshot, actions: ExecutableActionObject[]] {
  const { scope, actions } = listening(machine);
  return [machine.transition(before, event, scope) as AnyMachineSnapshot, actions];
}

/** XState's `initialTransition()`, in the same way: the state that a machine begins with, and what it asks for. */
export function pureBegin(
  machine: AnyStateMachine,
  opening: PathwayEvent,
): [after: AnyMachineSnapshot, actions: ExecutableActionObject[]] {
  const { scope, actions } = listening(machine);
  return [machine.getInitialSnapshot(scope, opening) as AnyMachineSnapshot, actions];
}

/**
 * The state of a case as XState knows it. Working out which nodes belong to a value costs as much as a step, and many
 * cases stand at the same place: it is done once for each, and the case's own memory is put in.
 */
export function snapshotOf(machine: AnyStateMachine, state: PathwayState): AnyMachineSnapshot {
  const places = snapshots.get(machine) ?? new Map<string, AnyMachineSnapshot>();
  const key = JSON.stringify(state.value);
  const resolved = places.get(key) ?? (machine.resolveState(state) as AnyMachineSnapshot);
  if (places.size >= MOST_PLACES) places.clear();
  snapshots.set(machine, places.set(key, resolved));
  return { ...resolved, context: state.context };
}

/** A place for one step to stand, and the list in which it writes what it asks for. */
function listening(machine: AnyStateMachine) {
  const actions: ExecutableActionObject[] = [];
  const scope: Scope = {
    ...scopeOf(machine),
    actionExecutor: (action: ExecutableActionObject) => void actions.push(action),
  };
  return { scope, actions };
}

/** An actor that is never started: a place for the step to stand. */
function scopeOf(machine: AnyStateMachine): Scope {
  const known = scopes.get(machine);
  if (known) return known;
  const self = createActor(machine);
  const nothing = () => undefined;
  const scope: Scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}
