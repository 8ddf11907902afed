import { type DateState } from '@app/casework';

/** A state as the macro `state` shows it. */
export interface StateModel {
  readonly kind: string;
  readonly text: string;
}

/** For lists: the name of a state stands only where it is an exception. */
export function listState(state: DateState | undefined): StateModel | undefined {
  if (!state) return undefined;
  const isNamed = state.kind === 'breached' || state.kind === 'at_risk';
  return { kind: markOf(state), text: isNamed ? state.text : state.words };
}

/** For the table of clocks: every state is named. */
export function namedState(state: DateState): StateModel {
  return { kind: markOf(state), text: state.text };
}

function markOf({ kind }: DateState): string {
  return kind;
}
