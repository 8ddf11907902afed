import { type Limit } from '@app/statutory-calendar';
import { assign, emit, type MachineContext } from 'xstate';
import { type PathwayEvent, said } from './event';
import { type Instruction, type Recipient } from './instruction';
import { type Guard } from './pathway';

type Given<P> = (args: unknown, params: P) => Instruction;
type SendParams = { notice: string; to: readonly Recipient[]; statutory?: boolean };
type OpenParams = Omit<Extract<Instruction, { type: 'case.open' }>, 'type'>;
type TaskParams = Omit<Extract<Instruction, { type: 'task.open' }>, 'type'>;

const emitted = <C extends MachineContext, P>(make: Given<P>) =>
  emit<C, PathwayEvent, P extends undefined ? undefined : P & object, PathwayEvent, Instruction>(
    make as never,
  );

/** What any pathway may ask the shell to do, said the same way everywhere. */
export function instructionsFor<C extends MachineContext>() {
  return {
    send: emitted<C, SendParams>((_, params) => ({ type: 'message.send', ...params })),
    task: emitted<C, TaskParams>((_, params) => ({ type: 'task.open', ...params })),
    claimPlace: emitted<C, undefined>(() => ({ type: 'place.claim' })),
    claimPlaceIn: emitted<C, { unit: string }>((_, params) => ({ type: 'place.claim', ...params })),
    releasePlace: emitted<C, undefined>(() => ({ type: 'place.release' })),
    releasePlaceAfter: emitted<C, { after: Limit }>((_, params) => ({
      type: 'place.release',
      ...params,
    })),
    cancelMessages: emitted<C, { reason: string; to?: readonly Recipient[] }>((_, params) => ({
      type: 'messages.cancel',
      ...params,
    })),
    openCase: emitted<C, OpenParams>((_, params) => ({
      type: 'case.open',
      ...params,
    })),
    /** Opens the actions of the event's rows `{ what, owner, due? }`. */
    agreeActions: emit<C, PathwayEvent, undefined, PathwayEvent, Instruction>(
      ({ event }: { event: PathwayEvent }) => agreedIn(event),
    ),
    /** The child's record follows its cases: restricted while one of them is. */
    restrictRecord: emitted<C, undefined>(() => ({ type: 'record.restrict' })),
  };
}

interface AgreedRow {
  readonly what: string;
  readonly owner: string;
  readonly due?: string;
}

function agreedIn({ payload }: PathwayEvent): Instruction {
  const rows = (payload['actions'] ?? []) as readonly AgreedRow[];
  const actions = rows.map(({ what, owner, due }) => ({
    text: `${what} (${owner})`,
    dueOn: due ?? null,
  }));
  return { type: 'actions.open', actions };
}

/** Remembers why a case ended: `closeAs` the code given, `keepReason` the one that the event says (handbook 2.5). */
export function reasonActions<C extends MachineContext & { readonly reasonCode: string | null }>() {
  const keep = <P>(code: (event: PathwayEvent, params: P) => string | null) =>
    assign<C, PathwayEvent, P extends undefined ? undefined : P & object, PathwayEvent, never>(((
      { event }: { event: PathwayEvent },
      params: P,
    ) => ({
      reasonCode: code(event, params),
    })) as never);
  return {
    closeAs: keep<{ code: string }>((_, { code }) => code),
    keepReason: keep<undefined>((event) => said(event, 'reasonCode') ?? null),
  };
}

/** Guards as XState wants them, with `all`: several names at once, each of which can say no in its own words. */
export const machineGuards =
  <C extends MachineContext>() =>
  <G extends Record<string, Guard>>(guards: G) => {
    type Args = { context: C; event: PathwayEvent };
    type Asked = { [Name in keyof G]: (input: Args) => boolean };
    const asked = Object.fromEntries(
      Object.entries(guards).map(([name, { test }]) => [name, (input: Args) => test(input)]),
    ) as Asked;
    const every = (input: Args, names: readonly string[]) =>
      names.every((name) => guards[name]?.test(input));
    return { ...asked, all: every };
  };

/** Several guards together. */
export const all = (...params: string[]) => ({ type: 'all' as const, params });

/** A state in which the work is over. */
export const closed = { type: 'final', tags: ['closed'] } as const;

/** A guard about what was typed: the form asks for it, so it never blocks the button. */
export const answered = (field: string, text: string): Guard => ({
  test: ({ event }) => isGiven(event.payload[field]),
  text,
  aboutAnswer: true,
  missing: () => [{ what: text, who: 'You, on this form' }],
});

/** A guard on one answer of the form. */
export const answerIs = (field: string, values: readonly unknown[], text: string): Guard => ({
  test: ({ event }) => values.includes(event.payload[field]),
  text,
  aboutAnswer: true,
});

function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string'
    ? value.trim() !== ''
    : value !== undefined && value !== null && value !== false;
}

/** Only people with this permission may do it. */
export const mayDo = (
  permission: NonNullable<PathwayEvent['facts']['actorMay']>[number],
  text: Guard['text'],
  who: string,
): Guard => ({
  test: ({ event }) => event.facts.actorMay?.includes(permission) ?? false,
  text,
  needs: ['actorMay'],
  missing: (input) => [{ what: typeof text === 'string' ? text : text(input), who }],
});

/** 'once', 'twice', '3 times'. */
export const timesInWords = (n: number): string =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;

/** 'one thing', 'two things', '3 things'. */
export const thingsInWords = (n: number): string =>
  n === 1 ? 'one thing' : `${n === 2 ? 'two' : n} things`;

/** Whether another region stands in one of these states: `at('consent', 'given')`. */
export const standsIn =
  (region: string, ...states: string[]) =>
  ({ event }: { event: PathwayEvent }) =>
    states.includes(event.at?.[region] ?? '');
