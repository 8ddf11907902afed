import { type OWNERS_SAY, type PersonalEvent } from '@app/casework';

/** What an owner says of their own action. */
export type OwnersWord = (typeof OWNERS_SAY)[number];

/** The words of what can be recorded on an action. */
export interface ActionStepWords {
  readonly title: string;
  readonly submit: string;
  readonly done: string;
}

export const ACTION_STEPS: Readonly<Record<PersonalEvent, ActionStepWords>> = {
  MARK_DONE: {
    title: 'Record that the action is done',
    submit: 'Record that it is done',
    done: 'The action is recorded as done. Somebody else checks it.',
  },
  MARK_BLOCKED: {
    title: 'Say that the action cannot be done',
    submit: 'Say that it is blocked',
    done: 'The action is recorded as blocked. Whoever leads the work is told.',
  },
  REASSIGNED: {
    title: 'Give the action to somebody',
    submit: 'Give it to them',
    done: 'The action has a new owner and a new date.',
  },
  CANCELLED: {
    title: 'Cancel the action',
    submit: 'Cancel the action',
    done: 'The action is cancelled.',
  },
  VERIFIED: {
    title: 'Confirm that the action is done',
    submit: 'Confirm it',
    done: 'The action is done.',
  },
  REJECTED: {
    title: 'Send the action back',
    submit: 'Send it back',
    done: 'The action is open again, with a new date.',
  },
};

/** The words of a line in an action's trail. */
export const TRAIL_WORDS: Readonly<Record<string, string>> = {
  ADDED: 'Action added',
  MARK_DONE: 'Said to be done',
  DUE_PASSED: 'The date passed',
  MARK_BLOCKED: 'Cannot be done',
  REASSIGNED: 'Given to a new owner',
  CANCELLED: 'Cancelled',
  VERIFIED: 'Checked: it is done',
  REJECTED: 'Sent back',
};

/** An event as it stands in an address: 'mark-done'. */
export const actionSlug = (type: string) => type.toLowerCase().replaceAll('_', '-');

/** The event that an address names. */
export function actionEventOf(slug: string): PersonalEvent | undefined {
  const type = slug.toUpperCase().replaceAll('-', '_');
  return type in ACTION_STEPS ? (type as PersonalEvent) : undefined;
}
