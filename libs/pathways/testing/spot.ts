import { addDays, type CalendarDay, isCalendarDay, TermsNotLoaded } from '@app/statutory-calendar';
import { factsNeeded, type Step } from '../src/advance';
import { type Clock } from '../src/clock-rule';
import { keepClocks, passedOn, withChanges } from '../src/clocks';
import { type FactName, type Facts, type PathwayEvent } from '../src/event';
import { type Pathway, type PathwayState } from '../src/pathway';
import { plannedDays } from '../src/planned-days';
import { type Permission, PERMISSIONS, permissionsOf, type Role } from '../src/role';
import { type Reads } from './reads';
import { manySchoolYears } from './school-years';
import { type Ask, type Try } from './tries';

/** Something recorded on the way; the first one opens the case. */
export interface Command extends Try {
  readonly type: string;
  /** A clock that ran out sends it. */
  readonly byClock: boolean;
}

/** A place where a case can stand, and how it came there. */
export interface Spot {
  readonly state: PathwayState;
  readonly closed: boolean;
  readonly on: CalendarDay;
  readonly clocks: readonly Clock[];
  readonly way: readonly Command[];
}

/** Before the case is opened. */
export const beforeOpening = (on: CalendarDay): Spot => ({
  state: { value: {}, context: {} },
  closed: false,
  on,
  clocks: [],
  way: [],
});

/** The event with its facts, as the shell would put it together: only the facts that the guards name. */
export function asEvent(
  spot: Spot,
  { type, role, on, payload, facts }: Try & { readonly type: string },
  needs: readonly FactName[],
): PathwayEvent {
  const all: Facts = {
    ...facts,
    ...plannedDays({ occurredOn: on, payload }, manySchoolYears),
    ...schoolDay(payload),
    actorMay: permissionsFor(role),
    passed: passedOn(spot.clocks, on),
  };
  const told = Object.fromEntries(
    Object.entries(all).filter(([name]) => needs.includes(name as FactName)),
  );
  return { type, occurredOn: on, payload, facts: told };
}

function schoolDay({ meetingOn }: Try['payload']): Facts {
  if (!isCalendarDay(meetingOn)) return {};
  try {
    return { schoolDay: manySchoolYears.isSchoolDay(meetingOn) };
  } catch (error) {
    if (error instanceof TermsNotLoaded) return {};
    throw error;
  }
}

/** What a person with this role alone may do. */
export const permissionsFor = (role: Role): Permission[] =>
  role === 'system' ? (Object.keys(PERMISSIONS) as Permission[]) : permissionsOf([role]);

/** The facts that the guards of an event name here. */
export function needsOf(pathway: Pathway, spot: Spot, type: string): readonly FactName[] {
  if (!Object.keys(spot.state.value).length) return ['actorMay', 'openCaseExists'];
  return factsNeeded(pathway, spot.state, type);
}

/** Where the case stands after a step, with its clocks. */
export function afterStep(pathway: Pathway, spot: Spot, command: Command, step: Step): Spot {
  const event = asEvent(spot, command, needsOf(pathway, spot, command.type));
  return { ...afterEvent(pathway, spot, event, step), way: [...spot.way, command] };
}

/** The same for an event that has its facts already; the way is not written down. */
export function afterEvent(pathway: Pathway, spot: Spot, event: PathwayEvent, step: Step): Spot {
  const past = {
    event,
    before: spot.state.value,
    after: step.state.value,
    context: step.state.context,
    closed: step.closed,
  };
  const changes = keepClocks(pathway.clocks, spot.clocks, past, manySchoolYears);
  return {
    state: step.state,
    closed: step.closed,
    on: event.occurredOn,
    clocks: withChanges(spot.clocks, changes),
    way: spot.way,
  };
}

/** What can be said about an event here. */
export function askAt(pathway: Pathway, spot: Spot, type: string, reads: Reads): Ask {
  const { clocks, events } = pathway;
  const open = spot.clocks.filter(({ status }) => status === 'open');
  const timer = open.find(({ sends }) => sends === type);
  const fires = timer?.firesOn;
  return {
    definition: events[type]!,
    on: spot.on,
    clockDay: fires ? later(fires, spot.on) : undefined,
    isTimed: clocks.some(({ sends }) => sends === type),
    needs: needsOf(pathway, spot, type),
    days: spot.clocks
      .filter(({ status, dueOn }) => status !== 'void' && dueOn >= spot.on)
      .map(({ dueOn }) => addDays(dueOn, 1)),
    names: [
      ...new Set([
        ...subjectsMet(pathway, spot, type),
        ...[...reads.context].flatMap((name) => textsIn(spot.state.context[name])),
      ]),
    ],
  };
}

/** Advisers, settings or schools whose open clocks an event of this type can meet. */
export function subjectsMet({ clocks }: Pathway, spot: Spot, type: string): string[] {
  return spot.clocks
    .filter(({ status, subject, code }) => {
      if (status !== 'open' || !subject) return false;
      return clocks.some((rule) => rule.code === code && rule.metBy.includes(type));
    })
    .map(({ subject }) => subject);
}

const later = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b);

/** Short texts that the case remembers: an answer may have to name one of them. */
function textsIn(memory: unknown): string[] {
  if (typeof memory === 'string') return memory.length <= 64 ? [memory] : [];
  if (Array.isArray(memory)) return memory.flatMap(textsIn);
  if (typeof memory !== 'object' || memory === null) return [];
  return [...Object.keys(memory), ...Object.values(memory).flatMap(textsIn)];
}
