import { setup } from 'xstate';

/** What is said to an action, and what the shell knows beside it. */
export interface ActionEvent {
  readonly type: ActionEventType;
  readonly evidenceText?: string | undefined;
  readonly reason?: string | undefined;
  readonly newOwner?: boolean;
  readonly newDue?: string | undefined;
  /** The person who speaks may cancel: they chair, or they lead the work. */
  readonly chairApproves?: boolean;
  readonly actorIsOwner?: boolean;
}

export type ActionEventType =
  | 'MARK_DONE'
  | 'DUE_PASSED'
  | 'MARK_BLOCKED'
  | 'REASSIGNED'
  | 'CANCELLED'
  | 'VERIFIED'
  | 'REJECTED';

export type ActionState = 'open' | 'overdue' | 'blocked' | 'done_unverified' | 'done' | 'cancelled';

type Test = (args: { event: ActionEvent }) => boolean;

/** Conditions of an action, each with the words of its refusal. */
export const actionGuards = {
  evidenceText: {
    test: ({ event }) => Boolean(event.evidenceText),
    text: 'Say how we know that it is done',
  },
  reason: { test: ({ event }) => Boolean(event.reason), text: 'Give the reason' },
  newOwnerAndDue: {
    test: ({ event }) => Boolean(event.newOwner) && Boolean(event.newDue),
    text: 'Name a new owner and a new date',
  },
  chairApproves: {
    test: ({ event }) => event.chairApproves ?? false,
    text: 'A chair, the transition lead or a SEND manager cancels an action',
  },
  'verifier!=owner': {
    test: ({ event }) => !(event.actorIsOwner ?? false),
    text: 'Somebody other than the owner checks that an action is done',
  },
} satisfies Record<string, { test: Test; text: string }>;

const guards = Object.fromEntries(
  Object.entries(actionGuards).map(([name, { test }]) => [name, test]),
) as Record<keyof typeof actionGuards, Test>;

const cancelled = { guard: 'chairApproves', target: 'cancelled' } as const;
const running = {
  MARK_DONE: { guard: 'evidenceText', target: 'done_unverified' },
  MARK_BLOCKED: { guard: 'reason', target: 'blocked' },
  CANCELLED: cancelled,
} as const;

/** The life of one action (handbook 3.4): whoever owns it never checks it. */
export const actionMachine = setup({ types: { events: {} as ActionEvent }, guards }).createMachine({
  id: 'action',
  initial: 'open',
  states: {
    open: { on: { ...running, DUE_PASSED: 'overdue' } },
    overdue: { on: running },
    blocked: {
      on: { REASSIGNED: { guard: 'newOwnerAndDue', target: 'open' }, CANCELLED: cancelled },
    },
    done_unverified: {
      on: {
        VERIFIED: { guard: 'verifier!=owner', target: 'done' },
        REJECTED: { guard: 'reason', target: 'open' },
      },
    },
    done: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** Words for every state. */
export const ACTION_STATES: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  blocked: 'Blocked',
  done_unverified: 'Done, to verify',
  done: 'Done',
  cancelled: 'Cancelled',
};

/** States in which something is still to be done. */
export const TO_DO: readonly ActionState[] = ['open', 'overdue', 'blocked'];
