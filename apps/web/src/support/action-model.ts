import {
  ACTION_STATES,
  type ActionRow,
  type ActionState,
  eventsOfAction,
  mayCancelActions,
  type OpenedCase,
  type PersonalEvent,
} from '@app/casework';
import { type Actor } from '@app/access';
import { longDay, shortDay } from '@app/statutory-calendar';
import { type StateModel } from '../cases/state-model';
import { paths } from '../paths';
import { ACTION_STEPS, actionSlug } from './action-steps';

/** An action as a row of the list. */
export function actionRow(action: ActionRow, { file, today }: OpenedCase) {
  return {
    text: action.text,
    href: paths.support.action(file.reference, action.id),
    owner: action.ownerName,
    outside: action.ownerId === null,
    due: shortDay(action.dueOn),
    state: actionStateOf(action, today),
    evidence: action.evidence,
  };
}

/** The facts of one action. */
export function actionFacts(action: ActionRow, opened: OpenedCase) {
  return {
    ...actionRow(action, opened),
    due: longDay(action.dueOn),
    opened: longDay(action.openedOn),
    email: action.ownerEmail,
  };
}

/** What this person can record on the action now. */
export function actionLinks(action: ActionRow, { file }: OpenedCase, officer: Actor) {
  return eventsOfAction(action.state)
    .filter((type): type is PersonalEvent => type in ACTION_STEPS)
    .filter((type) => type !== 'VERIFIED' || action.ownerId !== officer.id)
    .filter((type) => type !== 'CANCELLED' || mayCancelActions(officer))
    .map((type) => ({
      title: ACTION_STEPS[type].title,
      href: paths.support.actionStep(file.reference, action.id, actionSlug(type)),
    }));
}

const MARKS: Readonly<Record<ActionState, string>> = {
  open: 'on_time',
  overdue: 'breached',
  blocked: 'blocked',
  done_unverified: 'waiting',
  done: 'met',
  cancelled: 'none',
};

/** An open action past its day is overdue, whether or not the night has come. */
export function actionStateOf(
  { state, dueOn }: Pick<ActionRow, 'state' | 'dueOn'>,
  today: string,
): StateModel {
  const shown = state === 'open' && dueOn < today ? 'overdue' : state;
  return { kind: MARKS[shown], text: ACTION_STATES[shown] };
}
