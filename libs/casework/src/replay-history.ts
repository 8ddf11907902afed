import {
  advance,
  begin,
  type Clock,
  keepClocks,
  type LawInForce,
  moveFrom,
  needsPerson,
  type NeedsPerson,
  type Pathway,
  pathwayNamed,
  type PathwayEvent,
  type PathwayState,
  type PolicyOverlay,
  recountedClocks,
  withChanges,
} from '@app/pathways';
import { type Calendar } from '@app/statutory-calendar';
import { CASE_MIGRATED, CLOCKS_RECOUNTED, eventOf, type HistoryRow } from './history';
import { withMoved } from './recount';

/** One step of a history as it was played. */
interface Played {
  readonly event: PathwayEvent;
  readonly before: PathwayState | undefined;
  readonly after: PathwayState;
  readonly closed: boolean;
}

/** A history as far as it was played: where the case stands, what its clocks are, and how it came there. */
export interface Play {
  readonly pathway: Pathway;
  readonly state: PathwayState;
  readonly clocks: readonly Clock[];
  readonly steps: readonly Played[];
  /** Before it went over to this version; a move that is taken back leads there. */
  readonly former: Play | undefined;
}

/**
 * Plays a history again from its first event, going over to newer versions of the pathway where the case did. `left`
 * are the calendars of schools that the child has left, by URN: what was counted in them is counted in them again.
 * @throws NotAllowedNow when a step would not have been possible
 */
export function replayed(
  pathway: Pathway,
  rows: readonly HistoryRow[],
  calendar: Calendar,
  left: ReadonlyMap<unknown, Calendar> = new Map(),
): Play {
  const moved = rows.find(({ type }) => type === CASE_MIGRATED);
  const first = moved ? pathwayNamed(pathway.name, Number(moved.payload['from'])) : pathway;
  let play: Play | undefined;
  const inForce = calendarsInForce(rows, calendar, left);
  for (const [at, row] of rows.entries()) {
    const to = inForce[at] ?? calendar;
    if (row.type === CASE_MIGRATED) play = play && goneOver(play, row, to);
    else if (row.type === CLOCKS_RECOUNTED)
      play = play && countedFor(play, row, inForce[at - 1] ?? to, to);
    else play = stepped(first, play, row, to);
  }
  if (!play) throw new Error('A history has at least one event');
  return play;
}

/** The calendar that each line was counted in: before a recount, that of the school which the child left. */
function calendarsInForce(
  rows: readonly HistoryRow[],
  last: Calendar,
  left: ReadonlyMap<unknown, Calendar>,
): Calendar[] {
  let inForce = last;
  return rows
    .toReversed()
    .map(({ type, payload }) => {
      const here = inForce;
      if (type === CLOCKS_RECOUNTED) inForce = left.get(payload['fromUrn']) ?? here;
      return here;
    })
    .reverse();
}

function countedFor(play: Play, { occurredOn }: HistoryRow, from: Calendar, to: Calendar): Play {
  const recount = { from, to, earliest: occurredOn };
  const moved = recountedClocks(play.pathway.clocks, play.state.context, play.clocks, recount);
  return { ...play, clocks: withMoved(play.clocks, moved) };
}

function stepped(
  first: Pathway,
  play: Play | undefined,
  row: HistoryRow,
  calendar: Calendar,
): Play {
  const pathway = play?.pathway ?? first;
  const event = eventOf(row, play?.clocks ?? []);
  const { state, closed } = play ? advance(pathway, play.state, event) : begin(pathway, event);
  const step = { event, before: play?.state, after: state, closed };
  return {
    pathway,
    state,
    clocks: ticked(pathway, play?.clocks ?? [], step, calendar),
    steps: [...(play?.steps ?? []), step],
    former: play?.former,
  };
}

function goneOver(play: Play, { payload }: HistoryRow, calendar: Calendar): Play {
  if (payload['undone'] === true && play.former) return play.former;
  if ('settings' in payload)
    return underSettings(play, payload['settings'] as PolicyOverlay | null, calendar);
  if ('law' in payload) return underLaw(play, payload['law'] as LawInForce, calendar);
  const over = takenOver(play, pathwayNamed(play.pathway.name, Number(payload['to'])), calendar);
  if (needsPerson(over))
    throw new Error(`A history went over where it could not: ${over.needsPerson}`);
  return over;
}

/** The same history as that version sees it: its states moved, its running clocks counted by the new rules. Pure. */
export function takenOver(play: Play, to: Pathway, calendar: Calendar): Play | NeedsPerson {
  const move = moveFrom(to, play.pathway.version)?.move;
  if (!move)
    return {
      needsPerson: `Version ${to.version} takes over no case of version ${play.pathway.version}`,
    };
  const state = move(play.state);
  if (needsPerson(state)) return state;
  const asThere = (here: PathwayState) => {
    const there = move(here);
    return needsPerson(there) ? here : there;
  };
  return countedAgain(play, to, { state, asThere }, calendar);
}

/** The same history under other settings of the council, null for the usual numbers: its running clocks counted by them. Pure. */
export function underSettings(play: Play, policy: PolicyOverlay | null, calendar: Calendar): Play {
  const asThere = ({ value, context: { policy: _, ...context } }: PathwayState) => ({
    value,
    context: policy ? { ...context, policy } : context,
  });
  return countedAgain(play, play.pathway, { state: asThere(play.state), asThere }, calendar);
}

/** The same history under changed law: its running clocks counted by what reaches them. Pure. */
export function underLaw(play: Play, law: LawInForce, calendar: Calendar): Play {
  const asThere = ({ value, context }: PathwayState) => ({ value, context: { ...context, law } });
  return countedAgain(play, play.pathway, { state: asThere(play.state), asThere }, calendar);
}

function countedAgain(
  play: Play,
  to: Pathway,
  { state, asThere }: { state: PathwayState; asThere: (here: PathwayState) => PathwayState },
  calendar: Calendar,
): Play {
  const steps = play.steps.map((step) => ({
    ...step,
    before: step.before && asThere(step.before),
    after: asThere(step.after),
  }));
  let clocks: readonly Clock[] = [];
  for (const step of steps) clocks = ticked(to, clocks, step, calendar);
  return { pathway: to, state, clocks: withPast(play.clocks, clocks), steps, former: play };
}

/** What was met or void by then keeps its date, and no clock gets a past that it never had. */
function withPast(were: readonly Clock[], counted: readonly Clock[]): Clock[] {
  const keyOf = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;
  const known = new Map(were.map((clock) => [keyOf(clock), clock]));
  const going = counted.filter(
    (clock) => clock.status === 'open' || known.get(keyOf(clock))?.status === 'open',
  );
  const goingOn = new Set(going.map(keyOf));
  return [
    ...were.filter((clock) => clock.status !== 'open' && !goingOn.has(keyOf(clock))),
    ...going,
  ];
}

function ticked(
  { clocks: rules }: Pathway,
  clocks: readonly Clock[],
  { event, before, after, closed }: Played,
  calendar: Calendar,
): readonly Clock[] {
  const past = {
    event,
    before: before?.value ?? {},
    after: after.value,
    context: after.context,
    closed,
  };
  return withChanges(clocks, keepClocks(rules, clocks, past, calendar));
}
