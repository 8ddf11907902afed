import { NotAllowedNow } from '@app/pathways';
import { type AnyMachineSnapshot, getNextTransitions, transition } from 'xstate';
import {
  ACTION_STATES,
  type ActionEvent,
  type ActionEventType,
  actionGuards,
  actionMachine,
  type ActionState,
} from './action-machine';

/**
 * Where an action stands after an event. Pure.
 * @throws NotAllowedNow with the guard that said no, or because the event has no arrow from here
 */
export function actionStep(from: ActionState, event: ActionEvent): ActionState {
  const before = standingAt(from);
  const arrow = arrowsFrom(before).get(event.type);
  if (!arrow) throw notFromHere(from, event.type);
  if (arrow.guard && !actionGuards[arrow.guard].test({ event })) {
    const { text } = actionGuards[arrow.guard];
    throw new NotAllowedNow(event.type, [{ guard: arrow.guard, text, missing: [] }]);
  }
  const [after] = transition(actionMachine, before, event);
  return after.value;
}

/** The events that an action in this state can receive. Pure. */
export function eventsOfAction(from: ActionState): ActionEventType[] {
  return [...arrowsFrom(standingAt(from)).keys()];
}

const standingAt = (value: ActionState) => actionMachine.resolveState({ value });

function arrowsFrom(
  before: AnyMachineSnapshot,
): Map<ActionEventType, { guard: keyof typeof actionGuards | undefined }> {
  return new Map(
    getNextTransitions(before).map(({ eventType, guard }) => [
      eventType as ActionEventType,
      { guard: guard as keyof typeof actionGuards | undefined },
    ]),
  );
}

function notFromHere(from: ActionState, type: ActionEventType): NotAllowedNow {
  const text = `This action stands at “${ACTION_STATES[from]}” now, so this cannot be recorded on it`;
  return new NotAllowedNow(type, [{ guard: 'possibleFromHere', text, missing: [] }]);
}
