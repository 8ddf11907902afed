import {
  asksIn,
  type ClockRule,
  type FactName,
  factsNeeded,
  passedOn,
  type Pathway,
  permissionsOf,
  type Possibility,
} from '@app/pathways';
import { ageOn, isYoungPerson, ncYearOn } from '@app/statutory-calendar';
import { TO_DO } from '../support/actions/action-machine';
import { actionSteps } from './action-steps';
import { becauseOf, becauseReady } from './because';
import { type DateState, stateOfClock } from './clock-state';
import { eventsFrom, isDecision, judged, rolesMay } from './from-here';
import { isMoot } from './moot-task';
import { oneOfEach } from './one-of-each';
import { clockWords } from './subject-words';
import { type OpenClock, type OpenTask, type WorkCase } from './work-case';
import { whoTakes } from './who-takes';
import { type Seat, stateHere, type WorkStep } from './work-step';

interface Sight {
  readonly subject: WorkCase;
  readonly pathway: Pathway;
  readonly seat: Seat;
  readonly possible: ReadonlyMap<string, Possibility>;
}

/** Every step that a case asks for now, most of them from its clocks; unordered. Pure. */
export function stepsOf(subject: WorkCase, pathway: Pathway, seat: Seat): WorkStep[] {
  const sight = { subject, pathway, seat, possible: possibleNow(subject, pathway, seat) };
  const timed = subject.clocks
    .filter(({ code }) => asksIn(pathway.clocks, code, subject.state.value))
    .flatMap((clock) => clockStep(sight, clock));
  const asked = timed.filter(({ whose }) => whose === 'mine').map(({ event }) => event ?? '');
  const tasks = subject.tasks
    .filter((task) => isForSeat(task, sight) && !isMoot(task, pathway, subject.state))
    .filter(({ doneBy }) => !doneBy.some((type) => asked.includes(type)))
    .map((task) => taskStep(task, sight));
  return oneOfEach(
    [...timed, ...readySteps(sight, timed), ...tasks, ...actionSteps(subject, seat)],
    seat.today,
  );
}

function possibleNow(
  { state, clocks, ...subject }: WorkCase,
  pathway: Pathway,
  { today, roles }: Seat,
) {
  const from = eventsFrom(pathway, state);
  const hoped = [...from].filter((type) => pathway.events[type]?.prominence === 'hoped');
  const asked = clocks.flatMap(
    ({ code }) => pathway.clocks.find((rule) => rule.code === code)?.doneBy ?? [],
  );
  const facts = {
    actorMay: permissionsOf(roles),
    passed: passedOn(
      clocks.map((clock) => ({
        ...clock,
        status: 'open' as const,
        firesOn: null,
        endedOn: null,
        calendarVersion: '',
      })),
      today,
    ),
    contactExists: subject.hasContact,
    identityKnown: subject.isIdentityKnown,
    age: ageOn(subject.dob, today),
    youngPerson: isYoungPerson(subject.dob, today),
    stillYear7: ncYearOn(subject.dob, today) === '7',
    onRollAtDestination:
      subject.childUrn !== null && subject.childUrn === state.context['destination'],
    placeAvailable: true,
    placeVacant: true,
    slotAvailable: true,
    capacity: true,
    topOfList: true,
    withinCaseload: true,
    openActions: subject.actions
      .filter(({ state: stands }) => TO_DO.includes(stands))
      .map(({ text }) => text),
  };
  const events = [...new Set([...hoped, ...asked])].filter((type) => from.has(type));
  return judged(pathway, state, { occurredOn: today, facts, events });
}

function clockStep(sight: Sight, clock: OpenClock): WorkStep[] {
  const { subject, pathway, seat, possible } = sight;
  const rule = pathway.clocks.find(({ code }) => code === clock.code);
  if (!rule || (rule.sends && !rule.doneBy)) return [];
  const event = rule.doneBy && possible.has(rule.doneBy) ? rule.doneBy : undefined;
  const state = stateHere(clock, subject, seat);
  const isLate = clock.dueOn <= seat.today;
  if (rule.doneBy && !event && (clock.rule !== null || !isLate)) return [];
  const words = clockWords(rule, clock.subject, seat.schools);
  const waitsFor = waitingFor(sight, rule, { event, state, holder: words.holder });
  return [
    {
      key: `${subject.reference} ${clock.code} ${clock.subject} ${clock.occurrence}`,
      label: words.label,
      ask: rule.holder && waitsFor ? words.label : words.ask,
      because: becauseOf({ clock, rule, state, subject, seat }),
      dueOn: clock.dueOn,
      state,
      byLaw: clock.rule !== null,
      clock,
      ...(event && { event }),
      ...(waitsFor && { waitsFor }),
      whose: waitsFor ? 'others' : 'mine',
      reasons: (event && possible.get(event)?.reasons) || [],
    },
  ];
}

/** Who must act before us; undefined when it is our turn. A service is asked again when its date is near or past. */
function waitingFor(
  sight: Sight,
  rule: ClockRule,
  { event, state, holder }: { event?: string | undefined; state: DateState; holder: string },
): string | undefined {
  if (state.kind === 'waiting') return holder;
  if (rule.holder && state.kind === 'on_time') return holder;
  if (event && !maySeat(sight, event)) return whoTakes(sight.pathway, event);
  return undefined;
}

function maySeat({ pathway, subject, seat }: Sight, event: string): boolean {
  if (seat.overTeam) return true;
  const isCarried = subject.ownerId === seat.officerId || subject.coverId === seat.officerId;
  if (!rolesMay(pathway, event, seat.roles)) return false;
  return isCarried || subject.ownerId === null || isDecision(pathway, event);
}

/** Steps that no clock asks for but that can be taken now: everything they need is there. */
function readySteps(sight: Sight, timed: readonly WorkStep[]): WorkStep[] {
  const { pathway, subject, possible } = sight;
  const asked = new Set([
    ...timed.map(({ event }) => event),
    ...pathway.clocks
      .filter(({ code }) => subject.clocks.some((clock) => clock.code === code))
      .map(({ doneBy }) => doneBy),
  ]);
  const ready = [...possible.values()].filter(
    ({ type, reasons, definition }) =>
      definition.prominence === 'hoped' &&
      !asked.has(type) &&
      !reasons.length &&
      !restsOnRoom(sight, type) &&
      maySeat(sight, type),
  );
  return ready.slice(0, 1).map(({ type, definition }) => readyStep(sight, type, definition.title));
}

/** Whether there is room is not looked up for a list, so a list does not say that everything needed is there. */
function restsOnRoom({ pathway, subject }: Sight, type: string): boolean {
  return factsNeeded(pathway, subject.state, type).some((fact) => ROOM.includes(fact));
}

const ROOM: readonly FactName[] = [
  'placeAvailable',
  'placeVacant',
  'slotAvailable',
  'capacity',
  'topOfList',
];

function readyStep({ subject, pathway, seat }: Sight, event: string, ask: string): WorkStep {
  const clock = [...subject.clocks]
    .filter(({ basis, sends }) => basis === 'statutory' && !sends)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  const rule = clock && pathway.clocks.find(({ code }) => code === clock.code);
  const state = clock && stateHere(clock, subject, seat);
  return {
    key: `${subject.reference} ${event}`,
    label: ask,
    ask,
    because: becauseReady(rule),
    dueOn: clock?.dueOn ?? null,
    state,
    byLaw: Boolean(clock),
    event,
    whose: 'mine',
    reasons: [],
    ...(clock && { clock }),
  };
}
function isForSeat({ officerId, forRole }: OpenTask, { subject, seat }: Sight): boolean {
  if (officerId === seat.officerId || seat.overTeam) return true;
  if (forRole) return (seat.roles as readonly string[]).includes(forRole);
  return subject.ownerId === seat.officerId || subject.coverId === seat.officerId;
}

function taskStep(task: OpenTask, { subject, seat }: Sight): WorkStep {
  const clock = {
    basis: 'local',
    rule: null,
    dueOn: task.dueOn ?? seat.today,
    status: 'open',
    endedOn: null,
    sends: null,
  } as const;
  return {
    key: `${subject.reference} ${task.id}`,
    label: task.text,
    ask: task.text,
    because: task.why,
    dueOn: task.dueOn,
    state: task.dueOn ? stateOfClock(clock, seat) : undefined,
    byLaw: false,
    taskId: task.id,
    whose: 'mine',
    reasons: [],
  };
}
