import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type EventDefinition, type FactName, type Facts } from '../src/event';
import { permissionsOf, type Role } from '../src/role';
import { edges, fieldAt, otherAnswers, withAnswer, basePayloads } from './answers';
import { type Reads } from './reads';

/** One way to say that something happened: who, when, what, and what the records hold. */
export interface Try {
  readonly role: Role;
  readonly on: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the shell would look up; permissions and passed clocks are worked out beside it. */
  readonly facts: Facts;
}

/** What tries are made from. */
export interface Ask {
  readonly definition: EventDefinition;
  readonly on: CalendarDay;
  /** The day on which an armed clock would send it, with nothing typed; undefined without such a clock. */
  readonly clockDay: CalendarDay | undefined;
  /** A clock sends it, now or elsewhere: by the system it comes in no other way. */
  readonly isTimed: boolean;
  readonly needs: readonly FactName[];
  /** Days on which a clock has just run out. */
  readonly days: readonly CalendarDay[];
  readonly names: readonly string[];
}

/** Facts that follow from who acts, when, and what is typed. */
const WORKED_OUT: readonly FactName[] = ['actorMay', 'passed', 'schoolDaysPlanned', 'schoolDay'];
/** Facts that no record holds yet: the answers decide. */
const NOT_KEPT: readonly FactName[] = ['quorate', 'mostDeferrals', 'matchOk', 'level'];
const LEFT_OUT = [...WORKED_OUT, ...NOT_KEPT];

/** The value of a fact that stands against nothing, where it is not `true`. */
const HELPFUL: Partial<Record<FactName, unknown>> = {
  actorProposed: false,
  openCaseExists: false,
  openActions: [],
  s19WithoutOwner: false,
  youngPerson: false,
  age: 15,
};

/** Tries to begin with: the example and the full form, with the facts that a replay assumes and with helpful ones. */
export function baseTries(ask: Ask): Try[] {
  const { definition, needs } = ask;
  const example: Facts = { ...helpful(needs), ...definition.exampleFacts };
  const bases = basePayloads(ask).flatMap((payload) =>
    [example, helpful(needs)].map((facts) => ({ payload, facts })),
  );
  return rolesFor(ask)
    .slice(0, 1)
    .flatMap((role) => bases.map((base) => asRole({ ...base, role, on: ask.on }, role, ask)));
}

function helpful(needs: readonly FactName[]): Facts {
  return Object.fromEntries(
    needs.filter((name) => !LEFT_OUT.includes(name)).map((name) => [name, HELPFUL[name] ?? true]),
  );
}

/** One role for each set of permissions; the system last, and only if it can come to it. */
function rolesFor({ definition, clockDay, isTimed }: Ask): Role[] {
  const people = new Map<string, Role>();
  for (const role of definition.roles.filter((it) => it !== 'system')) {
    const key = permissionsOf([role]).join();
    if (!people.has(key)) people.set(key, role);
  }
  const bySystem = definition.roles.includes('system') && (clockDay !== undefined || !isTimed);
  return [...people.values(), ...(bySystem ? (['system'] as const) : [])];
}

function asRole(base: Try, role: Role, { clockDay }: Ask): Try {
  if (role !== 'system' || clockDay === undefined) return { ...base, role };
  return { ...base, role, on: clockDay, payload: {} };
}

/** Facts that the records can only hold when the case remembers this. */
export const RESTS_ON: Partial<Record<FactName, string>> = { onRollAtDestination: 'destination' };

/** Whether the records could hold these facts beside what the case remembers. */
export function canBe({ facts }: Try, context: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(RESTS_ON).every(
    ([fact, memory]) => !facts[fact as FactName] || Boolean(context[memory]),
  );
}

/** What may be varied: who, when, each answer and each fact that somebody looked at. */
export function dimensionsOf({ payload, facts, day }: Reads): string[] {
  return [
    'role',
    ...(day || facts.has('passed') ? ['day'] : []),
    ...[...payload].map((name) => `answer ${name}`),
    ...[...facts].filter((name) => !LEFT_OUT.includes(name)).map((name) => `fact ${name}`),
  ];
}

/** The same try with something else in one dimension. */
export function varied(
  base: Try,
  dimension: string,
  ask: Ask,
  judged: (other: Try) => string,
): Try[] {
  const [kind, name = ''] = dimension.split(' ');
  if (kind === 'role') return rolesFor(ask).map((role) => asRole(base, role, ask));
  if (base.role === 'system' && base.on === ask.clockDay && kind !== 'fact') return [];
  if (kind === 'day') return daysAfter(base, ask, judged).map((on) => ({ ...base, on }));
  if (kind === 'fact') return factsOf(base, name as FactName, judged);
  const field = fieldAt(ask.definition, name);
  if (!field) return [];
  const put = (value: unknown): Try => ({
    ...base,
    payload: withAnswer(base.payload, name, value),
  });
  return otherAnswers(field, { ...ask, on: base.on }, (value) => judged(put(value))).map(put);
}

const LONGEST_WAIT = 800;

function daysAfter(base: Try, { on, days }: Ask, judged: (other: Try) => string): CalendarDay[] {
  const turns = edges(0, LONGEST_WAIT, 1, (wait) => judged({ ...base, on: addDays(on, wait) }));
  return [...days, ...turns.slice(0, -1).map((wait) => addDays(on, wait))];
}

const OLDEST = 26;

/** Other values of the facts that are not simply so or not so. */
const VALUES: Partial<Record<FactName, (judged: (value: unknown) => string) => unknown[]>> = {
  openActions: () => [[], ['Something is still to be done']],
  age: (judged) => edges(0, OLDEST, 1, judged),
};

function factsOf(base: Try, name: FactName, judged: (other: Try) => string): Try[] {
  const put = (value: unknown): Try => ({ ...base, facts: { ...base.facts, [name]: value } });
  const values = VALUES[name]?.((value) => judged(put(value))) ?? [true, false];
  return values.map(put);
}
