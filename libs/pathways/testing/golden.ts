import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { advance, begin } from '../src/advance';
import { type Clock } from '../src/clock-rule';
import { keepClocks, passedOn, withChanges } from '../src/clocks';
import { type Facts } from '../src/event';
import { type Instruction } from '../src/instruction';
import { type Pathway, type PathwayState } from '../src/pathway';
import { type Permission } from '../src/role';
import { explored } from './explore';
import { asEvent, needsOf, permissionsFor } from './spot';
import { type Stride, waysThatTakeAll } from './walk';

/** Something that was recorded, as the published version took it. */
interface Recorded {
  /** The step before it; null opens a case. Histories that begin alike share their beginning. */
  readonly after: number | null;
  readonly on: CalendarDay;
  readonly event: string;
  /** The role that acted: what it may do stands beside the steps. */
  readonly by: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly facts: Facts;
}

/** What a step did: only what changed with it. */
interface Outcome {
  readonly state: Readonly<Record<string, unknown>>;
  readonly memory: Readonly<Record<string, unknown>>;
  /** By code, subject and occurrence: the due date and how the clock stands. */
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly instructions: readonly Instruction[];
}

/** Histories of a published version: what was recorded, and what came of it on the day of publication. */
export interface Golden {
  readonly pathway: string;
  readonly version: number;
  readonly definition: string;
  readonly mayDo: Readonly<Record<string, readonly Permission[]>>;
  readonly steps: readonly (Recorded & Outcome)[];
}

/** Histories that together take every arrow that a search can take. */
export function goldenOf(pathway: Pathway, calendar: Calendar, definition: string): Golden {
  const recorded = branches(waysThatTakeAll(pathway, explored(pathway).ways), pathway);
  const roles = [...new Set(recorded.map(({ by }) => by))].sort();
  const mayDo = Object.fromEntries(roles.map((role) => [role, permissionsFor(role as 'system')]));
  const outcomes = outcomesOf(pathway, recorded, mayDo, calendar);
  const steps = recorded.map((it, at) => ({ ...it, ...possible(outcomes[at]!) }));
  return { pathway: pathway.name, version: pathway.version, definition, mayDo, steps };
}

/** The steps that this pathway takes otherwise today, each with what it did then and does now. */
export function differences(golden: Golden, pathway: Pathway, calendar: Calendar) {
  const now = outcomesOf(pathway, golden.steps, golden.mayDo, calendar);
  return golden.steps.flatMap((step, at) => {
    const { state, memory, clocks, instructions } = step;
    const was = plain({ state, memory, clocks, instructions });
    const is = plain(now[at]);
    return same(was, is) ? [] : [{ step: at, on: step.on, event: step.event, was, is }];
  });
}

/** Puts ways that begin alike together: each step once. */
function branches(ways: readonly (readonly Stride[])[], pathway: Pathway): Recorded[] {
  const steps: Recorded[] = [];
  const known = new Map<string, number>();
  for (const strides of ways) {
    let [way, after] = ['', null as number | null];
    for (const { command, from } of strides) {
      way += JSON.stringify(command);
      const at = known.get(way) ?? steps.push(recordedAs({ command, from }, pathway, after)) - 1;
      known.set(way, at);
      after = at;
    }
  }
  return steps;
}

function recordedAs(
  { command, from }: Pick<Stride, 'command' | 'from'>,
  pathway: Pathway,
  after: number | null,
): Recorded {
  const { type, on, role: by } = command;
  const event = asEvent(from, command, needsOf(pathway, from, type));
  const isTold = (name: string) => name !== 'actorMay' && name !== 'passed';
  const facts = Object.fromEntries(Object.entries(event.facts).filter(([name]) => isTold(name)));
  return { after, on, event: type, by, payload: event.payload, facts };
}

type Refused = { readonly refused: string };

function possible(outcome: Outcome | Refused): Outcome {
  if ('refused' in outcome) throw new Error(`A way leads no further: ${outcome.refused}`);
  return outcome;
}

interface Standing {
  readonly state: PathwayState;
  readonly clocks: readonly Clock[];
}

function outcomesOf(
  pathway: Pathway,
  steps: readonly Recorded[],
  mayDo: Golden['mayDo'],
  calendar: Calendar,
): (Outcome | Refused)[] {
  const stands: (Standing | undefined)[] = [];
  return steps.map((step) => {
    const before = step.after === null ? undefined : stands[step.after];
    try {
      const { standing, outcome } = taken(pathway, before, step, mayDo, calendar);
      stands.push(standing);
      return outcome;
    } catch (error) {
      stands.push(undefined);
      return { refused: (error as Error).message };
    }
  });
}

function taken(
  pathway: Pathway,
  before: Standing | undefined,
  { after, on, event: type, by, payload, facts }: Recorded,
  mayDo: Golden['mayDo'],
  calendar: Calendar,
): { standing: Standing; outcome: Outcome } {
  if (after !== null && !before) throw new Error('The step before it was not possible');
  const known = before?.clocks ?? [];
  const told = { ...facts, actorMay: mayDo[by] ?? [], passed: passedOn(known, on) };
  const event = { type, occurredOn: on, payload, facts: told };
  const step = before ? advance(pathway, before.state, event) : begin(pathway, event);
  const { value, context } = step.state;
  const from = before?.state ?? { value: {}, context: {} };
  const past = { event, before: from.value, after: value, context, closed: step.closed };
  const clocks = withChanges(known, keepClocks(pathway.clocks, known, past, calendar));
  const outcome = {
    state: changed(from.value, value),
    memory: changed(from.context, context),
    clocks: changed(inShort(known), inShort(clocks)),
    instructions: step.instructions,
  };
  return { standing: { state: step.state, clocks }, outcome };
}

const inShort = (clocks: readonly Clock[]) =>
  Object.fromEntries(
    clocks.map(({ code, subject, occurrence, dueOn, status }) => [
      `${code}|${subject}|${occurrence}`,
      `${dueOn} ${status}`,
    ]),
  );

type Values = Readonly<Record<string, unknown>>;

/** What is other than before; null for what is gone. */
function changed(before: Values, after: Values): Values {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    names
      .filter((name) => !same(before[name], after[name]))
      .map((name) => [name, after[name] ?? null]),
  );
}

/** As it reads in a file. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const same = (one: unknown, other: unknown) => inOrder(one) === inOrder(other);

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
