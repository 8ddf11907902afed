import {
  advance,
  asksIn,
  begin,
  type Clock,
  keepClocks,
  type PathwayEvent,
  PERMISSIONS,
  type Permission,
  possibilities,
  withChanges,
} from '../../src';
import { type CalendarDay } from '@app/statutory-calendar';
import { manySchoolYears } from '../school-years';
import { type SimulatedCase, type World } from './world';

/** What is checked of a case after every day on which it moved; each says what is wrong, or nothing. */
const OF_A_CASE: Readonly<Record<string, (it: SimulatedCase) => string | undefined>> = {
  'I1 and I3: the state and the clocks are what the history gives': replays,
  'I4: a case with a worker was given to one': hasOwner,
  'I5: an open case has a next step': goesOn,
  'I6: a closed case has no clock that runs': ({ spot }) =>
    spot.closed && spot.clocks.some(({ status }) => status === 'open')
      ? `closed, and ${openCodes(spot.clocks)} runs`
      : undefined,
  'I8: a clock runs once under one key': ({ spot }) =>
    new Set(spot.clocks.map(keyOf)).size === spot.clocks.length ? undefined : 'two clocks, one key',
  'I12: never more is paid than was agreed': ({ spot: { state } }) => {
    const { agreed, paid } = state.context;
    return typeof agreed === 'number' && Number(paid) > agreed ? 'too much is paid' : undefined;
  },
};

/** The first of the invariants of a case that does not hold, in words. */
export function brokenIn(it: SimulatedCase): string | undefined {
  for (const [name, check] of Object.entries(OF_A_CASE)) {
    const wrong = check(it);
    if (wrong) return `${name}. ${it.pathway.name}, case ${it.number}: ${wrong}`;
  }
  return undefined;
}

/** I2: what was done, and the histories, tell the same steps. I7: no programme holds more children than it has places. */
export function brokenTonight(world: World, on: CalendarDay): string | undefined {
  const recorded = world.done.filter(({ by }) => by !== 'school').length;
  const kept = world.cases.reduce((sum, { history }) => sum + history.length, 0);
  if (recorded !== kept) return `I2: ${recorded} steps were done and ${kept} are in histories`;
  const [full] = world.places.overfull(on);
  return full && `I7: more children than places in ${full}`;
}

/** Reads the new part of the history again, onto what the rest of it gave before. */
function replays(it: SimulatedCase): string | undefined {
  const { pathway, history, spot } = it;
  let { state, clocks } = it.again;
  for (const written of history.slice(it.again.steps)) {
    const event = JSON.parse(JSON.stringify(written)) as PathwayEvent;
    const before = state?.value ?? {};
    const step = state ? advance(pathway, state, event) : begin(pathway, event);
    const { value: after, context } = step.state;
    const past = { event, before, after, context, closed: step.closed };
    clocks = withChanges(clocks, keepClocks(pathway.clocks, clocks, past, manySchoolYears));
    state = step.state;
  }
  it.again = { steps: history.length, state, clocks };
  if (!isAlike(state, spot.state)) return 'another state';
  return isAlike(clocks, spot.clocks) ? undefined : 'other clocks';
}

/** Whether two values of a case are the same all through. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isGroup(one) || !isGroup(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isAlike(one[name], other[name]))
  );
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function hasOwner({ spot, history }: SimulatedCase): string | undefined {
  const isHeld = ['allocated', 'covered'].includes(spot.state.value['ownership'] ?? '');
  return isHeld && !history.some(({ payload }) => payload['workerId'])
    ? 'held by nobody that was named'
    : undefined;
}

/** A clock that asks or fires, or something that somebody can record for its work now. */
function goesOn({
  pathway,
  spot: { state, closed, clocks, on },
}: SimulatedCase): string | undefined {
  if (closed) return undefined;
  const runs = clocks.some(
    ({ status, code, sends }) =>
      status === 'open' && (sends || asksIn(pathway.clocks, code, state.value)),
  );
  if (runs) return undefined;
  const facts = { actorMay: Object.keys(PERMISSIONS) as Permission[] };
  const can = possibilities(pathway, state, { occurredOn: on, facts });
  return can.some(({ reasons, definition }) => !reasons.length && definition.prominence === 'hoped')
    ? undefined
    : `nothing to do at ${JSON.stringify(state.value)}`;
}

const keyOf = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;
const openCodes = (clocks: readonly Clock[]) =>
  clocks.flatMap(({ status, code }) => (status === 'open' ? [code] : [])).join(', ');
